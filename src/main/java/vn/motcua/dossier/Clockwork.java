package vn.motcua.dossier;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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

/**
 * The hours and terms one dossier runs on: those in force at its receipt, whatever came after, until a correction or a
 * day off announced late changes them for it.
 *
 * @param eras in the order of time, never empty
 */
record Clockwork(Calendars calendars, List<Era> eras, TimeLimit answerWithin) {

    /** How long the desk has to answer an online submission (design section 5, status 1). */
    private static final TimeLimit INTAKE = new TimeLimit(BigDecimal.valueOf(8), LimitUnit.WORKING_HOUR);

    /** The same until this moment, from then on as the other has it. */
    Clockwork changed(Instant at, Clockwork other) {
        var longer = new ArrayList<>(eras);
        longer.add(new Era(at, other.intake(), other.running(), other.terms()));
        return new Clockwork(calendars, List.copyOf(longer), other.answerWithin);
    }

    /** The hours and terms of now, with a newer version of a calendar in place of the older one. */
    Clockwork adopting(KeptCalendar newer) {
        var intake = newer.replaces(intake()) ? newer : intake();
        var running = newer.replaces(running()) ? newer : running();
        return new Clockwork(calendars, List.of(new Era(null, intake, running, terms())), answerWithin);
    }

    /** Whether it keeps these hours now. */
    boolean runsOn(Clockwork other) {
        return intake().equals(other.intake()) && running().equals(other.running());
    }

    Deadline deadline(Instant receivedAt, List<Named> named, List<Stop> stops) {
        var first = eras.get(0);
        var facts = new Facts(first.intake().hours(), first.running().hours(), first.terms(), receivedAt, named, stops);
        return Deadline.of(facts, eras.stream().skip(1).map(Era::change).toList());
    }

    Instant intakeDue(Instant submittedAt) {
        return after(submittedAt, INTAKE, DueMoment.SAME_TIME, intake().hours());
    }

    Instant answerBy(Instant asked) {
        return after(asked, answerWithin, DueMoment.END_OF_DAY, running().hours());
    }

    /** The receiving unit's hours, as they hold now. */
    KeptCalendar intake() {
        return now().intake();
    }

    /** The competent unit's hours, as they hold now. */
    KeptCalendar running() {
        return now().running();
    }

    Terms terms() {
        return now().terms();
    }

    private Era now() {
        return eras.get(eras.size() - 1);
    }

    /** What the clock ran on at a moment. */
    Era at(Instant moment) {
        return eras.stream()
                .filter(era -> era.since() == null || !era.since().isAfter(moment))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    WorkingCalendar hours(HandOver step) {
        return calendar(step).hours();
    }

    KeptCalendar calendar(HandOver step) {
        return calendars.version(step.calendar, step.calendarVersion);
    }

    static Instant after(Instant start, TimeLimit limit, DueMoment due, WorkingCalendar hours) {
        var terms = new Terms(Optional.of(limit), due, Optional.empty(), AfterSupplement.PAUSE);
        return Standing.kept(Deadline.of(Facts.of(hours, terms, start)).dueAt().orElseThrow());
    }
}
