package vn.motcua.http;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Long work somebody asked for. Progress is written with each batch, in the transaction of the batch. */
@Entity
public class Job {

    @Id
    private UUID id;

    private String kind;

    @Enumerated(EnumType.STRING)
    private State state;

    private String unit;
    private String caller;
    private long done;
    private long total;
    private long accepted;
    private long unchanged;
    private long refused;
    private Instant createdAt;
    private Instant startAt;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    protected Job() {}

    /** Work to be taken up as soon as its transaction has committed. */
    public Job(String kind, String caller, String unit, Instant now) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.state = State.QUEUED;
        this.caller = caller;
        this.unit = unit;
        this.createdAt = now;
    }

    /** Leaves the work lying until then. */
    public void startAt(Instant moment) {
        startAt = moment;
    }

    /** Says how much there is still to do. */
    public void expect(long rows) {
        total = done + rows;
    }

    /** Counts a batch and keeps the work in hand. */
    public void advance(long accepted, long unchanged, long refused, Instant leaseUntil) {
        this.accepted += accepted;
        this.unchanged += unchanged;
        this.refused += refused;
        this.done += accepted + unchanged + refused;
        this.total = Math.max(total, done); // more may turn up while the work goes on
        this.leaseUntil = leaseUntil;
    }

    public void end(State how) {
        state = how;
        leaseUntil = null;
    }

    /** Ends it with what is done: what was expected besides went away while the work went on. */
    public void complete() {
        total = done;
        end(State.DONE);
    }

    public UUID id() {
        return id;
    }

    /** The code of the unit it is done for. */
    public String unit() {
        return unit;
    }

    /** Id of whoever asked for it. */
    public String caller() {
        return caller;
    }

    public View view() {
        return new View(id, kind, state, done, total, accepted, unchanged, refused);
    }

    /** Where the work stands. */
    @Schema(name = "JobState")
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /** A job as it is shown. done = accepted + unchanged + refused. */
    @Schema(name = "Job")
    public record View(
            UUID id,
            @Schema(examples = "IMPORT") String kind,
            State state,
            long done,
            long total,
            long accepted,
            long unchanged,
            long refused) {}
}
