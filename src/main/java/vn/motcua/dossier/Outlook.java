package vn.motcua.dossier;

import java.time.Instant;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.deadline.Verdict;

/**
 * What an open dossier has before it.
 *
 * @param dueAt the moment promised; null where nothing is, or while it is stopped
 * @param verdict how it would be judged by DATE if it were finished now; null where that cannot be said
 */
record Outlook(Instant dueAt, Verdict verdict) {

    static final Outlook NONE = new Outlook(null, null);

    static Outlook of(Dossier dossier, Clockwork clock, Instant now) {
        if (dossier.standing().receivedAt == null) {
            return NONE;
        }
        var deadline = dossier.deadline(clock);
        return new Outlook(deadline.dueAt().map(Standing::kept).orElse(null), verdict(deadline, now));
    }

    /** What stands still is not finished now; but a promise missed before the stop will be judged late. */
    private static Verdict verdict(Deadline deadline, Instant now) {
        if (deadline.openStop().isPresent()) {
            return deadline.missedDate().map(missed -> Verdict.LATE).orElse(null);
        }
        return deadline.verdict(now, Basis.DATE, PromiseKind.CURRENT);
    }
}
