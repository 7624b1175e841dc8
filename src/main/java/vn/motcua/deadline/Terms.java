package vn.motcua.deadline;

import java.util.Optional;

/**
 * What a procedure version says about its time limit. Without a limit there is no deadline, unless a date is named.
 *
 * @throws IllegalArgumentException if a limit of 0 working days does not fall due at the end of the day
 */
public record Terms(
        Optional<TimeLimit> limit, DueMoment due, Optional<CutOff> cutOff, AfterSupplement afterSupplement) {

    public Terms {
        if (limit.filter(TimeLimit::sameDay).isPresent() && due != DueMoment.END_OF_DAY) {
            throw new IllegalArgumentException("A limit of 0 working days falls due at the end of the day");
        }
    }

    /** The law's defaults: same time, no cut-off, restart after a supplement. */
    public static Terms of(TimeLimit limit) {
        return new Terms(Optional.of(limit), DueMoment.SAME_TIME, Optional.empty(), AfterSupplement.RESTART);
    }

    /** The unit of what is left or has counted. */
    LimitUnit countedIn() {
        var unit = limit.map(TimeLimit::unit).orElse(LimitUnit.WORKING_HOUR);
        return unit == LimitUnit.MONTH ? LimitUnit.CALENDAR_DAY : unit;
    }

    boolean restartsAfter(Stop stop) {
        return limit.isPresent() && stop.kind() == StopKind.SUPPLEMENT && afterSupplement == AfterSupplement.RESTART;
    }
}
