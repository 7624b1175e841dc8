package vn.motcua.http;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * How requests are told apart in the metrics. What nobody offers has one name: else whoever makes up addresses and
 * methods uses up the names of those there are.
 */
class Metrics {

    private static final String OTHER = "OTHER";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT");

    @Produces
    @Singleton
    MeterFilter addresses(Addresses addresses) {
        return MeterFilter.replaceTagValues(
                "uri", uri -> uri.startsWith("/") && !addresses.isTemplate(uri) ? OTHER : uri);
    }

    @Produces
    @Singleton
    MeterFilter methods() {
        return MeterFilter.replaceTagValues("method", method -> METHODS.contains(method) ? method : OTHER);
    }
}
