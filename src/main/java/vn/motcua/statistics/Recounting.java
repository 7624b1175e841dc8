package vn.motcua.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.statistics.OnTimeCount.Place;

/**
 * Counts again only what may have changed. Counters, with what they do not hold yet, say the same as long as no
 * transaction that wrote anything has ended, no day has begun and no desk has let an intake pass its time.
 */
@ApplicationScoped
class Recounting {

    /** Far longer than dashboards pause between two polls. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MOST_TALLIES = 50_000;

    /** An equal snapshot sees the same transactions: each that writes has a number, and is in it until it ends. */
    private static final String STATE =
            """
            select cast(pg_current_snapshot() as text), exists (
                select from dossier where received_at is null and ended_at is null and not voided
                    and intake_due_at >= cast(:since as timestamptz) and intake_due_at < cast(:now as timestamptz))""";

    private final Counters counters;
    private final EntityManager entities;
    private final MeterRegistry metrics;
    private final boolean reusing;
    private final Cache<Question, Counted> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_TALLIES)
            .weigher((Question asked, Counted counted) -> 1 + counted.tallies.size())
            .expireAfterWrite(LONGEST)
            .build();

    Recounting(
            Counters counters,
            EntityManager entities,
            MeterRegistry metrics,
            @ConfigProperty(name = "motcua.figures.reuse") Duration reuse) {
        this.counters = counters;
        this.entities = entities;
        this.metrics = metrics;
        this.reusing = !reuse.isZero();
    }

    /** The same as {@link Counters#count}. */
    Optional<Map<Place, Tally>> count(Question asked, List<SubPeriod> parts) {
        return reusing && Counters.isKept(asked) ? reuseOrCount(asked, parts) : fromCounters(asked, parts);
    }

    private Optional<Map<Place, Tally>> fromCounters(Question asked, List<SubPeriod> parts) {
        var tallies = counters.count(asked, parts);
        if (tallies.isPresent()) {
            metrics.counter("motcua.figures", "from", "counters").increment();
        }
        return tallies;
    }

    private Optional<Map<Place, Tally>> reuseOrCount(Question asked, List<SubPeriod> parts) {
        var last = kept.getIfPresent(asked.whenever());
        var since = last == null ? asked.asOf() : last.asOf;
        var state = state(since, asked.asOf()); // before counting: what ends meanwhile makes the next one count again
        if (last != null && last.stillHolds(asked, state)) {
            metrics.counter("motcua.figures", "from", "unchanged").increment();
            return Optional.of(last.tallies);
        }
        var tallies = fromCounters(asked, parts);
        tallies.ifPresent(all -> kept.put(asked.whenever(), new Counted(asked.asOf(), state.snapshot, all)));
        return tallies;
    }

    private State state(Instant since, Instant now) {
        var row = (Object[]) entities.createNativeQuery(STATE)
                .setParameter("since", since)
                .setParameter("now", now)
                .getSingleResult();
        return new State((String) row[0], (boolean) row[1]);
    }

    /** @param intakePassed whether a desk should have answered since the last count */
    private record State(String snapshot, boolean intakePassed) {}

    private record Counted(Instant asOf, String snapshot, Map<Place, Tally> tallies) {

        boolean stillHolds(Question asked, State state) {
            return snapshot.equals(state.snapshot)
                    && !state.intakePassed
                    && !asked.asOf().isBefore(asOf)
                    && LocalDate.ofInstant(asOf, asked.zone()).equals(LocalDate.ofInstant(asked.asOf(), asked.zone()));
        }
    }
}
