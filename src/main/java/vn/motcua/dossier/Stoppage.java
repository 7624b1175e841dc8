package vn.motcua.dossier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import vn.motcua.deadline.Stop;
import vn.motcua.deadline.StopKind;

/** An interval in which the clock stands still: what for, since when, by whom, and where the dossier goes on after. */
@Embeddable
class Stoppage {

    @Enumerated(EnumType.STRING)
    StopKind kind;

    @Enumerated(EnumType.STRING)
    Status fromStatus;

    Instant stoppedAt;
    Instant resumedAt;
    String stoppedBy;
    Instant answerBy;

    Stoppage() {}

    Stoppage(StopKind kind, Status fromStatus, Instant stoppedAt, String stoppedBy, Instant answerBy) {
        this.kind = kind;
        this.fromStatus = fromStatus;
        this.stoppedAt = stoppedAt;
        this.stoppedBy = stoppedBy;
        this.answerBy = answerBy;
    }

    /** Before receipt no clock runs, so nothing can stop it. */
    boolean stopsTheClock() {
        return fromStatus != Status.SUBMITTED;
    }

    Stop asStop() {
        return new Stop(stoppedAt, Optional.ofNullable(resumedAt), kind);
    }
}
