package vn.motcua.http;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How slowly a body may come: a worker waits for each of its bytes. A while is free, on any network; on the whole it has
 * to keep a pace, however long it is, so that an import of hours goes through and a byte now and then does not.
 */
@Singleton
class BodyPace {

    private final long freeNanos;
    private final double nanosPerByte;

    BodyPace(
            @ConfigProperty(name = "motcua.body.patience") Duration patience,
            @ConfigProperty(name = "motcua.body.slowest") long bytesPerSecond) {
        freeNanos = patience.toNanos();
        nanosPerByte = 1e9 / bytesPerSecond;
    }

    boolean isTooSlow(long bytes, long waitedNanos) {
        return waitedNanos - freeNanos > bytes * nanosPerByte;
    }
}
