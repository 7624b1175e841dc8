package vn.motcua.dossier;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.KeptCalendar;
import vn.motcua.deadline.AfterSupplement;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.DueMoment;
import vn.motcua.deadline.Facts;
import vn.motcua.deadline.LimitUnit;
import vn.motcua.deadline.Named;
import vn.motcua.deadline.Stop;
import vn.motcua.deadline.Terms;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.WorkingCalendar;

/** The hours and terms one dossier runs on: those in force at its receipt, whatever came after. */
record Clockwork(Calendars calendars, KeptCalendar intake, KeptCalendar running, Terms terms, TimeLimit answerWithin) {

    /** How long the desk has to answer an online submission (design section 5, status 1). */
    private static final TimeLimit INTAKE = new TimeLimit(BigDecimal.valueOf(8), LimitUnit.WORKING_HOUR);

    Deadline deadline(Instant receivedAt, Optional<Named> named, List<Stop> stops) {
        return Deadline.of(new Facts(intake.hours(), running.hours(), terms, receivedAt, named, stops));
    }

    Instant intakeDue(Instant submittedAt) {
        return after(submittedAt, INTAKE, DueMoment.SAME_TIME, intake.hours());
    }

    Instant answerBy(Instant asked) {
        return after(asked, answerWithin, DueMoment.END_OF_DAY, running.hours());
    }

    WorkingCalendar hours(HandOver step) {
        return calendars.version(step.calendar, step.calendarVersion).hours();
    }

    static Instant after(Instant start, TimeLimit limit, DueMoment due, WorkingCalendar hours) {
        var terms = new Terms(Optional.of(limit), due, Optional.empty(), AfterSupplement.PAUSE);
        return Standing.kept(Deadline.of(Facts.of(hours, terms, start)).dueAt().orElseThrow());
    }
}
