package vn.motcua.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import vn.motcua.access.Caller;
import vn.motcua.calendar.Calendars;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.http.Dates;
import vn.motcua.http.Flaws;
import vn.motcua.http.HttpProblem;
import vn.motcua.organization.UnitCode;
import vn.motcua.organization.Units;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/** Turns parameters into a question the caller may ask. */
@ApplicationScoped
class Questions {

    private final Caller caller;
    private final Units units;
    private final Calendars calendars;
    private final PeriodKinds kinds;
    private final InstantSource time;

    Questions(Caller caller, Units units, Calendars calendars, PeriodKinds kinds, InstantSource time) {
        this.caller = caller;
        this.units = units;
        this.calendars = calendars;
        this.kinds = kinds;
        this.time = time;
    }

    Question of(Asked asked) {
        return of(caller.unit(), asked);
    }

    /** @param own the unit the caller acts for */
    Question of(String own, Asked asked) {
        var unit = unitWithinReach(own, asked.unit());
        var zone = zoneOf(unit);
        var from = Parameters.momentOrDate("from", asked.from(), zone);
        var to = Parameters.momentOrDate("to", asked.to(), zone);
        if (!from.isBefore(to)) {
            throw Flaws.at("to", "order", "Phải sau from", "Must be after from");
        }
        var groupBy = Parameters.groupings(asked.groupBy());
        return new Question(
                unit,
                Parameters.choice("unitRole", asked.unitRole(), UnitRole.class),
                Parameters.field(asked.field()),
                asked.procedure() == null ? null : ProcedureCode.of(asked.procedure()),
                Parameters.optional("channel", asked.channel(), Channel.class),
                from,
                to,
                knownAt(asked.asOf()),
                asked.asOf() == null,
                zone,
                kinds.require("period", asked.period() == null ? PeriodKind.CALENDAR : asked.period()),
                new Judgement(
                        Parameters.choice("basis", asked.basis(), Basis.class),
                        Parameters.choice("promise", asked.promise(), PromiseKind.class)),
                groupBy,
                Parameters.choice("units", asked.units(), UnitView.class),
                Ranking.asked(asked.rank(), asked.floor(), groupBy));
    }

    private UnitCode unitWithinReach(String own, String asked) {
        var unit = UnitCode.of(asked == null ? own : asked);
        if (!units.reaches(own, unit.value())) {
            throw HttpProblem.NOT_ALLOWED.because();
        }
        return unit;
    }

    private ZoneId zoneOf(UnitCode unit) {
        var calendar = units.find(unit).map(calendars::of).orElseGet(calendars::national);
        return calendar.hours().zone();
    }

    private Instant knownAt(String asked) {
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        var knownAt = asked == null ? now : Dates.momentOf("asOf", asked);
        if (knownAt.isAfter(now)) {
            throw Flaws.at("asOf", "future", "Không được ở tương lai", "Must not lie in the future");
        }
        return knownAt;
    }
}
