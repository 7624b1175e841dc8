package vn.motcua.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers just given. Whoever asks the same for the same unit within a second of its first reading gets the same bytes,
 * or waits for them with the one who asked first.
 */
@ApplicationScoped
class Answers {

    private static final long MOST_BYTES = 32 << 20;
    /** What an answer takes up beside its body, the question above all. */
    private static final int FRAME = 10_000;

    private final Duration reuse;
    private final InstantSource time;
    private final Counter reused;
    private final Cache<Key, Kept> kept;

    Answers(@ConfigProperty(name = "motcua.figures.reuse") Duration reuse, InstantSource time, MeterRegistry metrics) {
        this.reuse = reuse;
        this.time = time;
        this.reused = metrics.counter("motcua.figures", "from", "reuse");
        this.kept = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((Key key, Kept answer) -> answer.weight)
                .expireAfterWrite(reuse)
                .executor(Runnable::run) // what is too much goes at once, not when a busy machine gets to it
                .build();
    }

    /** What fails is not kept: everybody who waited for it is refused as if alone, in a language of their own. */
    Written of(Key key, Callable<Written> counting) {
        if (reuse.isZero()) {
            return new Kept(time.instant(), counting).run();
        }
        var answer = kept.getIfPresent(key);
        if (answer == null || !isFresh(answer)) {
            var own = new Kept(time.instant(), counting);
            answer = kept.asMap().compute(key, (same, other) -> other != null && isFresh(other) ? other : own);
            if (answer == own) {
                return count(key, own);
            }
        }
        reused.increment();
        return answer.get();
    }

    private Written count(Key key, Kept own) {
        try {
            var written = own.run();
            kept.asMap().replace(key, own, own); // weighed again, with its body
            return written;
        } catch (RuntimeException failed) { // whatever failed, who asks next counts anew
            kept.asMap().remove(key, own);
            throw failed;
        }
    }

    private boolean isFresh(Kept answer) {
        var now = time.instant();
        return !now.isBefore(answer.began)
                && now.isBefore(answer.began.plus(reuse))
                && System.nanoTime() - answer.nanos < reuse.toNanos();
    }

    /**
     * Who gets the same answer.
     *
     * @param own the unit the caller acts for, which decides what may be seen
     * @param answer what is made of the figures, as {@code on-time} or {@code 06a}
     */
    record Key(String own, String answer, Asked asked) {}

    /**
     * An answer as it is sent.
     *
     * @param tag entity tag of what it says, whenever it says so
     */
    record Written(byte[] body, String tag) {}

    /** An answer from the moment it is asked for: the figures are read no earlier. */
    private static final class Kept {

        private final Instant began;
        private final long nanos = System.nanoTime();
        private final FutureTask<Written> counting;
        private volatile int weight = FRAME;

        Kept(Instant began, Callable<Written> counting) {
            this.began = began;
            this.counting = new FutureTask<>(counting);
        }

        Written run() {
            counting.run();
            var written = get();
            weight = FRAME + written.body.length;
            return written;
        }

        Written get() {
            try {
                return counting.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException refused
                        ? refused
                        : new IllegalStateException(failed.getCause());
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted); // nobody interrupts a request
            }
        }
    }
}
