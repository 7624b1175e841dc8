package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.deadline.Office.HANOI;
import static vn.motcua.deadline.Office.LONG_AGO;
import static vn.motcua.deadline.Office.VN;
import static vn.motcua.deadline.Office.at;
import static vn.motcua.deadline.Office.facts;
import static vn.motcua.deadline.Office.limit;
import static vn.motcua.deadline.Office.sameTime;
import static vn.motcua.deadline.Office.shifts;
import static vn.motcua.deadline.Office.week;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the clock does not take. */
class RefusalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1 WORKING_DAY", "0 WORKING_HOUR", "0 CALENDAR_DAY", "0.3 WORKING_DAY", "0.5 CALENDAR_DAY",
                "1.5 MONTH", "0.25 CLOCK_HOUR", "3650.25 WORKING_DAY", "3651 CLOCK_HOUR", "1E+999999 MONTH",
                "1E-999999 WORKING_DAY"
            })
    void limits_that_no_procedure_has(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> limit(text));
    }

    @ParameterizedTest
    @CsvSource({"3650 MONTH, 3650", "1.50 WORKING_DAY, 1.5", "0.25 WORKING_HOUR, 0.25", "1E+2 WORKING_DAY, 100"})
    void limits_at_the_edge_are_taken(String text, String value) {
        assertThat(limit(text).value().toString()).isEqualTo(value);
    }

    @Test
    void a_limit_of_zero_that_does_not_end_the_day() {
        assertThatIllegalArgumentException().isThrownBy(() -> Terms.of(limit("0 WORKING_DAY")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11:30-07:30", "08:00-08:00", "24:00-24:00", "8:00-09:00", "08:60-09:00", "08:00-24:01"})
    void shifts_that_are_none(String shift) {
        var times = shift.split("-");
        assertThatIllegalArgumentException().isThrownBy(() -> Shift.of(times[0], times[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08:00-12:00 11:00-17:00", "13:00-17:00 08:00-12:00"})
    void shifts_that_overlap_or_are_out_of_order(String shifts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Week(LONG_AGO, Map.of(DayOfWeek.MONDAY, shifts(shifts))));
    }

    @Test
    void calendars_without_work_or_with_a_date_twice() {
        var idle = new Week(LONG_AGO, Map.of());
        var week = week(LONG_AGO, 5, "08:00-12:00");
        var off = Office.off("2026-01-01", "Tết");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(List.of(idle), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(List.of(week, week), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(List.of(week), List.of(off, off)));
    }

    private static WorkingCalendar calendar(List<Week> weeks, List<ExceptionalDay> days) {
        return WorkingCalendar.of(HANOI, weeks, days, Optional.empty());
    }

    @Test
    void exceptional_days_that_contradict_themselves() {
        var date = LocalDate.of(2026, 1, 10);
        var morning = List.of(Shift.of("07:30", "11:30"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ExceptionalDay(date, ExceptionalDay.Kind.OFF, "Tết", "Luật", Optional.empty(), morning));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExceptionalDay(
                        date, ExceptionalDay.Kind.MAKE_UP, "Bù", "Luật", Optional.empty(), List.of()));
    }

    @Test
    void cut_offs_of_both_kinds_or_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CutOff(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new CutOff(LocalTime.NOON, Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> CutOff.beforeClose(Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-03T10:00 2026-03-02T10:00",
                "2026-03-03T10:00 2026-03-05T10:00; 2026-03-05T09:00 2026-03-06T10:00",
                "2026-03-05T10:00 2026-03-06T10:00; 2026-03-03T09:00 2026-03-04T10:00",
                "2026-03-03T10:00 open; 2026-03-05T09:00 2026-03-06T10:00"
            })
    void stops_that_overlap_or_are_out_of_order(String stops) {
        var terms = Terms.of(limit("1 WORKING_DAY"));
        assertThatIllegalArgumentException().isThrownBy(() -> facts(terms, "2026-03-02T09:00", stops));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10 WORKING_DAY",
                "80 WORKING_HOUR",
                "240 CLOCK_HOUR",
                "10 CALENDAR_DAY",
                "1 MONTH",
                "3650 MONTH",
                "3650 WORKING_DAY",
                "3650 CALENDAR_DAY"
            })
    void due_dates_beyond_2130(String limit) {
        var facts = Facts.of(VN, Terms.of(limit(limit)), at("2130-12-27T09:00"));
        assertThatThrownBy(() -> Deadline.of(facts)).isInstanceOf(DeadlineOutOfRange.class);
    }

    @Test
    void times_outside_the_years_covered() {
        var terms = Terms.of(limit("1 WORKING_DAY"));
        for (var moment : List.of(
                Instant.MIN,
                Instant.MAX,
                WorkingCalendar.EARLIEST.minusNanos(1),
                WorkingCalendar.LATEST.plusNanos(1))) {
            assertThatThrownBy(() -> Facts.of(VN, terms, moment)).isInstanceOf(DeadlineOutOfRange.class);
            assertThatThrownBy(() -> VN.dateOf(moment)).isInstanceOf(DeadlineOutOfRange.class);
        }
        assertThatThrownBy(() -> VN.closeOf(LocalDate.MAX)).isInstanceOf(DeadlineOutOfRange.class);
        assertThat(Deadline.of(Facts.of(VN, terms, WorkingCalendar.EARLIEST)).dueAt())
                .isPresent();
    }

    @Test
    void an_office_that_closed_for_good_promises_nothing_after() {
        var weeks = List.of(week(LONG_AGO, 5, "08:00-12:00"), new Week(LocalDate.of(2026, 3, 2), Map.of()));
        var closed = calendar(weeks, List.of());
        var terms = sameTime("1 WORKING_DAY", AfterSupplement.RESTART);
        assertThatThrownBy(() -> Deadline.of(Facts.of(closed, terms, at("2026-03-03T09:00"))))
                .isInstanceOf(DeadlineOutOfRange.class);
        assertThatThrownBy(() -> Deadline.of(Facts.of(closed, terms, at("2026-02-27T09:00"))))
                .isInstanceOf(DeadlineOutOfRange.class);
    }
}
