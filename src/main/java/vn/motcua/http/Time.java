package vn.motcua.http;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one source of the present, so that a test can hold it still. */
class Time {

    @Produces
    @Singleton
    InstantSource system() {
        return InstantSource.system();
    }
}
