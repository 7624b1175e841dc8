package vn.motcua.dossier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.motcua.calendar.Calendars;
import vn.motcua.dossier.Estate.Passing;
import vn.motcua.http.Database;
import vn.motcua.http.Job;
import vn.motcua.http.Jobs;
import vn.motcua.organization.Succession;
import vn.motcua.organization.Successions;
import vn.motcua.organization.UnitSucceeded;

/**
 * Passes over what ended units leave, a small batch a transaction: a desk never waits long for a row, and a killed
 * service goes on with what has not passed over yet. A dossier that cannot pass stays with the unit that ended, in the
 * job's total, and is tried again for as long as it takes.
 */
@ApplicationScoped
class SuccessionWorker {

    static final int BATCH = 50;

    private static final Logger LOG = Logger.getLogger(SuccessionWorker.class);
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
        var passage = QuarkusTransaction.requiringNew().call(() -> begin(id));
        while (some(id, passage)) {
            // each batch is committed before the next begins
        }
    }

    private boolean some(UUID id, Passage passage) {
        passage.tried = Set.of();
        try {
            return QuarkusTransaction.requiringNew().call(() -> batch(id, passage));
        } catch (RuntimeException failed) { // whatever it is: one dossier must not stop all others for ever
            if (Database.isAway(failed) || passage.tried.isEmpty()) {
                throw failed; // the lease runs out and the job is taken up again
            }
            LOG.errorf(failed, "succession %s cannot pass over all of %s", id, passage.tried);
            passage.isolate();
            return true;
        }
    }

    Passage begin(UUID id) {
        var succession = successions.ofJob(id);
        jobs.hold(id).expect(estate.size(succession.unit()));
        return new Passage(succession);
    }

    /** Returns whether there may be more to do now. */
    boolean batch(UUID id, Passage passage) {
        var job = jobs.hold(id);
        var found = estate.next(passage.unit(), passage.most, passage.stuck);
        if (found.isEmpty()) {
            return formerKeys(job, passage);
        }
        var byFate = passage.passing(found).stream()
                .collect(Collectors.partitioningBy(each -> each.left().open()));
        passOn(job, byFate.get(true));
        estate.pass(passage.unit(), byFate.get(false));
        job.advance(byFate.get(true).size(), byFate.get(false).size(), 0, after(Jobs.LEASE));
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
        history.keepAll(rows);
        entities.flush();
    }

    private boolean formerKeys(Job job, Passage passage) {
        var found = estate.nextFormerKeys(passage.unit(), passage.most, passage.stuck);
        if (found.isEmpty()) {
            conclude(job, passage);
            return false;
        }
        estate.passFormerKeys(passage.passing(found));
        job.advance(0, 0, 0, after(Jobs.LEASE));
        return true;
    }

    private void conclude(Job job, Passage passage) {
        if (estate.size(passage.unit()) > 0 || estate.hasFormerKeys(passage.unit())) {
            job.advance(0, 0, 0, after(passage.stuck.isEmpty() ? A_MOMENT : Jobs.LEASE));
        } else {
            job.end(Job.State.DONE);
        }
    }

    private Instant after(Duration span) {
        return time.instant().plus(span);
    }

    /** One going through all that a unit leaves. */
    static final class Passage {

        private final Succession succession;
        /** Ids of dossiers that could not pass this time. */
        private final Set<Long> stuck = new HashSet<>();

        private Set<Long> tried = Set.of();
        private int most = BATCH;

        private Passage(Succession succession) {
            this.succession = succession;
        }

        private String unit() {
            return succession.unit();
        }

        private List<Passing> passing(List<Estate.Line> found) {
            tried = found.stream().map(Estate.Line::id).collect(Collectors.toSet());
            return found.stream()
                    .map(left -> new Passing(left, Heir.of(succession, left)))
                    .toList();
        }

        /** One by one from now on; what fails alone is left. */
        private void isolate() {
            if (most == 1) {
                stuck.addAll(tried);
            }
            most = 1;
        }
    }
}
