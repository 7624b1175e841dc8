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
        var scope = asked.scope();
        var kind = asked.kind();
        var slicing = asked.slicing();
        var unit = unitWithinReach(own, scope.unit());
        var zone = zoneOf(unit);
        var from = Parameters.momentOrDate("from", scope.from(), zone);
        var to = Parameters.momentOrDate("to", scope.to(), zone);
        if (!from.isBefore(to)) {
            throw Flaws.at("to", "order", "Phải sau from", "Must be after from");
        }
        var groupBy = Parameters.groupings(slicing.groupBy());
        return new Question(
                unit,
                Parameters.choice("unitRole", scope.unitRole(), UnitRole.class),
                Parameters.field(kind.field()),
                kind.procedure() == null ? null : ProcedureCode.of(kind.procedure()),
                Parameters.optional("channel", kind.channel(), Channel.class),
                from,
                to,
                knownAt(asked.asOf()),
                asked.asOf() == null,
                zone,
                kinds.require("period", slicing.period() == null ? PeriodKind.CALENDAR : slicing.period()),
                new Judgement(
                        Parameters.choice("basis", scope.basis(), Basis.class),
                        Parameters.choice("promise", scope.promise(), PromiseKind.class)),
                groupBy,
                Parameters.choice("units", scope.units(), UnitView.class),
                Ranking.asked(slicing.rank(), slicing.floor(), groupBy));
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
