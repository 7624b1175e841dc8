package vn.motcua.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A day, half-month or year that a counter holds, and the sub-period it is added to.
 *
 * @param part ordinal of the sub-period, from 1; 0 for what was before the first
 * @param closed false for a day that is not over: no due date has passed with its end
 */
record Cell(Grain grain, LocalDate day, int part, boolean closed) {

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

    static boolean beginsHalf(LocalDate date) {
        return date.getDayOfMonth() == 1 || date.getDayOfMonth() == MIDDLE;
    }

    /** As few as cover the days from one to before another. */
    static List<Cell> cover(LocalDate from, LocalDate to, int part) {
        var cells = new ArrayList<Cell>();
        for (var day = from; day.isBefore(to); ) {
            var grain = largest(day, to);
            cells.add(new Cell(grain, day, part, true));
            day = next(grain, day);
        }
        return cells;
    }

    /** The pairs of a sub-period that begins and ends with half-months. */
    static List<Cell> pairs(LocalDate from, LocalDate to, int part) {
        var cells = new ArrayList<Cell>();
        for (var day = from; day.isBefore(to); day = next(Grain.HALF, day)) {
            cells.add(new Cell(Grain.PAIR, day, part, true));
        }
        return cells;
    }

    private static Grain largest(LocalDate day, LocalDate to) {
        if (day.getDayOfYear() == 1 && !next(Grain.YEAR, day).isAfter(to)) {
            return Grain.YEAR;
        }
        return beginsHalf(day) && !next(Grain.HALF, day).isAfter(to) ? Grain.HALF : Grain.DAY;
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
