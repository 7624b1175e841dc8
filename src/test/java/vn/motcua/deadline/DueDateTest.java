package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Office.VN;
import static vn.motcua.deadline.Office.at;
import static vn.motcua.deadline.Office.endOfDay;
import static vn.motcua.deadline.Office.limit;
import static vn.motcua.deadline.Office.local;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a dossier that nothing stops is due. 2 March 2026 is a Monday. */
class DueDateTest {

    @ParameterizedTest(name = "{0}: {1} = {2}  ({3})")
    @CsvSource(
            textBlock =
                    """
            2026-03-02T07:30, 1 WORKING_DAY,    2026-03-03T07:30, from opening to the next opening
            2026-03-02T07:30, 8 WORKING_HOUR,   2026-03-02T17:30, eight hours end at close
            2026-03-02T09:30, 3 WORKING_DAY,    2026-03-05T09:30, same hour where days are alike
            2026-03-06T16:00, 1 WORKING_DAY,    2026-03-09T16:00, across the weekend
            2026-03-06T16:00, 2 WORKING_HOUR,   2026-03-09T08:00, the rest on Monday
            2026-03-06T07:30, 1 WORKING_DAY,    2026-03-09T07:30, far side of the weekend
            2026-03-06T07:30, 8 WORKING_HOUR,   2026-03-06T17:30, near side of the weekend
            2026-03-02T07:30, 4 WORKING_HOUR,   2026-03-02T11:30, near side of lunch
            2026-03-02T07:30, 0.5 WORKING_DAY,  2026-03-02T11:30, half a day ends before lunch
            2026-03-02T13:30, 0.5 WORKING_DAY,  2026-03-02T17:30, half a day ends at close
            2026-03-02T07:30, 0.25 WORKING_DAY, 2026-03-02T09:30, a quarter of a day
            2026-03-02T16:30, 0.25 WORKING_DAY, 2026-03-03T08:30, a quarter across the night
            2026-03-02T13:30, 1.5 WORKING_DAY,  2026-03-03T17:30, a day and a half
            2026-03-02T10:30, 1.75 WORKING_HOUR, 2026-03-02T14:15, across lunch
            2026-03-02T09:00, 1 CLOCK_HOUR,     2026-03-02T10:00, by the clock
            2026-03-06T16:00, 72 CLOCK_HOUR,    2026-03-09T16:00, weekends count by the clock
            2026-03-02T17:00, 4 CLOCK_HOUR,     2026-03-02T21:00, may end at night
            2026-03-02T09:00, 5 CALENDAR_DAY,   2026-03-09T09:00, Saturday rolls to Monday
            2026-03-02T09:00, 7 CALENDAR_DAY,   2026-03-09T09:00, no need to roll
            2026-04-28T09:00, 2 CALENDAR_DAY,   2026-05-04T09:00, rolled over 30 April and 1 May
            2026-06-05T16:00, 1 CALENDAR_DAY,   2026-06-06T11:30, clipped to the half day's close
            2026-06-05T08:00, 1 CALENDAR_DAY,   2026-06-06T08:00, a make-up Saturday is no day off
            2026-03-02T09:00, 1 MONTH,          2026-04-02T09:00, same day number
            2026-01-30T09:00, 1 MONTH,          2026-03-02T09:00, clipped to 28 February a Saturday and rolled
            2026-05-29T09:00, 1 MONTH,          2026-06-29T09:00, a plain month
            2026-08-31T09:00, 6 MONTH,          2027-03-03T07:30, starts on 3 September after the holidays
            2026-04-24T09:00, 3 WORKING_DAY,    2026-05-04T09:00, across three holidays and two weekends
            2026-08-21T09:00, 1 WORKING_DAY,    2026-08-22T09:00, into a make-up Saturday
            2026-06-05T07:30, 1 WORKING_DAY,    2026-06-06T07:30, into the half-day make-up Saturday
            2026-06-05T15:30, 1 WORKING_DAY,    2026-06-06T10:30, the same share of a shorter day
            2026-06-06T07:30, 1 WORKING_DAY,    2026-06-08T07:30, a half-worked day is one working day
            2026-06-06T09:30, 1 WORKING_DAY,    2026-06-08T13:30, half of a half day is half of a day: far side of lunch
            2026-06-06T07:30, 8 WORKING_HOUR,   2026-06-08T11:30, hours are hours
            """)
    void runs_in_its_own_unit(String received, String limit, String due, String why) {
        var deadline = Deadline.of(Facts.of(VN, Terms.of(limit(limit)), at(received)));
        assertThat(deadline.dueAt().map(Office::local)).as(why).contains(due);
        assertThat(deadline.dueDate()).contains(LocalDate.parse(due.substring(0, 10)));
        assertThat(deadline.firstDueAt()).isEqualTo(deadline.dueAt());
    }

    @ParameterizedTest(name = "received {0} starts {1}  ({2})")
    @CsvSource(
            textBlock =
                    """
            2026-03-02T09:00,          2026-03-02T09:00, in the morning
            2026-03-02T06:00,          2026-03-02T07:30, before opening
            2026-03-02T11:29:59,       2026-03-02T11:29:59, the last second of the morning
            2026-03-02T11:30,          2026-03-02T13:30, exactly at lunch
            2026-03-02T12:10,          2026-03-02T13:30, at lunch
            2026-03-02T17:29:59.999,   2026-03-02T17:29:59.999, just in time
            2026-03-02T17:30,          2026-03-03T07:30, exactly at close
            2026-03-02T22:00,          2026-03-03T07:30, at night
            2026-03-07T10:00,          2026-03-09T07:30, on Saturday
            2026-01-10T10:00,          2026-01-10T10:00, on a make-up Saturday
            2026-06-06T11:30,          2026-06-08T07:30, at the close of a half day
            2026-04-29T17:30,          2026-05-04T07:30, into the holidays
            """)
    void starts_when_the_office_is_open(String received, String start, String why) {
        var deadline = Deadline.of(Facts.of(VN, Terms.of(limit("1 WORKING_DAY")), at(received)));
        assertThat(local(deadline.startsAt())).as(why).isEqualTo(start);
    }

    @ParameterizedTest(name = "cut-off {0}, received {1} starts {2}  ({3})")
    @CsvSource(
            textBlock =
                    """
            15:00, 2026-03-02T14:59:59, 2026-03-02T14:59:59, before the cut-off
            15:00, 2026-03-02T15:00,    2026-03-03T07:30, at the cut-off counts as after it
            15:00, 2026-03-06T16:00,    2026-03-09T07:30, Friday after the cut-off
            15:00, 2026-03-07T16:00,    2026-03-09T07:30, a Saturday has no cut-off of its own
            12:00, 2026-03-02T11:45,    2026-03-02T13:30, at lunch before the cut-off
            12:00, 2026-03-02T12:00,    2026-03-03T07:30, at lunch at the cut-off
            PT1H,  2026-03-02T16:29:59, 2026-03-02T16:29:59, more than an hour before closing
            PT1H,  2026-03-02T16:30,    2026-03-03T07:30, an hour before closing
            PT1H,  2026-06-06T10:30,    2026-06-08T07:30, an hour before a half day closes
            PT1H,  2026-06-06T10:29,    2026-06-06T10:29, earlier on a half day
            """)
    void a_receipt_after_the_cut_off_starts_on_the_next_working_day(
            String cutOff, String received, String start, String why) {
        var terms = new Terms(
                Optional.of(limit("1 WORKING_DAY")),
                DueMoment.SAME_TIME,
                Optional.of(cutOff(cutOff)),
                AfterSupplement.RESTART);
        assertThat(local(Deadline.of(Facts.of(VN, terms, at(received))).startsAt()))
                .as(why)
                .isEqualTo(start);
    }

    private static CutOff cutOff(String text) {
        return text.startsWith("P") ? CutOff.beforeClose(Duration.parse(text)) : CutOff.at(LocalTime.parse(text));
    }

    @ParameterizedTest(name = "{0}: {1} = {2}  ({3})")
    @CsvSource(
            textBlock =
                    """
            2026-03-02T09:00, 0 WORKING_DAY,   2026-03-02T17:30, the same day
            2026-03-02T18:00, 0 WORKING_DAY,   2026-03-03T17:30, received in the evening
            2026-03-02T09:00, 2 WORKING_DAY,   2026-03-04T17:30, two days later at close
            2026-03-06T07:30, 1 WORKING_DAY,   2026-03-09T17:30, far side and then the close
            2026-03-02T07:30, 8 WORKING_HOUR,  2026-03-02T17:30, near side and then the close
            2026-03-02T09:00, 2 WORKING_HOUR,  2026-03-02T17:30, later on the day
            2026-03-05T09:00, 2 CALENDAR_DAY,  2026-03-09T17:30, rolled and then the close
            2026-03-05T09:00, 48 CLOCK_HOUR,   2026-03-09T17:30, on Saturday: the next working day's close
            2026-06-05T09:00, 24 CLOCK_HOUR,   2026-06-06T11:30, a half day closes early
            """)
    void end_of_day_is_the_close_of_the_due_date(String received, String limit, String due, String why) {
        assertThat(Deadline.of(Facts.of(VN, endOfDay(limit), at(received)))
                        .dueAt()
                        .map(Office::local))
                .as(why)
                .contains(due);
    }

    @Test
    void same_day_after_the_cut_off_is_the_next_working_day() {
        var terms = new Terms(
                Optional.of(limit("0 WORKING_DAY")),
                DueMoment.END_OF_DAY,
                Optional.of(CutOff.at(LocalTime.of(15, 0))),
                AfterSupplement.RESTART);
        assertThat(Deadline.of(Facts.of(VN, terms, at("2026-03-06T15:30"))).dueAt())
                .contains(at("2026-03-09T17:30"));
    }

    @Test
    void without_a_limit_nothing_is_promised() {
        var terms = new Terms(Optional.empty(), DueMoment.SAME_TIME, Optional.empty(), AfterSupplement.RESTART);
        var deadline = Deadline.of(Facts.of(VN, terms, at("2026-03-02T09:00")));
        assertThat(deadline.promised()).isFalse();
        assertThat(deadline.dueAt()).isEmpty();
        assertThat(deadline.reckoning()).isEmpty();
        assertThat(deadline.verdict(at("2026-03-02T10:00"), Basis.DATE, PromiseKind.CURRENT))
                .isEqualTo(Verdict.NO_DEADLINE);
    }

    @Test
    void a_due_date_beyond_the_known_holidays_is_provisional() {
        assertThat(Deadline.of(Facts.of(VN, Terms.of(limit("1 WORKING_DAY")), at("2026-12-30T09:00")))
                        .provisional())
                .isFalse();
        assertThat(Deadline.of(Facts.of(VN, Terms.of(limit("2 WORKING_DAY")), at("2026-12-30T09:00")))
                        .provisional())
                .isTrue();
    }

    @Test
    void the_receiving_unit_rules_the_start_and_the_competent_unit_the_rest() {
        var saturdayDesk = Office.calendar("Asia/Ho_Chi_Minh", 6, "08:00-12:00");
        var facts = new Facts(
                saturdayDesk, VN, Terms.of(limit("1 WORKING_DAY")), at("2026-03-07T07:00"), List.of(), List.of());
        assertThat(local(Deadline.of(facts).startsAt())).isEqualTo("2026-03-07T08:00");
        assertThat(Deadline.of(facts).dueAt().map(Office::local)).contains("2026-03-10T07:30");
    }
}
