package vn.motcua.dossier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.KeptCalendar;
import vn.motcua.deadline.AfterSupplement;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.DueMoment;
import vn.motcua.deadline.Facts;
import vn.motcua.deadline.LimitUnit;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.deadline.Stop;
import vn.motcua.deadline.Terms;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.Verdict;
import vn.motcua.deadline.WorkingCalendar;

/**
 * A dossier given from hand to hand, and the step that begins with it. The step has a limit and a verdict of its own,
 * by the moment, for limits of steps are often hours or quarters of a day.
 */
@Embeddable
class HandOver {

    String giver;
    String givingUnit;
    String receiver;
    String unit;
    Instant at;
    BigDecimal limitValue;

    @Enumerated(EnumType.STRING)
    LimitUnit limitUnit;

    String calendar;
    int calendarVersion;
    Instant dueAt;
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    Verdict verdict;

    HandOver() {}

    HandOver(String giver, String givingUnit, Receiver to, Instant at) {
        this.giver = giver;
        this.givingUnit = givingUnit;
        this.receiver = to.officer();
        this.unit = to.unit().value();
        this.at = at;
        this.calendar = to.hours().code();
        this.calendarVersion = to.hours().version();
        to.limit().ifPresent(limit -> {
            this.limitValue = limit.value();
            this.limitUnit = limit.unit();
        });
    }

    /** Tells the step's due moment anew after a stop began or ended, or its hours changed. */
    void settle(WorkingCalendar hours, List<Stop> stops) {
        dueAt = deadline(hours, stops).dueAt().map(Standing::kept).orElse(null);
    }

    /** Goes over to a newer version of its calendar, and tells the version before; not when it is late already. */
    Optional<Integer> adopt(KeptCalendar newer, KeptCalendar older, Instant now, List<Stop> stops) {
        var late = deadline(older.hours(), stops).overdue(now, Basis.MOMENT, PromiseKind.CURRENT);
        if (late || endedAt != null || !newer.replaces(older)) {
            return Optional.empty();
        }
        calendarVersion = newer.version();
        return Optional.of(older.version());
    }

    void end(Instant moment, WorkingCalendar hours, List<Stop> stops) {
        verdict = deadline(hours, stops).verdict(moment, Basis.MOMENT, PromiseKind.CURRENT);
        endedAt = moment;
    }

    void reopen() {
        verdict = null;
        endedAt = null;
    }

    private Deadline deadline(WorkingCalendar hours, List<Stop> stops) {
        var since = stops.stream().filter(stop -> !stop.from().isBefore(at)).toList();
        return Deadline.of(new Facts(hours, hours, terms(), at, List.of(), since));
    }

    private Terms terms() {
        var limit = Optional.ofNullable(limitValue).map(value -> new TimeLimit(value, limitUnit));
        return new Terms(limit, DueMoment.SAME_TIME, Optional.empty(), AfterSupplement.PAUSE);
    }
}
