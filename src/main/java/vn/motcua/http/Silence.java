package vn.motcua.http;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long the database may keep silent. A request is given up after the connection's own socketTimeout, a long reading
 * later, and its caller told to try again; work nobody waits for (a migration, a job, a command) is never cut.
 */
@Singleton
public class Silence implements AgroalPoolInterceptor {

    private static final String LONG = LongReading.class.getName();
    private static final int LONG_MILLIS = 60_000;
    private static final int FOR_EVER = 0;

    private static final ThreadLocal<Boolean> AWAITED = ThreadLocal.withInitial(() -> false);

    private final int usualMillis;

    Silence(
            @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout")
                    int usualSeconds) {
        usualMillis = usualSeconds * 1000;
    }

    static void mayBeLong(RoutingContext request) {
        request.put(LONG, true);
    }

    /** Reads beside all requests for somebody who waits: given up as a long reading of a request is. */
    public static <T> T awaited(Supplier<T> reading) {
        AWAITED.set(true);
        try {
            return reading.get();
        } finally {
            AWAITED.remove();
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        allow(connection, millis(request()));
    }

    private int millis(RoutingContext request) {
        if (request == null) {
            return AWAITED.get() ? longMillis() : FOR_EVER;
        }
        return request.get(LONG) == null ? usualMillis : longMillis();
    }

    private int longMillis() {
        return Math.max(usualMillis, LONG_MILLIS);
    }

    /** The pool itself checks idle connections, and a health probe waits for it. */
    @Override
    public void onConnectionReturn(Connection connection) {
        allow(connection, usualMillis);
    }

    private static void allow(Connection connection, int millis) {
        try {
            if (!connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, millis);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken); // known by its cause as a database that is away
        }
    }

    private static RoutingContext request() {
        var container = Arc.container();
        return container.requestContext().isActive()
                ? container.instance(CurrentVertxRequest.class).get().getCurrent()
                : null;
    }
}
