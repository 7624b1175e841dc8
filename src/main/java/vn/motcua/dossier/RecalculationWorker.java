package vn.motcua.dossier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.motcua.http.Database;
import vn.motcua.http.Job;
import vn.motcua.http.Jobs;

/**
 * Does recalculations, a few dossiers a transaction. The rows of the job tell what is done, so that a killed service
 * goes on with the rest. It goes through the dossiers in order, and again for those that were being worked on.
 */
@ApplicationScoped
class RecalculationWorker {

    private static final Logger LOG = Logger.getLogger(RecalculationWorker.class);
    private static final int PATIENCE_SECONDS = 120;
    private static final Duration UNTIL_DESKS_ARE_DONE = Duration.ofMillis(50);

    private final Jobs jobs;
    private final Concerned concerned;
    private final Recalculator recalculator;
    private final RecalculationRows rows;
    private final EntityManager entities;
    private final InstantSource time;

    RecalculationWorker(
            Jobs jobs,
            Concerned concerned,
            Recalculator recalculator,
            RecalculationRows rows,
            EntityManager entities,
            InstantSource time) {
        this.jobs = jobs;
        this.concerned = concerned;
        this.recalculator = recalculator;
        this.rows = rows;
        this.entities = entities;
        this.time = time;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws InterruptedException {
        for (var kind : RecalculationDesk.KINDS) {
            var job = QuarkusTransaction.requiringNew().call(() -> jobs.takeUp(kind, time.instant()));
            if (job.isPresent()) {
                finish(job.get());
            }
        }
    }

    void finish(UUID job) throws InterruptedException {
        var pace = new Pace();
        var after = 0L;
        while (true) {
            var last = next(job, after, pace);
            if (last.isEmpty() && after == 0) {
                return;
            }
            if (last.isEmpty()) {
                Thread.sleep(UNTIL_DESKS_ARE_DONE.toMillis());
            }
            after = last.orElse(0L);
        }
    }

    /** Meets the next ones; the last of them, or none where there are no more after this one. */
    private Optional<Long> next(UUID job, long after, Pace pace) {
        try {
            var last = QuarkusTransaction.requiringNew()
                    .timeout(PATIENCE_SECONDS)
                    .call(() -> meet(jobs.hold(job), after, pace));
            pace.released();
            return last;
        } catch (RuntimeException failed) { // whatever it is: one dossier must not stop all others for ever
            if (Database.isAway(failed)) {
                throw failed; // the lease runs out and the job is taken up again
            }
            return isolate(job, after, pace, failed);
        }
    }

    private Optional<Long> meet(Job job, long after, Pace pace) {
        entities.setFlushMode(FlushModeType.COMMIT); // what is reckoned is written when it is applied, or never
        var wanted = entities.find(Recalculation.class, job.id());
        var now = time.instant();
        var ids = concerned.next(wanted, after, pace.dossiers(), now);
        if (ids.isEmpty()) {
            completeAfterAll(job, after);
            return Optional.empty();
        }
        var effects = recalculator.reckon(wanted, ids, now);
        conclude(job, wanted.dryRun() ? forgotten(effects) : applied(effects, job, pace));
        return Optional.of(ids.get(ids.size() - 1));
    }

    /** Nothing is left when a whole pass met nothing. */
    private static void completeAfterAll(Job job, long after) {
        if (after == 0) {
            job.complete();
        }
    }

    private List<Effect> forgotten(List<Effect> effects) {
        recalculator.forget(effects);
        return effects;
    }

    private List<Effect> applied(List<Effect> effects, Job job, Pace pace) {
        pace.locking();
        return recalculator.apply(effects, new Actor(job.caller(), job.unit(), false));
    }

    private void conclude(Job job, List<Effect> effects) {
        rows.keep(job.id(), effects);
        var refused = effects.stream().filter(Effect::isRefused).count();
        var moved = effects.stream().filter(Effect::moves).count();
        job.advance(moved, effects.size() - moved - refused, refused, lease());
    }

    private Instant lease() {
        return time.instant().plus(Jobs.LEASE);
    }

    /** A dossier that fails for a reason nobody foresaw is named, and the rest goes on. */
    private Optional<Long> isolate(UUID job, long after, Pace pace, RuntimeException failed) {
        if (pace.dossiers() > 1) {
            LOG.warnf("dossiers of recalculation %s failed (%s), going on one by one", job, failed.getClass());
            pace.oneByOne();
            return Optional.of(after);
        }
        LOG.errorf(failed, "a dossier of recalculation %s cannot be recalculated", job);
        return QuarkusTransaction.requiringNew().call(() -> refuseNext(jobs.hold(job), after));
    }

    private Optional<Long> refuseNext(Job job, long after) {
        var wanted = entities.find(Recalculation.class, job.id());
        var next = concerned.next(wanted, after, 1, time.instant()).stream().findFirst();
        next.ifPresent(id -> {
            rows.refuse(job.id(), id, DossierProblem.NOT_RECALCULATED);
            job.advance(0, 0, 1, lease());
        });
        return next;
    }
}
