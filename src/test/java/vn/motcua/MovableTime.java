package vn.motcua;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The service's present, in the hands of a test: real until it is set. Tokens are checked against the real clock, so
 * time moves inside the service only. Whoever sets it releases it again; all tests share one service.
 */
@Mock
@Singleton
public class MovableTime implements InstantSource {

    private volatile InstantSource present = InstantSource.system();

    @Override
    public Instant instant() {
        return present.instant();
    }

    /** Time stands still here until it is moved again. */
    public void setTo(Instant moment) {
        present = InstantSource.fixed(moment);
    }

    public void advance(Duration by) {
        setTo(instant().plus(by));
    }

    /** Back to the real present. */
    public void release() {
        present = InstantSource.system();
    }
}
