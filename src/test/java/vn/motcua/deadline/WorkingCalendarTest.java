package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Office.HANOI;
import static vn.motcua.deadline.Office.LONG_AGO;
import static vn.motcua.deadline.Office.VN;
import static vn.motcua.deadline.Office.at;
import static vn.motcua.deadline.Office.calendar;
import static vn.motcua.deadline.Office.limit;
import static vn.motcua.deadline.Office.week;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours an office keeps: weeks with validity dates, nights, daylight saving. */
class WorkingCalendarTest {

    private static String due(WorkingCalendar calendar, String limit, Instant received) {
        var due = Deadline.of(Facts.of(calendar, Terms.of(limit(limit)), received))
                .dueAt();
        return due.map(at -> at.atZone(calendar.zone()).toOffsetDateTime().toString())
                .orElseThrow();
    }

    @Test
    void a_make_up_day_has_the_shifts_of_the_day_it_replaces() {
        assertThat(VN.isWorkingDay(LocalDate.of(2026, 8, 22))).isTrue();
        assertThat(VN.isWorkingDay(LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(VN.closeOf(LocalDate.of(2026, 8, 22))).isEqualTo(at("2026-08-22T17:30"));
        assertThat(VN.closeOf(LocalDate.of(2026, 8, 29))).isEqualTo(at("2026-09-03T17:30"));
        assertThat(VN.exceptionOn(LocalDate.of(2026, 8, 22)).map(ExceptionalDay::kind))
                .contains(ExceptionalDay.Kind.MAKE_UP);
    }

    @ParameterizedTest(name = "{0} opens {1}  ({2})")
    @CsvSource(
            textBlock =
                    """
            1995-03-06T06:00, 1995-03-06T08:00, before the first week the first week holds
            2026-02-27T06:00, 2026-02-27T08:00, the last day of the first week
            2026-03-02T06:00, 2026-03-02T09:00, the first day of the second week
            2026-03-07T06:00, 2026-03-07T09:00, which works on Saturdays too
            """)
    void weeks_take_over_on_their_date(LocalDateTime moment, LocalDateTime opening, String why) {
        var weeks = List.of(week(LocalDate.of(2026, 3, 2), 6, "09:00-12:00"), week(LONG_AGO, 5, "08:00-12:00"));
        var calendar = WorkingCalendar.of(HANOI, weeks, List.of(), Optional.empty());
        assertThat(calendar.openingAtOrAfter(at(moment.toString()))).as(why).isEqualTo(at(opening.toString()));
    }

    @Test
    void an_office_may_work_at_night() {
        var nights = calendar("Asia/Ho_Chi_Minh", 7, "00:00-06:00 22:00-24:00");
        assertThat(due(nights, "4 WORKING_HOUR", at("2026-03-02T23:00"))).isEqualTo("2026-03-03T03:00+07:00");
        assertThat(due(nights, "1 WORKING_DAY", at("2026-03-02T23:00"))).isEqualTo("2026-03-03T23:00+07:00");
        assertThat(due(nights, "8 WORKING_HOUR", at("2026-03-02T22:00"))).isEqualTo("2026-03-03T06:00+07:00");
    }

    @Test
    void an_office_may_never_close() {
        var always = calendar("Asia/Ho_Chi_Minh", 7, "00:00-24:00");
        assertThat(due(always, "30 WORKING_HOUR", at("2026-03-07T23:00"))).isEqualTo("2026-03-09T05:00+07:00");
        assertThat(due(always, "2 WORKING_DAY", at("2026-03-07T23:00"))).isEqualTo("2026-03-09T23:00+07:00");
        assertThat(due(always, "1 WORKING_DAY", at("2026-03-07T00:00"))).isEqualTo("2026-03-08T00:00+07:00");
    }

    @Test
    void a_day_that_closes_at_midnight_is_due_on_its_own_date() {
        var always = calendar("Asia/Ho_Chi_Minh", 7, "00:00-24:00");
        var deadline = Deadline.of(Facts.of(always, Office.endOfDay("0 WORKING_DAY"), at("2026-03-02T10:00")));
        assertThat(deadline.dueAt()).contains(at("2026-03-03T00:00"));
        assertThat(deadline.dueDate()).contains(LocalDate.of(2026, 3, 2));
    }

    @ParameterizedTest(name = "{0} {1} {2} from {3} = {4}  ({5})")
    @CsvSource(
            textBlock =
                    """
            Europe/Amsterdam, 00:00-24:00, 1 WORKING_DAY,  2026-03-28T12:00, 2026-03-29T12:30+02:00, half of a day of 23 hours
            Europe/Amsterdam, 00:00-24:00, 24 WORKING_HOUR, 2026-03-28T12:00, 2026-03-29T13:00+02:00, an hour is skipped
            Europe/Amsterdam, 00:00-24:00, 1 WORKING_DAY,  2026-10-24T12:00, 2026-10-25T11:30+01:00, half of a day of 25 hours
            Europe/Amsterdam, 00:00-24:00, 24 WORKING_HOUR, 2026-10-24T12:00, 2026-10-25T11:00+01:00, an hour comes twice
            Europe/Amsterdam, 00:00-24:00, 24 CLOCK_HOUR,  2026-10-24T12:00, 2026-10-25T11:00+01:00, hours of the clock really pass
            Europe/Amsterdam, 00:00-24:00, 1 CALENDAR_DAY, 2026-10-24T12:00, 2026-10-25T12:00+01:00, dates do not care
            Europe/Amsterdam, 09:00-17:00, 1 WORKING_DAY,  2026-03-28T12:00, 2026-03-29T12:00+02:00, outside the shift nothing changes
            Europe/Amsterdam, 02:00-02:30 09:00-17:00, 1 WORKING_DAY, 2026-03-28T02:00, 2026-03-29T09:00+02:00, a shift swallowed by the change
            Europe/Amsterdam, 01:00-02:30 09:00-10:00, 1.25 WORKING_HOUR, 2026-03-29T01:00, 2026-03-29T09:15+02:00, a shift cut short by the change
            America/New_York, 01:00-03:00, 2 WORKING_HOUR, 2026-11-01T01:00, 2026-11-01T02:00-05:00, the first 01:00 is meant
            America/New_York, 01:00-03:00, 3 WORKING_HOUR, 2026-11-01T01:00, 2026-11-01T03:00-05:00, three hours between one and three
            America/New_York, 00:00-24:00, 0.5 WORKING_DAY, 2026-03-08T00:00, 2026-03-08T12:30-04:00, half of 23 hours
            America/New_York, 09:00-17:00, 2 MONTH, 2026-01-09T09:00, 2026-03-09T09:00-04:00, the same hour in summer time
            """)
    void shifts_last_as_long_as_they_really_last(
            ZoneId zone, String shifts, String limit, String received, String due, String why) {
        var office = calendar(zone.getId(), 7, shifts);
        assertThat(due(office, limit, at(received, zone))).as(why).isEqualTo(due);
    }
}
