package vn.motcua.statistics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import vn.motcua.http.Command;
import vn.motcua.http.Database;

/**
 * Takes steps into the counters, some dossiers at a time, beside the desks and in no desk's transaction: what a dossier
 * contributed before is taken out, what it contributes now is put in. Until then figures are read with what is missing.
 */
@ApplicationScoped
class Counting implements Command {

    private static final Logger LOG = Logger.getLogger(Counting.class);
    private static final int AT_A_TIME = 1_000;
    private static final int LONGEST_SECONDS = 7_200;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String ONE_AT_A_TIME = "select pg_try_advisory_xact_lock(hashtextextended('counting', 0))";

    /** Dossiers by id, and the first of their rows that is not counted. */
    private static final String SOME =
            """
            touched as (
                select dossier, first - 1 as upto, -1 as sign
                from unnest(cast(:dossiers as bigint[]), cast(:firsts as integer[])) as taken (dossier, first)
                where first > 1
                union all
                select dossier, 2147483647, 1 from unnest(cast(:dossiers as bigint[])) as taken (dossier)
            ), """;

    private static final String ALL = "touched as (select id as dossier, 2147483647 as upto, 1 as sign from dossier), ";

    private final EntityManager entities;

    Counting(EntityManager entities) {
        this.entities = entities;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        try {
            while (atOneMoment(this::some)) {
                // each batch is committed before the next begins
            }
        } catch (PersistenceException failed) {
            if (!Database.isAway(failed)) {
                throw failed;
            }
            LOG.debugf(failed, "counting goes on later");
        }
    }

    @Override
    public String name() {
        return "rebuild-counters";
    }

    /** Counts everything anew, from the histories, while desks go on; what they do meanwhile is counted after it. */
    @Override
    public int run() {
        while (!atOneMoment(this::everything)) {
            LOG.info("Somebody is counting just now: waiting");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return 0;
    }

    /** All statements of it see the database as it is at its first one. */
    private boolean atOneMoment(Callable<Boolean> counting) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            entities.createNativeQuery("set transaction isolation level repeatable read")
                    .executeUpdate();
            return (boolean) entities.createNativeQuery(ONE_AT_A_TIME).getSingleResult() && counting.call();
        });
    }

    /** Returns whether there may be more. */
    private boolean some() {
        var taken = next();
        if (taken.isEmpty()) {
            return false;
        }
        var dossiers = taken.stream().map(row -> (Long) row[0]).toArray(Long[]::new);
        var firsts = taken.stream().map(row -> (Integer) row[1]).toArray(Integer[]::new);
        entities.createNativeQuery("delete from uncounted where dossier = any (:dossiers)")
                .setParameter("dossiers", dossiers)
                .executeUpdate();
        for (var sql : List.of(CountingSql.NEW_KEYS, CountingSql.COUNT)) {
            entities.createNativeQuery("with " + SOME + sql)
                    .setParameter("dossiers", dossiers)
                    .setParameter("firsts", firsts)
                    .executeUpdate();
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> next() {
        return entities.createNativeQuery("select dossier, min(number) from uncounted"
                        + " where dossier in (select dossier from uncounted limit :most) group by dossier")
                .setParameter("most", AT_A_TIME)
                .getResultList();
    }

    private boolean everything() {
        for (var sql : List.of(
                CountingSql.MORE_MEMORY,
                "delete from uncounted",
                "delete from counter",
                "with " + ALL + CountingSql.NEW_KEYS,
                "with " + ALL + CountingSql.COUNT_FIRST)) {
            entities.createNativeQuery(sql).executeUpdate();
        }
        return true;
    }
}
