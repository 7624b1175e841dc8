package vn.motcua.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An office to test with: Vietnam's hours and some of its days off of 2026, and short ways to write a case. */
final class Office {

    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    static final WorkingCalendar VN = calendar("07:30-11:30 13:30-17:30", daysOf2026());

    private Office() {}

    private static List<ExceptionalDay> daysOf2026() {
        return List.of(
                off("2026-01-01", "Tết Dương lịch"),
                off("2026-01-02", "Nghỉ hoán đổi"),
                makeUp("2026-01-10", "2026-01-02"),
                off("2026-04-27", "Giỗ Tổ Hùng Vương"),
                off("2026-04-30", "Ngày Chiến thắng"),
                off("2026-05-01", "Ngày Quốc tế Lao động"),
                new ExceptionalDay(
                        LocalDate.of(2026, 6, 6),
                        ExceptionalDay.Kind.MAKE_UP,
                        "Làm bù nửa ngày",
                        "QĐ 1",
                        Optional.empty(),
                        List.of(Shift.of("07:30", "11:30"))),
                off("2026-08-31", "Nghỉ hoán đổi"),
                off("2026-09-01", "Quốc khánh"),
                off("2026-09-02", "Quốc khánh"),
                makeUp("2026-08-22", "2026-08-31"));
    }

    static ExceptionalDay off(String date, String name) {
        return ExceptionalDay.off(LocalDate.parse(date), name, "BLLĐ Điều 112");
    }

    static ExceptionalDay makeUp(String date, String replaces) {
        return ExceptionalDay.makeUp(LocalDate.parse(date), LocalDate.parse(replaces), "Làm bù", "TB 9441/TB-BNV");
    }

    /** Monday to Friday with these shifts. */
    static WorkingCalendar calendar(String shifts, Collection<ExceptionalDay> days) {
        return WorkingCalendar.of(
                HANOI, List.of(week(LONG_AGO, 5, shifts)), days, Optional.of(LocalDate.of(2026, 12, 31)));
    }

    static WorkingCalendar calendar(String zone, int daysAWeek, String shifts) {
        return WorkingCalendar.of(
                ZoneId.of(zone), List.of(week(LONG_AGO, daysAWeek, shifts)), List.of(), Optional.empty());
    }

    static Week week(LocalDate validFrom, int daysAWeek, String shifts) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).limit(daysAWeek).forEach(day -> week.put(day, shifts(shifts)));
        return new Week(validFrom, week);
    }

    static List<Shift> shifts(String shifts) {
        return Arrays.stream(shifts.split(" "))
                .map(shift -> Shift.of(shift.substring(0, 5), shift.substring(6)))
                .toList();
    }

    static Instant at(String local) {
        return at(local, HANOI);
    }

    static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    static String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, HANOI).toString();
    }

    /** As {@code 5 WORKING_DAY}. */
    static TimeLimit limit(String limit) {
        var words = limit.split(" ");
        return TimeLimit.of(words[0], LimitUnit.valueOf(words[1]));
    }

    static Terms sameTime(String limit, AfterSupplement after) {
        return new Terms(Optional.of(limit(limit)), DueMoment.SAME_TIME, Optional.empty(), after);
    }

    static Terms endOfDay(String limit) {
        return new Terms(Optional.of(limit(limit)), DueMoment.END_OF_DAY, Optional.empty(), AfterSupplement.RESTART);
    }

    static Facts facts(Terms terms, String received, String stops) {
        return facts(terms, received, null, stops);
    }

    /** Named as {@code due named-at}, stops as {@code from to KIND; from open KIND}. */
    static Facts facts(Terms terms, String received, String named, String stops) {
        var date = Optional.ofNullable(named)
                .map(text -> text.split(" "))
                .map(words -> new Named(at(words[0]), at(words[1])));
        return new Facts(VN, VN, terms, at(received), date.stream().toList(), stops(stops));
    }

    static List<Stop> stops(String stops) {
        return stops == null
                ? List.of()
                : Arrays.stream(stops.split("; ")).map(Office::stop).toList();
    }

    private static Stop stop(String stop) {
        var words = stop.split(" ");
        var kind = words.length > 2 ? StopKind.valueOf(words[2]) : StopKind.SUSPENSION;
        return words[1].equals("open") ? Stop.open(at(words[0]), kind) : Stop.closed(at(words[0]), at(words[1]), kind);
    }
}
