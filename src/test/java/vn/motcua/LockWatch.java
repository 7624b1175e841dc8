package vn.motcua;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

/** Looks every few milliseconds who waits for a lock in the database, and since when. */
final class LockWatch implements AutoCloseable {

    private static final long EVERY_MILLIS = 10;
    private static final String LONGEST_NOW =
            """
            select coalesce(max(extract(epoch from clock_timestamp() - waitstart) * 1000), 0), count(distinct pid)
            from pg_locks where not granted and waitstart is not null""";

    private final Connection connection;
    private final Thread thread;
    private final AtomicReference<SQLException> failure = new AtomicReference<>();
    private volatile boolean watching = true;
    private volatile double longestMillis;
    private volatile long seenWaiting;
    private volatile long looks;

    LockWatch(PackagedService service) throws Exception {
        connection = DriverManager.getConnection(service.jdbcUrl());
        thread = new Thread(this::watch);
        thread.start();
    }

    private void watch() {
        try (var statement = connection.prepareStatement(LONGEST_NOW)) {
            while (watching) {
                var found = statement.executeQuery();
                found.next();
                longestMillis = Math.max(longestMillis, found.getDouble(1));
                seenWaiting += found.getLong(2);
                looks++;
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (SQLException failed) {
            failure.set(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws Exception {
        watching = false;
        thread.join();
        connection.close();
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /** The longest wait seen; one may have lasted until just before the next look. */
    double longestMillis() {
        return longestMillis;
    }

    @Override
    public String toString() {
        return "longest wait %.1f ms, %d waits seen in %d looks".formatted(longestMillis, seenWaiting, looks);
    }
}
