package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.deadline.Office.at;
import static vn.motcua.deadline.Office.facts;
import static vn.motcua.deadline.Office.sameTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Early, on time or late. One working day from Monday 2 March 2026, 09:00: due on Tuesday at 09:00. */
class VerdictTest {

    private static final Terms ONE_DAY = sameTime("1 WORKING_DAY", AfterSupplement.RESTART);

    @ParameterizedTest(name = "finished {0} {1}: {2} by date, {3} by moment, {4}/{5} against the first")
    @CsvSource(
            textBlock =
                    """
            2026-03-02T17:00, ,                                  EARLY,   EARLY,   EARLY, EARLY
            2026-03-03T08:00, ,                                  ON_TIME, ON_TIME, ON_TIME, ON_TIME
            2026-03-03T09:00, ,                                  ON_TIME, ON_TIME, ON_TIME, ON_TIME
            2026-03-03T09:00:01, ,                               ON_TIME, LATE,    ON_TIME, LATE
            2026-03-04T00:00, ,                                  LATE,    LATE,    LATE, LATE
            2026-03-04T08:00, 2026-03-02T10:00 2026-03-04T10:00, EARLY,   EARLY,   LATE, LATE
            2026-03-05T09:00, 2026-03-02T10:00 2026-03-04T10:00, ON_TIME, ON_TIME, LATE, LATE
            2026-03-05T11:00, 2026-03-03T11:00 2026-03-05T11:00, ON_TIME, LATE,    LATE, LATE
            2026-03-05T10:00, 2026-03-04T11:00 2026-03-05T09:00, LATE,    LATE,    LATE, LATE
            2026-03-05T10:00, 2026-03-04T11:00 2026-03-05T09:00 SUPPLEMENT, LATE, LATE, LATE, LATE
            """)
    void judges_by_date_and_by_moment(
            String finished, String stops, Verdict date, Verdict moment, Verdict firstDate, Verdict firstMoment) {
        var deadline = Deadline.of(facts(ONE_DAY, "2026-03-02T09:00", stops));
        assertThat(deadline.verdict(at(finished), Basis.DATE, PromiseKind.CURRENT))
                .isEqualTo(date);
        assertThat(deadline.verdict(at(finished), Basis.MOMENT, PromiseKind.CURRENT))
                .isEqualTo(moment);
        assertThat(deadline.verdict(at(finished), Basis.DATE, PromiseKind.FIRST))
                .isEqualTo(firstDate);
        assertThat(deadline.verdict(at(finished), Basis.MOMENT, PromiseKind.FIRST))
                .isEqualTo(firstMoment);
    }

    @ParameterizedTest(name = "at {0} {1}: {2} by date, {3} by moment, {4} against the first  ({5})")
    @CsvSource(
            textBlock =
                    """
            2026-03-03T09:00, ,                                  false, false, false, at the due moment
            2026-03-03T10:00, ,                                  false, true,  false, after it on the due date
            2026-03-04T10:00, ,                                  true,  true,  true,  the next day
            2026-03-10T10:00, 2026-03-03T08:00 open,             false, false, false, stopped in time
            2026-03-10T10:00, 2026-03-03T10:00 open,             false, true,  false, stopped after the due moment
            2026-03-10T10:00, 2026-03-04T10:00 open,             true,  true,  true,  stopped too late
            2026-03-04T10:00, 2026-03-03T08:00 2026-03-04T08:00, false, true,  true,  moved by a stop
            2026-03-05T10:00, 2026-03-04T08:00 2026-03-05T08:00, true,  true,  true,  missed before the stop
            2026-03-05T10:00, 2026-03-04T08:00 2026-03-05T08:00 SUPPLEMENT, true, true, true, missed before the restart
            """)
    void an_open_dossier_is_overdue_when_its_promise_ended_while_the_clock_ran(
            String now, String stops, boolean date, boolean moment, boolean first, String why) {
        var deadline = Deadline.of(facts(ONE_DAY, "2026-03-02T09:00", stops));
        assertThat(deadline.overdue(at(now), Basis.DATE, PromiseKind.CURRENT))
                .as(why)
                .isEqualTo(date);
        assertThat(deadline.overdue(at(now), Basis.MOMENT, PromiseKind.CURRENT))
                .as(why)
                .isEqualTo(moment);
        assertThat(deadline.overdue(at(now), Basis.DATE, PromiseKind.FIRST))
                .as(why)
                .isEqualTo(first);
    }

    @Test
    void nothing_is_finished_while_the_clock_stands_still() {
        var deadline = Deadline.of(facts(ONE_DAY, "2026-03-02T09:00", "2026-03-02T10:00 open"));
        assertThatThrownBy(() -> deadline.verdict(at("2026-03-03T08:00"), Basis.DATE, PromiseKind.CURRENT))
                .isInstanceOf(IllegalStateException.class);
    }
}
