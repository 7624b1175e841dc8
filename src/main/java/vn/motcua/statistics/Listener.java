package vn.motcua.statistics;

import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Whoever a stream goes to: hears all news, and is told what is new to it, or a word of life where nothing is. */
final class Listener {

    /** Proxies give a silent connection up after half a minute at the earliest. */
    private static final long LONGEST_SILENCE = Duration.ofSeconds(10).toNanos();

    private final Sse events;
    private final HttpServerRequest request;
    private final Instant until;
    private MultiEmitter<? super News> ear;
    private String seen;
    private boolean without;
    private long lastTold = System.nanoTime() - LONGEST_SILENCE;

    /**
     * @param seen id of the figures the client has, or null
     * @param until when it may listen no longer
     */
    Listener(Sse events, HttpServerRequest request, String seen, Instant until) {
        this.events = events;
        this.request = request;
        this.seen = seen;
        this.until = until;
    }

    void listenWith(MultiEmitter<? super News> emitter) {
        ear = emitter;
    }

    void hear(News news) {
        if (request.method() == HttpMethod.HEAD || request.response().closed() || isOver()) {
            leave();
        } else {
            ear.emit(news);
        }
    }

    /** By the clock tokens are checked against. */
    private boolean isOver() {
        return !Instant.now().isBefore(until);
    }

    void leave() {
        ear.complete();
    }

    /** Asked when the client has taken what it was told before. */
    boolean isToBeTold(News news) {
        return isNew(news) || System.nanoTime() - lastTold >= LONGEST_SILENCE;
    }

    private boolean isNew(News news) {
        return news == News.UNAVAILABLE ? !without : without || !Objects.equals(news.id(), seen);
    }

    OutboundSseEvent told(News news) {
        lastTold = System.nanoTime();
        if (!isNew(news)) {
            return events.newEventBuilder().comment("").build();
        }
        without = news == News.UNAVAILABLE;
        seen = without ? seen : news.id();
        return news.event(events);
    }
}
