package vn.motcua.dossier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.UUID;
import vn.motcua.http.Jobs;
import vn.motcua.organization.Units;

/** Lets go of people a small batch a transaction; a killed service goes on with what is left. */
@ApplicationScoped
class AnonymisationWorker {

    private static final int BATCH = 50;

    private final Jobs jobs;
    private final Anonymiser anonymiser;
    private final Units units;
    private final EntityManager entities;
    private final InstantSource time;

    AnonymisationWorker(Jobs jobs, Anonymiser anonymiser, Units units, EntityManager entities, InstantSource time) {
        this.jobs = jobs;
        this.anonymiser = anonymiser;
        this.units = units;
        this.entities = entities;
        this.time = time;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        var job = QuarkusTransaction.requiringNew().call(() -> jobs.takeUp(AnonymisationDesk.KIND, time.instant()));
        job.ifPresent(this::finish);
    }

    private void finish(UUID job) {
        while (QuarkusTransaction.requiringNew().call(() -> batch(job))) {
            // each batch is committed before the next begins
        }
    }

    /** Returns whether there may be more to do now. What a desk holds at the end is taken up when the lease runs out. */
    private boolean batch(UUID id) {
        var job = jobs.hold(id);
        var wanted = entities.find(Anonymisation.class, id);
        var reach = units.subtree(wanted.unit());
        var ids = anonymiser.next(wanted, reach, BATCH);
        if (!ids.isEmpty()) {
            anonymiser.letGo(ids, wanted, Actor.atTheDesk(job.caller(), job.unit()));
        } else if (anonymiser.count(wanted, reach) == 0) {
            job.complete();
            return false;
        }
        job.advance(ids.size(), 0, 0, time.instant().plus(Jobs.LEASE));
        return !ids.isEmpty();
    }
}
