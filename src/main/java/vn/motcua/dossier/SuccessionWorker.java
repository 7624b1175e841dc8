package vn.motcua.dossier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.calendar.Calendars;
import vn.motcua.dossier.Estate.Passing;
import vn.motcua.http.Job;
import vn.motcua.http.Jobs;
import vn.motcua.organization.Succession;
import vn.motcua.organization.Successions;
import vn.motcua.organization.UnitSucceeded;

/**
 * Passes over what ended units leave, a small batch a transaction: a desk never waits long for a row, and a killed
 * service goes on with what has not passed over yet.
 */
@ApplicationScoped
class SuccessionWorker {

    static final int BATCH = 50;
    /** What desks were at work on is free again by then. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Jobs jobs;
    private final Successions successions;
    private final Estate estate;
    private final History history;
    private final Calendars calendars;
    private final EntityManager entities;
    private final InstantSource time;

    SuccessionWorker(
            Jobs jobs,
            Successions successions,
            Estate estate,
            History history,
            Calendars calendars,
            EntityManager entities,
            InstantSource time) {
        this.jobs = jobs;
        this.successions = successions;
        this.estate = estate;
        this.history = history;
        this.calendars = calendars;
        this.entities = entities;
        this.time = time;
    }

    /** The day begins where the unit is. */
    void plan(@Observes UnitSucceeded recorded) {
        var zone = calendars.of(recorded.ended()).hours().zone();
        recorded.job().startAt(recorded.date().atStartOfDay(zone).toInstant());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        for (var job = takeUp(); job.isPresent(); job = takeUp()) {
            finish(job.get());
        }
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void recall() {
        QuarkusTransaction.requiringNew().run(estate::recall);
    }

    private Optional<UUID> takeUp() {
        return QuarkusTransaction.requiringNew().call(() -> jobs.takeUp(Successions.JOB, time.instant()));
    }

    private void finish(UUID id) {
        var succession = QuarkusTransaction.requiringNew().call(() -> begin(id));
        while (QuarkusTransaction.requiringNew().call(() -> batch(id, succession))) {
            // each batch is committed before the next begins
        }
    }

    Succession begin(UUID id) {
        var succession = successions.ofJob(id);
        jobs.hold(id).expect(estate.size(succession.unit()));
        return succession;
    }

    /** Returns whether there may be more to do now. */
    boolean batch(UUID id, Succession succession) {
        var job = jobs.hold(id);
        var passing = estate.next(succession.unit(), BATCH).stream()
                .map(left -> new Passing(left, Heir.of(succession, left)))
                .toList();
        if (passing.isEmpty()) {
            return formerKeys(job, succession);
        }
        var byFate = passing.stream()
                .collect(Collectors.partitioningBy(each -> each.left().open()));
        passOn(job, byFate.get(true));
        estate.pass(succession.unit(), byFate.get(false));
        job.advance(
                byFate.get(true).size(),
                byFate.get(false).size(),
                0,
                time.instant().plus(Jobs.LEASE));
        return true;
    }

    private void passOn(Job job, List<Passing> open) {
        var heirs =
                open.stream().collect(Collectors.toMap(passing -> passing.left().id(), Passing::to));
        var dossiers = entities.createQuery("from Dossier where id in ?1", Dossier.class)
                .setParameter(1, heirs.keySet())
                .getResultList();
        var by = Actor.atTheDesk(job.caller(), job.unit());
        var now = Moment.of(time.instant());
        Map<Dossier, HistoryRow> rows = dossiers.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        dossier -> history.next(dossier, dossier.passOn(heirs.get(dossier.id())), now, by)));
        rows.forEach(history::keep);
        entities.flush();
    }

    private boolean formerKeys(Job job, Succession succession) {
        var passing = estate.nextFormerKeys(succession.unit(), BATCH).stream()
                .map(left -> new Passing(left, Heir.of(succession, left)))
                .toList();
        if (!passing.isEmpty()) {
            estate.passFormerKeys(passing);
            job.advance(0, 0, 0, time.instant().plus(Jobs.LEASE));
            return true;
        }
        if (estate.size(succession.unit()) > 0 || estate.hasFormerKeys(succession.unit())) {
            job.advance(0, 0, 0, time.instant().plus(A_MOMENT));
        } else {
            job.end(Job.State.DONE);
        }
        return false;
    }
}
