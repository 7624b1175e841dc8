package vn.motcua.statistics;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.motcua.http.HttpProblem;

/**
 * Tells figures to whoever would rather listen than poll. However many listen for the same, it is asked for once; a
 * client that takes its time misses what was not new for long.
 */
@ApplicationScoped
class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);

    /** Together with the second for which an answer is used again: nothing told is over two seconds old. */
    private static final long PULSE_MILLIS = 500;

    /** Of the 24 connections of the service. */
    private static final int LOOKING_AT_ONCE = 4;

    private final Figures figures;
    private final int most;
    private final Map<Answers.Key, Watch> watches = new ConcurrentHashMap<>();
    private final Set<Listener> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(threads("pulse"));
    private final ExecutorService lookers = Executors.newFixedThreadPool(LOOKING_AT_ONCE, threads("look"));
    /** The service waits for requests under way before it tells anybody that it stops. */
    private final Thread atShutdown = new Thread(this::end, "streams-end");

    private volatile boolean ending;

    Streams(Figures figures, @ConfigProperty(name = "motcua.streams.most") int most, MeterRegistry metrics) {
        this.figures = figures;
        this.most = most;
        Gauge.builder("motcua.streams", open, Set::size).register(metrics);
    }

    void begin(@Observes StartupEvent started) {
        pulse.scheduleWithFixedDelay(this::beat, PULSE_MILLIS, PULSE_MILLIS, MILLISECONDS);
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    private static ThreadFactory threads(String work) {
        return task -> {
            var thread = new Thread(task, "streams-" + work);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** What is wrong with the question, or with asking it just now, is refused here, before anything is sent. */
    Multi<OutboundSseEvent> of(String own, Asked asked, Listener listener) {
        if (ending || open.size() >= most) {
            throw HttpProblem.SERVICE_BUSY.because();
        }
        var key = new Answers.Key(own, "stream", asked);
        var first = News.of(figures.onTime(own, asked));
        return Multi.createFrom()
                .<News>emitter(emitter -> join(key, first, listener, emitter), BackPressureStrategy.LATEST)
                .select()
                .where(listener::isToBeTold)
                .map(listener::told);
    }

    private void join(Answers.Key key, News first, Listener listener, MultiEmitter<? super News> emitter) {
        listener.listenWith(emitter);
        open.add(listener);
        var joined = watches.compute(key, (same, watch) -> {
            var either = watch == null ? new Watch(() -> figures.onTimeBeside(key.own(), key.asked()), first) : watch;
            either.add(listener);
            return either;
        });
        emitter.onTermination(() -> part(key, listener)); // at once, where the client has left meanwhile
        joined.repeat();
        if (ending) {
            listener.leave();
        }
    }

    private void part(Answers.Key key, Listener listener) {
        open.remove(listener);
        watches.computeIfPresent(key, (same, watch) -> {
            watch.remove(listener);
            return watch.isDeserted() ? null : watch;
        });
    }

    private void beat() {
        try {
            watches.values().forEach(this::beat);
        } catch (RuntimeException failed) { // whatever it is: the other streams go on
            LOG.error("a stream could not be told", failed);
        }
    }

    private void beat(Watch watch) {
        watch.repeat();
        if (watch.mayLook()) {
            lookers.execute(watch::look);
        }
    }

    private void end() {
        ending = true;
        open.forEach(Listener::leave);
    }

    @PreDestroy
    void stop() {
        if (!ending) {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        }
        end();
        pulse.shutdownNow();
        lookers.shutdown();
    }
}
