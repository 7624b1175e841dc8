package vn.motcua.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Long work, kept in the database so that it survives the process that does it. */
@ApplicationScoped
public class Jobs {

    /** How long a process may be silent before another takes its work up. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    private final EntityManager entities;
    private final SecurityIdentity caller;

    Jobs(EntityManager entities, SecurityIdentity caller) {
        this.entities = entities;
        this.caller = caller;
    }

    public void add(Job job) {
        entities.persist(job);
        entities.flush(); // what belongs to the job refers to its row
    }

    public Job get(UUID id) {
        return entities.find(Job.class, id);
    }

    /** The job, kept from every other process until this transaction ends, however long its batch takes. */
    public Job hold(UUID id) {
        return entities.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The job, for whoever acts for the unit it belongs to; for others there is none. */
    public Job require(UUID id) {
        return Optional.ofNullable(get(id))
                .filter(job -> job.unit().equals(caller.getAttribute("unit")))
                .orElseThrow(() -> HttpProblem.JOB_UNKNOWN.because(id));
    }

    /** Takes up the oldest work of a kind that may start and that nobody is doing. */
    public Optional<UUID> takeUp(String kind, Instant now) {
        return entities.createNativeQuery(
                        """
                        update job set state = 'RUNNING', lease_until = ?2
                        where id = (
                            select id from job
                            where kind = ?1 and coalesce(start_at <= ?3, true)
                                and (state = 'QUEUED' or state = 'RUNNING' and lease_until < ?3)
                            order by created_at limit 1 for update skip locked)
                        returning id""",
                        UUID.class)
                .setParameter(1, kind)
                .setParameter(2, now.plus(LEASE))
                .setParameter(3, now)
                .getResultStream()
                .map(UUID.class::cast)
                .findFirst();
    }
}
