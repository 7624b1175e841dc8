package vn.motcua.dossier;

import static java.time.temporal.ChronoUnit.MICROS;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.deadline.Verdict;

/**
 * Where a dossier stands at one moment: all that counting needs to know. The dossier holds the present one, each row
 * of its history the one of its time. Times are exact to the microsecond, as the database keeps them.
 */
@Embeddable
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@JsonInclude(JsonInclude.Include.NON_NULL)
class Standing {

    @Enumerated(EnumType.STRING)
    Status status;

    Instant submittedAt;
    Instant intakeDueAt;
    Instant receivedAt;
    boolean promised;
    Instant startsAt;
    Instant firstDueAt;
    LocalDate firstDueDate;
    Instant dueAt;
    LocalDate dueDate;
    LocalDate missedDate;
    Instant missedMoment;
    Instant stoppedAt;
    Instant finishedAt;
    Instant returnedAt;
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    Verdict dateVerdict;

    @Enumerated(EnumType.STRING)
    Verdict momentVerdict;

    @Enumerated(EnumType.STRING)
    Verdict dateVerdictFirst;

    @Enumerated(EnumType.STRING)
    Verdict momentVerdictFirst;

    /** Whether the result was given as data; null where there is none, or where nobody said so. */
    Boolean digitised;

    Standing() {}

    /** The same standing, kept apart. */
    Standing copy() {
        var copy = new Standing();
        copy.status = status;
        copy.submittedAt = submittedAt;
        copy.intakeDueAt = intakeDueAt;
        copy.receivedAt = receivedAt;
        copy.promised = promised;
        copy.startsAt = startsAt;
        copy.firstDueAt = firstDueAt;
        copy.firstDueDate = firstDueDate;
        copy.dueAt = dueAt;
        copy.dueDate = dueDate;
        copy.missedDate = missedDate;
        copy.missedMoment = missedMoment;
        copy.stoppedAt = stoppedAt;
        copy.finishedAt = finishedAt;
        copy.returnedAt = returnedAt;
        copy.endedAt = endedAt;
        copy.dateVerdict = dateVerdict;
        copy.momentVerdict = momentVerdict;
        copy.dateVerdictFirst = dateVerdictFirst;
        copy.momentVerdictFirst = momentVerdictFirst;
        copy.digitised = digitised;
        return copy;
    }

    /** What the clock says now. */
    void show(Deadline deadline) {
        promised = deadline.promised();
        startsAt = deadline.startsAt();
        firstDueAt = deadline.firstDueAt().map(Standing::kept).orElse(null);
        firstDueDate = deadline.firstDueDate().orElse(null);
        dueAt = deadline.dueAt().map(Standing::kept).orElse(null);
        dueDate = deadline.dueDate().orElse(null);
        missedDate = deadline.missedDate().orElse(null);
        missedMoment = deadline.missedMoment().map(Standing::kept).orElse(null);
    }

    /** Tells the end of the intake timer anew, if it still runs: since the submission, or since the last papers came. */
    void waitAnew(Optional<Instant> lastPapers, Instant now, Clockwork clock) {
        if (intakeDueAt != null && intakeDueAt.isAfter(now)) {
            intakeDueAt = clock.intakeDue(lastPapers.orElse(submittedAt));
        }
    }

    void finish(Instant at, Deadline deadline, boolean asData) {
        digitised = asData ? true : null;
        finishedAt = at;
        endedAt = at;
        dateVerdict = deadline.verdict(at, Basis.DATE, PromiseKind.CURRENT);
        momentVerdict = deadline.verdict(at, Basis.MOMENT, PromiseKind.CURRENT);
        dateVerdictFirst = deadline.verdict(at, Basis.DATE, PromiseKind.FIRST);
        momentVerdictFirst = deadline.verdict(at, Basis.MOMENT, PromiseKind.FIRST);
    }

    /** Takes back an end, or the handing over after it. What the clock says is told anew. */
    void goBackTo(Standing before) {
        status = before.status;
        intakeDueAt = before.intakeDueAt;
        stoppedAt = before.stoppedAt;
        finishedAt = before.finishedAt;
        returnedAt = before.returnedAt;
        endedAt = before.endedAt;
        dateVerdict = before.dateVerdict;
        momentVerdict = before.momentVerdict;
        dateVerdictFirst = before.dateVerdictFirst;
        momentVerdictFirst = before.momentVerdictFirst;
        digitised = before.digitised;
    }

    static Instant kept(Instant instant) {
        return instant.truncatedTo(MICROS);
    }
}
