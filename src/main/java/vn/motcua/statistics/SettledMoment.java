package vn.motcua.statistics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import vn.motcua.http.HttpProblem;

/**
 * A moment after which nothing more turns up that was recorded by it. A step stamps its time and commits a little later:
 * figures counted between the two lack it, and asked again as of the same moment they would have it. So whoever keeps
 * figures waits until every transaction has ended that had begun to write by then.
 */
@ApplicationScoped
class SettledMoment {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final EntityManager entities;
    private final InstantSource time;

    SettledMoment(EntityManager entities, InstantSource time) {
        this.entities = entities;
        this.time = time;
    }

    /** The present, once it is settled. To be asked outside a transaction, or two who ask wait for one another. */
    Instant now() {
        var moment = time.instant().truncatedTo(ChronoUnit.MICROS);
        var youngest = newestTransaction();
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (!hasEndedWithAllBefore(youngest)) {
            if (System.nanoTime() > patience) {
                throw HttpProblem.SERVICE_BUSY.because();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return moment;
    }

    /** Younger than any that writes already. */
    private String newestTransaction() {
        return (String) QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select cast(pg_current_xact_id() as text)")
                        .getSingleResult());
    }

    private boolean hasEndedWithAllBefore(String transaction) {
        return (Boolean) QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select pg_snapshot_xmin(pg_current_snapshot()) > cast(?1 as xid8)")
                .setParameter(1, transaction)
                .getSingleResult());
    }
}
