package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Every shift of the years a calendar covers, in order, as instants, with the working time before each: a moment
 * and the work done until then are found in each other by binary search. About 1.5 MB for a calendar of two shifts
 * a day.
 */
final class Timetable {

    static final long SECOND = 1_000_000_000L;

    private final long[] opens;
    private final long[] workedBefore;
    private final int[] firstShift;
    private final int[] dates;

    /**
     * @param opens the second at which each shift opens
     * @param workedBefore the seconds worked before each shift, and at last in all
     * @param firstShift the first shift of each working day, and at last the number of shifts
     * @param dates the epoch day of each working day
     */
    Timetable(long[] opens, long[] workedBefore, int[] firstShift, int[] dates) {
        this.opens = opens;
        this.workedBefore = workedBefore;
        this.firstShift = firstShift;
        this.dates = dates;
    }

    /** The last shift open at or before a moment, or -1. */
    private int shiftBegunBy(Instant moment) {
        return lastAtMost(opens, opens.length, moment.getEpochSecond());
    }

    /** The nanoseconds worked before a moment. */
    long workedUntil(Instant moment) {
        return workedUntil(shiftBegunBy(moment), moment);
    }

    private long workedUntil(int shift, Instant moment) {
        if (shift < 0) {
            return 0;
        }
        long since = (moment.getEpochSecond() - opens[shift]) * SECOND + moment.getNano();
        return workedBefore[shift] * SECOND + Math.min(since, length(shift) * SECOND);
    }

    /** The working days before a moment and the share of its own day's working time already past. */
    Position daysUntil(Instant moment) {
        int shift = shiftBegunBy(moment);
        if (shift < 0) {
            return Position.ZERO;
        }
        int day = dayOf(shift);
        return Position.of(day, workedUntil(shift, moment) - dayBegins(day), dayLength(day));
    }

    /** Where so many working days are over. */
    Due afterDays(Position days, boolean farSide) {
        long day = days.floor();
        if (day > dates.length || day == dates.length && farSide) {
            throw new DeadlineOutOfRange(days.decimal() + " working days");
        }
        return day == dates.length
                ? afterWork(total(), false)
                : afterWork(dayBegins((int) day) + days.shareOf(dayLength((int) day)), farSide);
    }

    /** Where so many nanoseconds of work are done; at the far side of a gap, or at its near side. */
    Due afterWork(long nanos, boolean farSide) {
        if (nanos > total() || nanos == total() && farSide || nanos <= 0 && !farSide) {
            throw new DeadlineOutOfRange(nanos / SECOND + " seconds of work");
        }
        long reached = farSide ? nanos / SECOND : (nanos - 1) / SECOND;
        int shift = lastAtMost(workedBefore, opens.length, reached);
        var at = Instant.ofEpochSecond(opens[shift], nanos - workedBefore[shift] * SECOND);
        return new Due(at, dateOf(dayOf(shift)));
    }

    /** The moment itself inside a shift, else the next opening. */
    Due openingAtOrAfter(Instant moment) {
        int shift = shiftBegunBy(moment);
        if (shift >= 0 && moment.getEpochSecond() < opens[shift] + length(shift)) {
            return new Due(moment, dateOf(dayOf(shift)));
        }
        return opening(shift + 1, moment);
    }

    /** The first opening after a date is over. */
    Due openingAfter(LocalDate date) {
        return opening(firstShift[firstDayFrom(date.toEpochDay() + 1)], date);
    }

    private Due opening(int shift, Object asked) {
        if (shift >= opens.length) {
            throw new DeadlineOutOfRange(asked);
        }
        return new Due(Instant.ofEpochSecond(opens[shift]), dateOf(dayOf(shift)));
    }

    /** The close of a date, on a day without shifts that of the next working day. */
    Due closeOf(LocalDate date) {
        int day = firstDayFrom(date.toEpochDay());
        if (day == dates.length) {
            throw new DeadlineOutOfRange(date);
        }
        int last = firstShift[day + 1] - 1;
        return new Due(Instant.ofEpochSecond(opens[last] + length(last)), dateOf(day));
    }

    boolean isWorkingDay(LocalDate date) {
        return Arrays.binarySearch(dates, (int) date.toEpochDay()) >= 0;
    }

    private int firstDayFrom(long epochDay) {
        int found = Arrays.binarySearch(dates, (int) epochDay);
        return found >= 0 ? found : -found - 1;
    }

    private int dayOf(int shift) {
        int found = Arrays.binarySearch(firstShift, shift);
        return found >= 0 ? found : -found - 2;
    }

    private LocalDate dateOf(int day) {
        return LocalDate.ofEpochDay(dates[day]);
    }

    private long length(int shift) {
        return workedBefore[shift + 1] - workedBefore[shift];
    }

    private long dayBegins(int day) {
        return workedBefore[firstShift[day]] * SECOND;
    }

    private long dayLength(int day) {
        return dayBegins(day + 1) - dayBegins(day);
    }

    private long total() {
        return workedBefore[opens.length] * SECOND;
    }

    private static int lastAtMost(long[] ascending, int count, long value) {
        int found = Arrays.binarySearch(ascending, 0, count, value);
        return found >= 0 ? found : -found - 2;
    }
}
