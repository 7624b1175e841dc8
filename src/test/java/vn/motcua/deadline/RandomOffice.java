package vn.motcua.deadline;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Offices, limits and stops nobody thought of; the same ones in every run. */
final class RandomOffice {

    static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 500;
    private static final List<String> ZONES = List.of(
            "Asia/Ho_Chi_Minh", "Europe/Amsterdam", "America/New_York", "America/Havana", "Australia/Lord_Howe");

    private final Random random;
    final ZoneId zone;
    final List<Week> weeks;
    final List<ExceptionalDay> days;
    final WorkingCalendar calendar;

    RandomOffice(long seed) {
        this.random = new Random(seed);
        this.zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        this.weeks = List.of(week(FROM), week(FROM.plusDays(random.nextInt(1, 200))));
        this.days = exceptionalDays();
        this.calendar = WorkingCalendar.of(zone, weeks, days, Optional.empty());
    }

    private Week week(LocalDate validFrom) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        var usual = shifts();
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(10) < 7) {
                week.put(day, random.nextInt(3) > 0 ? usual : shifts());
            }
        }
        week.put(DayOfWeek.WEDNESDAY, usual);
        return new Week(validFrom, week);
    }

    private List<Shift> shifts() {
        int step = List.of(1, 15, 30, 60).get(random.nextInt(4));
        var times = random.ints(0, 24 * 60 / step + 1)
                .distinct()
                .limit(2L * random.nextInt(1, 4))
                .sorted()
                .map(time -> time * step)
                .toArray();
        var shifts = new ArrayList<Shift>();
        for (int i = 0; i < times.length; i += 2) {
            shifts.add(Shift.of(time(times[i]), time(times[i + 1])));
        }
        return shifts;
    }

    private static String time(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }

    private List<ExceptionalDay> exceptionalDays() {
        var days = new ArrayList<ExceptionalDay>();
        random.ints(0, DAYS).distinct().limit(60).mapToObj(FROM::plusDays).forEach(date -> days.add(exceptional(date)));
        return days;
    }

    private ExceptionalDay exceptional(LocalDate date) {
        return switch (random.nextInt(4)) {
            case 0 -> ExceptionalDay.makeUp(date, date.plusDays(random.nextInt(-9, 9)), "bù", "luật");
            case 1 -> new ExceptionalDay(date, ExceptionalDay.Kind.MAKE_UP, "bù", "luật", Optional.empty(), shifts());
            default -> ExceptionalDay.off(date, "nghỉ", "luật");
        };
    }

    Instant moment() {
        var second = FROM.atStartOfDay(zone).toEpochSecond() + random.nextLong(200L * 86_400);
        return Instant.ofEpochSecond(
                random.nextBoolean() ? second / 900 * 900 : second,
                random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }

    TimeLimit limit() {
        return limit(LimitUnit.values()[random.nextInt(LimitUnit.values().length)]);
    }

    TimeLimit limit(LimitUnit unit) {
        return switch (unit) {
            case WORKING_DAY, WORKING_HOUR ->
                new TimeLimit(
                        BigDecimal.valueOf(random.nextInt(1, 120))
                                .divide(BigDecimal.valueOf(random.nextBoolean() ? 1 : 4)),
                        unit);
            case MONTH -> TimeLimit.of(random.nextInt(1, 5), unit);
            default -> TimeLimit.of(random.nextInt(1, 60), unit);
        };
    }

    Terms terms(TimeLimit limit, AfterSupplement after) {
        var due = random.nextInt(3) == 0 ? DueMoment.END_OF_DAY : DueMoment.SAME_TIME;
        return new Terms(Optional.of(limit), due, Optional.empty(), after);
    }

    /** Up to four stops in order, the first not before {@code from}. */
    List<Stop> stops(Instant from) {
        var stops = new ArrayList<Stop>();
        var moment = from;
        for (int i = random.nextInt(4); i >= 0; i--) {
            var begin = moment.plusSeconds(random.nextLong(6 * 86_400));
            moment = begin.plusSeconds(random.nextLong(9 * 86_400));
            stops.add(Stop.closed(begin, moment, StopKind.values()[random.nextInt(3)]));
        }
        return stops;
    }

    int nextInt(int bound) {
        return random.nextInt(bound);
    }

    Facts facts(Terms terms, Instant received, List<Stop> stops) {
        return new Facts(calendar, calendar, terms, received, List.of(), stops);
    }
}
