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

    /** Under what each contribution is counted: for its unit, and for its province by kind. */
    private static final String KEYS =
            """
             cross join lateral (values
                ('COMPETENT', competent_path, '', '', ''),
                ('RECEIVING', receiving_path, '', '', ''),
                ('COMPETENT', competent_path[1:1], field, procedure, channel),
                ('RECEIVING', receiving_path[1:1], field, procedure, channel)
            ) as k (role, path, field, procedure, channel)""";

    private static final String NEW_KEYS =
            """
            insert into counted_key (role, path, zone, field, procedure, channel)
            select distinct k.role, k.path, c.zone, k.field, k.procedure, k.channel from contribution as c"""
                    + KEYS + " on conflict do nothing";

    private static final String UNDER = "role, path, zone, field, procedure, channel";

    private static final String SUMMED = Measure.each(each -> "sum(%1$s) as %1$s".formatted(each.column()));

    /** First by day, where most comes together; then what larger grains hold. */
    private static final String SUMS =
            """
            , daily as (
                select k.role, k.path, c.zone, k.field, k.procedure, k.channel, c.is_pair, c.day, c.since, ${summed}
                from (
                    select competent_path, receiving_path, zone, field, procedure, channel, is_pair,
                        case when is_pair then ${half} else day end as day,
                        case when is_pair then ${halfSince} else since end as since, ${columns}
                    from contribution) as c ${keys}
                group by k.role, k.path, c.zone, k.field, k.procedure, k.channel, c.is_pair, c.day, c.since
            ), sums as (
                select ${under}, case when is_pair then 'PAIR' else 'DAY' end as grain, day, since, ${columns} from daily
                union all
                select ${under}, 'HALF', ${half}, ${half}, ${summed} from daily where not is_pair
                group by ${under}, ${half}
                union all
                select ${under}, 'YEAR', ${year}, ${year}, ${summed} from daily where not is_pair
                group by ${under}, ${year}
            )"""
                    .replace("${keys}", KEYS)
                    .replace("${under}", UNDER)
                    .replace("${summed}", SUMMED)
                    .replace("${columns}", Measure.columns())
                    .replace("${halfSince}", Cells.halfSql("since"))
                    .replace("${half}", Cells.halfSql("day"))
                    .replace("${year}", "cast(date_trunc('year', day) as date)");

    /** What the counters should hold, or how they change: everything that is not zero. Without a key it cannot be kept. */
    static final String CHANGES = Contribution.SQL + SUMS + ", change as (select counted_key.id as key,"
            + " grain, day, since, " + Measure.columns() + " from sums left join counted_key"
            + " using (role, path, zone, field, procedure, channel) where ("
            + Measure.columns() + ") <> (" + Measure.each(each -> "0") + "))";

    private static final String COUNT = " insert into counter (key, grain, day, since, " + Measure.columns()
            + ") select key, grain, day, since, " + Measure.columns() + " from change order by key, grain, day, since"
            + " on conflict (key, grain, day, since) do update set "
            + Measure.each(each -> "%1$s = counter.%1$s + excluded.%1$s".formatted(each.column()));

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
        for (var sql : List.of(Contribution.SQL + NEW_KEYS, CHANGES + COUNT)) {
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
                "delete from uncounted",
                "delete from counter",
                "with " + ALL + Contribution.SQL + NEW_KEYS,
                "with " + ALL + CHANGES + COUNT)) {
            entities.createNativeQuery(sql).executeUpdate();
        }
        return true;
    }
}
