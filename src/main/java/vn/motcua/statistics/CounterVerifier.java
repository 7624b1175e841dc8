package vn.motcua.statistics;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import vn.motcua.http.Command;
import vn.motcua.http.Database;

/** Counts everything again, beside desks at work, and names every counter that says something else. */
@ApplicationScoped
class CounterVerifier implements Command {

    private static final Logger LOG = Logger.getLogger(CounterVerifier.class);
    private static final int LONGEST_SECONDS = 7_200;
    private static final int SHOWN_IN_THE_LOG = 20;
    private static final long NEVER = -1;

    /** Only what was counted by now is compared: of a dossier that waits to be counted, its history up to there. */
    private static final String SQL =
            """
            with pending as (
                select dossier, min(number) as first from uncounted group by dossier
            ), touched as (
                select d.id as dossier, coalesce(p.first - 1, 2147483647) as upto, 1 as sign
                from dossier d left join pending p on p.dossier = d.id
            ), """
                    + CountingSql.CHANGES
                    + """
            select concat_ws(' ', k.role, k.path, k.field, k.procedure, k.channel, grain, day, since) || ': has '
                || coalesce(cast(kept as text), 'nothing') || ', counted anew ' || coalesce(cast(right_one as text), 'nothing')
            from (select key, grain, day, since, (${integers}) as right_one from change) as recounted
                full join (
                    select key, grain, day, since, (${columns}) as kept from counter where (${columns}) <> (${zeros})
                ) as counters using (key, grain, day, since)
                left join counted_key as k on k.id = key
            where kept is distinct from right_one
            order by 1"""
                            .replace("${columns}", Measure.columns())
                            .replace("${integers}", Measure.each(each -> "cast(" + each.column() + " as integer)"))
                            .replace("${zeros}", Measure.each(each -> "0"));

    private final EntityManager entities;
    private final AtomicLong lastFound;

    CounterVerifier(EntityManager entities, MeterRegistry metrics) {
        this.entities = entities;
        this.lastFound = metrics.gauge("motcua.counters.differences", new AtomicLong(NEVER));
    }

    @Override
    public String name() {
        return "verify-counters";
    }

    @Override
    public int run() {
        return Command.tell(verify());
    }

    @Scheduled(cron = "{motcua.counters.verified}")
    void verifyByItself() {
        var differences = verify();
        differences.stream().limit(SHOWN_IN_THE_LOG).forEach(LOG::error);
    }

    /** One sentence for each counter that is not what it should be; the metric tells how many were found last. */
    @SuppressWarnings("unchecked")
    List<String> verify() {
        List<String> differences = QuarkusTransaction.requiringNew()
                .timeout(LONGEST_SECONDS)
                .call(() -> {
                    Database.readAtOneMoment(entities);
                    entities.createNativeQuery(CountingSql.MORE_MEMORY).executeUpdate();
                    return entities.createNativeQuery(SQL, String.class).getResultList();
                });
        lastFound.set(differences.size());
        return differences;
    }
}
