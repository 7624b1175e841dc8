package vn.motcua.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import vn.motcua.http.Database;
import vn.motcua.http.HttpProblem;
import vn.motcua.problem.Problem;

/**
 * Writes readings down, all that wait at a time in one transaction, so that many readers pay for one flush of the disk.
 * It has a connection of its own: readers that hold all others cannot keep it from writing.
 */
@ApplicationScoped
class AuditWriter {

    private static final Logger LOG = Logger.getLogger(AuditWriter.class);
    private static final int MOST_AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final AgroalDataSource database;
    private final AuditEntries entries;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::work, "audit");

    AuditWriter(@DataSource("audit") AgroalDataSource database, AuditEntries entries) {
        this.database = database;
        this.entries = entries;
    }

    @PostConstruct
    void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns once the entries are committed; refuses the request whose entries could not be. */
    void write(List<Footprint> some) {
        await(some);
    }

    /** When the service stops, whoever still waits is let go first. */
    void drain(@Observes ShutdownEvent stopping) {
        try {
            await(List.of());
        } catch (Problem notWritten) {
            LOG.debug("what waited last could not be written; who waited has been told");
        }
    }

    @PreDestroy
    void end() {
        thread.interrupt();
    }

    private void await(List<Footprint> some) {
        var waiting = new Waiting(some, new CompletableFuture<>());
        queue.add(waiting);
        try {
            waiting.written.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException notWritten) {
            waiting.written.cancel(false);
            throw HttpProblem.SERVICE_BUSY.because();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw HttpProblem.SERVICE_BUSY.because();
        }
    }

    private void work() {
        try {
            while (true) {
                var some = new ArrayList<>(List.of(queue.take()));
                queue.drainTo(some, MOST_AT_ONCE - 1);
                some.removeIf(waiting -> waiting.written.isCancelled()); // refused already
                insertAll(some);
            }
        } catch (InterruptedException ended) {
            LOG.debug("audit ended");
        }
    }

    /** What cannot be written keeps nobody else's from being written. */
    private void insertAll(List<Waiting> some) {
        try {
            insert(some.stream().flatMap(waiting -> waiting.entries.stream()).toList());
            some.forEach(waiting -> waiting.written.complete(null));
        } catch (Throwable failed) { // whatever it is: each who waits is told, and the thread goes on
            if (some.size() > 1 && !Database.isAway(failed)) {
                some.forEach(waiting -> insertAll(List.of(waiting)));
            } else {
                LOG.errorf("%d entries of the audit were not written, their answers withheld: %s", some.size(), failed);
                some.forEach(waiting -> waiting.written.completeExceptionally(failed));
            }
        }
    }

    private void insert(List<Footprint> some) throws SQLException {
        if (some.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(AuditEntries.INSERT)) {
            statement.setString(1, entries.json(some));
            statement.executeUpdate();
        }
    }

    /** Who waits for what to be written. */
    private record Waiting(List<Footprint> entries, CompletableFuture<Void> written) {}
}
