package vn.motcua.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days, half-months or years that counters hold, one after the other, and the sub-period they are added to.
 *
 * @param next the day after the last of them
 * @param part ordinal of the sub-period, from 1; 0 for what was before the first
 * @param closed false for a day that is not over: no due date has passed with its end
 */
record Cells(Grain grain, LocalDate first, LocalDate next, int part, boolean closed) {

    private static final int MIDDLE = 15;

    /** What counters are kept for. */
    enum Grain {
        DAY,
        HALF,
        YEAR,
        PAIR
    }

    /** SQL for the first day of the half-month of a day. */
    static String halfSql(String day) {
        return "cast(date_trunc('month', %1$s) as date) + case when extract(day from %1$s) < 15 then 0 else 14 end"
                .formatted(day);
    }

    static boolean beginHalf(LocalDate date) {
        return date.getDayOfMonth() == 1 || date.getDayOfMonth() == MIDDLE;
    }

    /** As few as cover the days from one to before another. */
    static List<Cells> cover(LocalDate from, LocalDate to, int part) {
        var runs = new ArrayList<Cells>();
        for (var day = from; day.isBefore(to); day = runs.get(runs.size() - 1).next) {
            var grain = largest(day, to);
            var next = next(grain, day);
            while (largest(next, to) == grain && next.isBefore(to)) {
                next = next(grain, next);
            }
            runs.add(new Cells(grain, day, next, part, true));
        }
        return runs;
    }

    /** A day that is not over. */
    static Cells today(LocalDate today, int part) {
        return new Cells(Grain.DAY, today, today.plusDays(1), part, false);
    }

    /** The pairs of a sub-period that begins and ends with half-months. */
    static Cells pairs(LocalDate from, LocalDate to, int part) {
        return new Cells(Grain.PAIR, from, to, part, true);
    }

    private static Grain largest(LocalDate day, LocalDate to) {
        if (day.getDayOfYear() == 1 && !next(Grain.YEAR, day).isAfter(to)) {
            return Grain.YEAR;
        }
        return beginHalf(day) && !next(Grain.HALF, day).isAfter(to) ? Grain.HALF : Grain.DAY;
    }

    private static LocalDate next(Grain grain, LocalDate day) {
        return switch (grain) {
            case DAY -> day.plusDays(1);
            case HALF, PAIR ->
                day.getDayOfMonth() < MIDDLE
                        ? day.withDayOfMonth(MIDDLE)
                        : day.plusMonths(1).withDayOfMonth(1);
            case YEAR -> day.plusYears(1);
        };
    }
}
