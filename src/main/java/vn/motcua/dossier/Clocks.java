package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.KeptCalendar;
import vn.motcua.deadline.DueMoment;
import vn.motcua.deadline.LimitUnit;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.organization.Unit;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Procedures;

/** Brings calendar and procedure together. */
@ApplicationScoped
class Clocks {

    private final Calendars calendars;
    private final Procedures procedures;

    Clocks(Calendars calendars, Procedures procedures) {
        this.calendars = calendars;
        this.procedures = procedures;
    }

    /** The clock a dossier received now would run on. */
    Clockwork now(
            ProcedureVersion procedure, Channel channel, Optional<String> caseName, Unit receiving, Unit competent) {
        return on(procedure, channel, caseName, calendars.of(receiving), calendars.of(competent));
    }

    Clockwork on(
            ProcedureVersion procedure,
            Channel channel,
            Optional<String> caseName,
            KeptCalendar intake,
            KeptCalendar running) {
        return new Clockwork(calendars, intake, running, procedure.terms(channel, caseName), procedure.answerBy());
    }

    /** The local date of a moment in a unit's calendar. */
    LocalDate dateAt(Unit unit, Instant moment) {
        return calendars.of(unit).hours().dateOf(moment);
    }

    /** The moment by which a unit has worked so many hours more. */
    Instant workingHoursAfter(Unit unit, Instant moment, int hours) {
        var limit = TimeLimit.of(hours, LimitUnit.WORKING_HOUR);
        return Clockwork.after(
                moment, limit, DueMoment.SAME_TIME, calendars.of(unit).hours());
    }

    /** The clock this dossier has run on since its receipt. */
    Clockwork of(Papers papers) {
        var procedure = procedures.version(papers.procedureVersion());
        return on(
                procedure,
                papers.channel(),
                Optional.ofNullable(papers.caseName()),
                calendars.version(papers.intakeCalendar(), papers.intakeCalendarVersion()),
                calendars.version(papers.calendar(), papers.calendarVersion()));
    }
}
