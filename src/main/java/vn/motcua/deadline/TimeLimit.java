package vn.motcua.deadline;

import java.math.BigDecimal;

/**
 * A time limit as a procedure publishes it: above 0 and at most 3,650. Quarters are allowed for working days and
 * working hours, other units are whole; 0 means "the same day" and is for working days only.
 *
 * @throws IllegalArgumentException if the value does not suit the unit
 */
public record TimeLimit(BigDecimal value, LimitUnit unit) {

    private static final BigDecimal MOST = BigDecimal.valueOf(3650);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    public TimeLimit {
        if (value.signum() < 0 || value.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("A time limit must lie above 0 and at most 3650, not " + value);
        }
        if (value.signum() == 0 && unit != LimitUnit.WORKING_DAY) {
            throw new IllegalArgumentException("Only a limit in working days can be 0 (the same day)");
        }
        if (!isWhole(unit.takesQuarters() ? value.multiply(FOUR) : value)) {
            throw new IllegalArgumentException("A limit of " + value + " " + unit + " is not in "
                    + (unit.takesQuarters() ? "quarters" : "whole units"));
        }
        value = plain(value);
    }

    public static TimeLimit of(long value, LimitUnit unit) {
        return new TimeLimit(BigDecimal.valueOf(value), unit);
    }

    public static TimeLimit of(String value, LimitUnit unit) {
        return new TimeLimit(new BigDecimal(value), unit);
    }

    boolean sameDay() {
        return value.signum() == 0;
    }

    boolean inWholeWorkingDays() {
        return unit == LimitUnit.WORKING_DAY && value.scale() == 0;
    }

    Position length() {
        return Position.quarters(value.multiply(FOUR).longValueExact());
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
