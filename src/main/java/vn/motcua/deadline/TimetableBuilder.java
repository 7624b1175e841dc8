package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * Lays the shifts of each date on the clock of a zone. A local time that daylight saving skips is the moment of the
 * change; of one that comes twice the first is meant.
 */
final class TimetableBuilder {

    private final ZoneId zone;
    private long[] opens = new long[1024];
    private long[] workedBefore = new long[1024];
    private int[] firstShift = new int[1024];
    private int[] dates = new int[1024];
    private int shiftCount;
    private int dayCount;

    TimetableBuilder(ZoneId zone) {
        this.zone = zone;
    }

    void add(LocalDate date, List<Shift> shifts) {
        int before = shiftCount;
        shifts.forEach(shift -> add(second(date, shift.opens()), second(date, shift.closes())));
        if (shiftCount > before) {
            dates = roomFor(dates, dayCount);
            firstShift = roomFor(firstShift, dayCount + 1);
            dates[dayCount] = (int) date.toEpochDay();
            firstShift[dayCount++] = before;
            firstShift[dayCount] = shiftCount;
        }
    }

    private void add(long open, long close) {
        if (close <= open) {
            return; // the change to summer time swallowed the whole shift
        }
        opens = roomFor(opens, shiftCount);
        workedBefore = roomFor(workedBefore, shiftCount + 1);
        opens[shiftCount] = open;
        workedBefore[shiftCount + 1] = workedBefore[shiftCount] + close - open;
        shiftCount++;
    }

    private long second(LocalDate date, int minute) {
        var day = date.plusDays(minute / (24 * 60));
        return second(zone, day.atTime(LocalTime.ofSecondOfDay(minute % (24 * 60) * 60L)));
    }

    static long second(ZoneId zone, LocalDateTime local) {
        var rules = zone.getRules();
        var offset = rules.getOffset(local);
        var moment = local.toEpochSecond(offset);
        var skipped = !rules.getOffset(Instant.ofEpochSecond(moment)).equals(offset);
        return skipped ? rules.getTransition(local).toEpochSecond() : moment;
    }

    Timetable build() {
        if (dayCount == 0) {
            throw new IllegalArgumentException("A calendar needs some working time");
        }
        return new Timetable(
                Arrays.copyOf(opens, shiftCount),
                Arrays.copyOf(workedBefore, shiftCount + 1),
                Arrays.copyOf(firstShift, dayCount + 1),
                Arrays.copyOf(dates, dayCount));
    }

    private static long[] roomFor(long[] values, int index) {
        return index < values.length ? values : Arrays.copyOf(values, values.length * 2);
    }

    private static int[] roomFor(int[] values, int index) {
        return index < values.length ? values : Arrays.copyOf(values, values.length * 2);
    }
}
