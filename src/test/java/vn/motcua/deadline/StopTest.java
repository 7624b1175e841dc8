package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Office.at;
import static vn.motcua.deadline.Office.endOfDay;
import static vn.motcua.deadline.Office.facts;
import static vn.motcua.deadline.Office.local;
import static vn.motcua.deadline.Office.sameTime;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stops, restarts and missed promises do to a due date. 2 March 2026 is a Monday. */
class StopTest {

    @ParameterizedTest(name = "{0} from {1} with {2} = {3}  ({4})")
    @CsvSource(
            textBlock =
                    """
            3 WORKING_DAY,    2026-03-02T09:30, 2026-03-03T10:00 2026-03-05T10:00, 2026-03-09T09:30, two days waited
            3 WORKING_DAY,    2026-03-02T09:30, 2026-03-03T10:00 2026-03-04T10:00; 2026-03-04T14:00 2026-03-04T16:00, 2026-03-06T13:30, two stops to the far side of lunch
            3 WORKING_DAY,    2026-03-02T09:30, 2026-03-03T10:00 2026-03-04T10:00; 2026-03-04T10:00 2026-03-05T10:00, 2026-03-09T09:30, one stop upon the other
            8 WORKING_HOUR,   2026-03-02T07:30, 2026-03-02T10:00 2026-03-02T15:00, 2026-03-03T10:30, lunch is no waiting
            6 WORKING_HOUR,   2026-03-02T07:30, 2026-03-02T08:00 2026-03-02T10:00, 2026-03-02T17:30, two hours waited to the near side
            0.5 WORKING_DAY,  2026-03-02T07:30, 2026-03-02T08:00 2026-03-02T13:00, 2026-03-02T17:00, half a day
            1 WORKING_DAY,    2026-03-07T10:00, 2026-03-07T12:00 2026-03-10T07:30, 2026-03-11T07:30, stopped before the start
            1 WORKING_DAY,    2026-03-07T10:00, 2026-03-05T12:00 2026-03-08T07:30, 2026-03-10T07:30, stopped and resumed before the start
            1 WORKING_DAY,    2026-03-06T09:00, 2026-03-06T17:30 2026-03-09T07:30, 2026-03-09T09:00, a weekend costs nothing
            1 WORKING_DAY,    2026-03-02T09:00, 2026-03-05T09:00 2026-03-06T09:00, 2026-03-04T09:00, stopped after the promise was missed
            1 WORKING_DAY,    2026-03-02T09:00, 2026-03-03T11:00 2026-03-05T11:00, 2026-03-05T11:00, stopped after the due moment on the due date
            1 WORKING_DAY,    2026-03-02T09:00, 2026-03-03T09:00 2026-03-05T11:00, 2026-03-05T11:00, stopped at the due moment
            1 WORKING_DAY,    2026-03-02T09:00, 2026-03-03T18:00 2026-03-06T10:00, 2026-03-06T10:00, stopped in the evening of the due date
            1 WORKING_DAY,    2026-03-02T09:00, 2026-03-03T18:00 2026-03-07T10:00, 2026-03-09T07:30, resumed on a Saturday
            1 WORKING_DAY,    2026-03-02T09:00, 2026-03-03T11:00 2026-03-05T11:00; 2026-03-05T11:00 2026-03-06T11:00, 2026-03-06T11:00, and stopped again at once
            1 WORKING_DAY,    2026-03-02T09:00, 2026-03-03T11:00 2026-03-05T11:00; 2026-03-09T08:00 2026-03-10T08:00, 2026-03-06T09:00, healed and then missed
            5 CALENDAR_DAY,   2026-03-02T09:00, 2026-03-03T10:00 2026-03-05T10:00, 2026-03-09T09:00, two dates waited
            5 CALENDAR_DAY,   2026-03-02T09:00, 2026-03-03T10:00 2026-03-03T17:00, 2026-03-09T09:00, within a date nothing is waited
            1 MONTH,          2026-03-02T09:00, 2026-03-03T10:00 2026-03-06T10:00, 2026-04-06T09:00, three dates waited and rolled once
            24 CLOCK_HOUR,    2026-03-02T09:00, 2026-03-02T10:00 2026-03-03T10:00, 2026-03-04T09:00, a day of the clock
            24 CLOCK_HOUR,    2026-03-02T09:00, 2026-03-02T10:00 2026-03-07T10:00, 2026-03-09T07:30, never before the office opens again
            """)
    void a_pause_costs_nothing_and_gives_nothing(String limit, String received, String stops, String due, String why) {
        var deadline = Deadline.of(facts(sameTime(limit, AfterSupplement.PAUSE), received, stops));
        assertThat(deadline.dueAt().map(Office::local)).as(why).contains(due);
    }

    @ParameterizedTest(name = "{0} from {1} with {2} = {3}  ({4})")
    @CsvSource(
            textBlock =
                    """
            0 WORKING_DAY,  2026-03-02T09:00, 2026-03-02T10:00 2026-03-04T10:00, 2026-03-04T17:30, same day and two days waited
            0 WORKING_DAY,  2026-03-02T09:00, 2026-03-02T10:00 2026-03-02T16:00, 2026-03-02T17:30, same day in spite of a stop
            0 WORKING_DAY,  2026-03-02T09:00, 2026-03-02T10:00 2026-03-02T17:30, 2026-03-03T17:30, resumed at close
            1 WORKING_DAY,  2026-03-02T09:00, 2026-03-03T17:00 2026-03-04T18:00, 2026-03-05T17:30, resumed in the evening
            1 WORKING_DAY,  2026-03-02T09:00, 2026-03-03T20:00 2026-03-03T21:00, 2026-03-04T17:30, a stop in the evening of the due date
            2 CALENDAR_DAY, 2026-03-02T09:00, 2026-03-03T10:00 2026-03-05T10:00, 2026-03-06T17:30, dates
            """)
    void end_of_day_follows_the_stop(String limit, String received, String stops, String due, String why) {
        assertThat(Deadline.of(facts(endOfDay(limit), received, stops)).dueAt().map(Office::local))
                .as(why)
                .contains(due);
    }

    @ParameterizedTest(name = "{0} from {1} with {2} starts {3}, due {4}  ({5})")
    @CsvSource(
            textBlock =
                    """
            3 WORKING_DAY, 2026-03-02T09:30, 2026-03-03T10:00 2026-03-05T18:00 SUPPLEMENT, 2026-03-06T07:30, 2026-03-11T07:30, arrives in the evening
            3 WORKING_DAY, 2026-03-02T09:30, 2026-03-03T10:00 2026-03-05T09:00 SUPPLEMENT, 2026-03-05T09:00, 2026-03-10T09:00, arrives in the morning
            3 WORKING_DAY, 2026-03-02T09:30, 2026-03-03T10:00 2026-03-05T09:00 PAYMENT, 2026-03-02T09:30, 2026-03-09T08:30, payment always pauses
            1 WORKING_DAY, 2026-03-02T09:00, 2026-03-02T10:00 2026-03-03T10:00 PAYMENT; 2026-03-03T14:00 2026-03-04T09:00 SUPPLEMENT, 2026-03-04T09:00, 2026-03-05T09:00, earlier stops drop out
            1 WORKING_DAY, 2026-03-02T09:00, 2026-03-02T10:00 2026-03-04T09:00 SUPPLEMENT; 2026-03-04T10:00 2026-03-05T10:00 PAYMENT, 2026-03-04T09:00, 2026-03-06T09:00, later stops are added
            1 WORKING_DAY, 2026-03-02T09:00, 2026-03-02T10:00 2026-03-04T09:00 SUPPLEMENT; 2026-03-04T10:00 2026-03-05T10:00 SUPPLEMENT, 2026-03-05T10:00, 2026-03-06T10:00, restarted twice
            1 WORKING_DAY, 2026-03-02T09:00, 2026-02-26T10:00 2026-02-27T09:00 SUPPLEMENT, 2026-03-02T09:00, 2026-03-03T09:00, papers that came before the receipt
            1 MONTH,       2026-03-02T09:00, 2026-03-04T10:00 2026-03-31T10:00 SUPPLEMENT, 2026-03-31T10:00, 2026-05-04T10:00, a month anew: 30 April is a day off
            """)
    void the_arrival_of_papers_is_treated_as_a_receipt(
            String limit, String received, String stops, String start, String due, String why) {
        var deadline = Deadline.of(facts(sameTime(limit, AfterSupplement.RESTART), received, stops));
        assertThat(local(deadline.startsAt())).as(why).isEqualTo(start);
        assertThat(deadline.dueAt().map(Office::local)).as(why).contains(due);
    }

    @ParameterizedTest(name = "{0}: missed date {1}, moment {2}  ({3})")
    @CsvSource(
            textBlock =
                    """
            2026-03-05T09:00 2026-03-06T09:00, 2026-03-03, 2026-03-03T09:00, stopped two days too late
            2026-03-03T11:00 2026-03-05T11:00, ,           2026-03-03T09:00, stopped on the due date after the due moment
            2026-03-03T09:00 2026-03-05T11:00, ,           ,                 stopped at the due moment
            2026-03-05T09:00 2026-03-06T09:00 SUPPLEMENT, 2026-03-03, 2026-03-03T09:00, a restart forgives nothing
            2026-03-03T08:00 2026-03-06T09:00; 2026-03-09T11:00 2026-03-10T09:00, 2026-03-06, 2026-03-06T10:00, due anew on the 6th and missed
            2026-03-05T09:00 2026-03-06T09:00; 2026-03-12T09:00 2026-03-13T09:00, 2026-03-03, 2026-03-03T09:00, the first one missed stays
            2026-03-05T09:00 open, 2026-03-03, 2026-03-03T09:00, stopped too late and still open
            """)
    void a_missed_promise_stays_the_one_judged(String stops, LocalDate date, String moment, String why) {
        var terms = sameTime("1 WORKING_DAY", AfterSupplement.RESTART);
        var deadline = Deadline.of(facts(terms, "2026-03-02T09:00", stops));
        assertThat(deadline.missedDate().orElse(null)).as(why).isEqualTo(date);
        assertThat(deadline.missedMoment().map(Office::local).orElse(null))
                .as(why)
                .isEqualTo(moment);
        assertThat(deadline.firstDueAt()).contains(at("2026-03-03T09:00"));
    }

    @ParameterizedTest(name = "{0} from {1} stopped {2}: {3} left  ({4})")
    @CsvSource(
            textBlock =
                    """
            3 WORKING_DAY,  2026-03-02T09:30, 2026-03-03T10:00 open PAYMENT,    1.9375 WORKING_DAY,   a day and half an hour used
            3 WORKING_DAY,  2026-03-02T09:30, 2026-03-03T10:00 open SUPPLEMENT, 3 WORKING_DAY,        the arrival will restart it
            1 MONTH,        2026-03-02T09:30, 2026-03-03T10:00 open SUPPLEMENT, 1 MONTH,              whole months
            1 WORKING_DAY,  2026-03-02T07:30, 2026-03-02T10:10 open PAYMENT,    0.666667 WORKING_DAY, two thirds of a day
            8 WORKING_HOUR, 2026-03-02T07:30, 2026-03-02T12:00 open PAYMENT,    4 WORKING_HOUR,       stopped at lunch
            24 CLOCK_HOUR,  2026-03-02T09:00, 2026-03-02T12:00 open PAYMENT,    21 CLOCK_HOUR,        by the clock
            5 CALENDAR_DAY, 2026-03-02T09:00, 2026-03-03T12:00 open PAYMENT,    4 CALENDAR_DAY,       dates
            1 MONTH,        2026-03-02T09:00, 2026-03-05T12:00 open PAYMENT,    28 CALENDAR_DAY,      2 April less 5 March
            1 WORKING_DAY,  2026-03-02T09:00, 2026-03-09T12:00 open PAYMENT,    0 WORKING_DAY,        nothing is left of a missed promise
            3 WORKING_DAY,  2026-03-07T09:00, 2026-03-07T12:00 open PAYMENT,    3 WORKING_DAY,        stopped before the start
            3 WORKING_DAY,  2026-03-02T09:30, 2026-03-03T09:30 2026-03-05T09:30; 2026-03-06T09:30 open PAYMENT, 1 WORKING_DAY, the second stop is open
            """)
    void while_a_stop_is_open_only_what_remains_is_known(
            String limit, String received, String stops, String left, String why) {
        var deadline = Deadline.of(facts(sameTime(limit, AfterSupplement.RESTART), received, stops));
        assertThat(deadline.dueAt()).isEmpty();
        assertThat(deadline.dueDate()).isEmpty();
        assertThat(deadline.promised()).isTrue();
        assertThat(deadline.remaining().map(some -> some.value().toPlainString() + " " + some.unit()))
                .as(why)
                .contains(left);
    }

    @Test
    void under_pause_an_open_supplement_leaves_the_rest() {
        var terms = sameTime("3 WORKING_DAY", AfterSupplement.PAUSE);
        var deadline = Deadline.of(facts(terms, "2026-03-02T09:30", "2026-03-03T09:30 open SUPPLEMENT"));
        assertThat(deadline.remaining()).contains(new Remaining(new BigDecimal("2"), LimitUnit.WORKING_DAY));
    }
}
