package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
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

    /** The clock a dossier received under these would run on. */
    Clockwork on(
            ProcedureVersion procedure,
            Channel channel,
            Optional<String> caseName,
            KeptCalendar intake,
            KeptCalendar running) {
        var era = new Era(null, intake, running, procedure.terms(channel, caseName));
        return new Clockwork(calendars, List.of(era), procedure.answerBy());
    }

    /** The moment by which a unit has worked so many hours more. */
    Instant workingHoursAfter(Unit unit, Instant moment, int hours) {
        var limit = TimeLimit.of(hours, LimitUnit.WORKING_HOUR);
        return Clockwork.after(
                moment, limit, DueMoment.SAME_TIME, calendars.of(unit).hours());
    }

    /** The clock this dossier has run on since its receipt. */
    Clockwork of(Dossier dossier) {
        var rules = dossier.rules();
        var clock = clock(rules.get(0));
        for (var line : rules.subList(1, rules.size())) {
            clock = clock.changed(line.since, clock(line));
        }
        return clock;
    }

    private Clockwork clock(RulesLine line) {
        return on(
                procedures.version(line.procedureVersion),
                line.channel,
                Optional.ofNullable(line.caseName),
                calendars.version(line.intakeCalendar, line.intakeCalendarVersion),
                calendars.version(line.calendar, line.calendarVersion));
    }
}
