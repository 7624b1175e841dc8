package vn.motcua.deadline;

import java.time.Instant;
import java.util.Optional;

/**
 * The promises that had ended, by date and by moment, before something moved them; each stays the one judged.
 *
 * @param since earlier moments were judged under other rules
 */
record Missed(Instant since, Optional<Due> byDate, Optional<Due> byMoment) {

    static final Missed NOTHING = new Missed(Instant.MIN, Optional.empty(), Optional.empty());

    /** Keeps a promise that ended before this moment as the one that stays judged. */
    Missed judging(Instant moment, Optional<Due> promise, WorkingCalendar hours) {
        if (promise.isEmpty() || moment.isBefore(since)) {
            return this;
        }
        return new Missed(
                since,
                byDate.or(() -> promise.filter(due -> due.endedByDate(moment, hours))),
                byMoment.or(() -> promise.filter(due -> moment.isAfter(due.at()))));
    }

    Missed since(Instant change) {
        return new Missed(change, byDate, byMoment);
    }
}
