package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDate;

/** A due moment and the date it belongs to: a day that closes at 24:00 ends on its own date, not on the next. */
record Due(Instant at, LocalDate date) {

    /** Whether its date is over at this moment. */
    boolean endedByDate(Instant moment, WorkingCalendar hours) {
        return hours.dateOf(moment).isAfter(date);
    }

    Due orLater(Due other) {
        return other.at.isAfter(at) ? other : this;
    }
}
