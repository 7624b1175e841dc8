package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Office.at;
import static vn.motcua.deadline.Office.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates a person named: an extension, or an appointment made elsewhere. Received Monday 2 March 2026, 09:30. */
class NamedDateTest {

    private static final String RECEIVED = "2026-03-02T09:30";

    private static Terms terms(String limit, String due, AfterSupplement after) {
        return new Terms(
                Optional.ofNullable(limit).map(Office::limit), DueMoment.valueOf(due), Optional.empty(), after);
    }

    @ParameterizedTest(name = "{0} {1}: {2} with {3} = {4}  ({5})")
    @CsvSource(
            textBlock =
                    """
            3 WORKING_DAY, SAME_TIME, 2026-03-12T17:00 2026-03-04T10:00, , 2026-03-12T17:00, an extension
            3 WORKING_DAY, END_OF_DAY, 2026-03-12T10:00 2026-03-04T10:00, , 2026-03-12T10:00, exactly as named
            3 WORKING_DAY, END_OF_DAY, 2026-03-14T10:00 2026-03-04T10:00, , 2026-03-14T10:00, even on a Saturday
            3 WORKING_DAY, SAME_TIME, 2026-03-12T17:00 2026-03-04T10:00, 2026-03-03T10:00 2026-03-04T09:00, 2026-03-12T17:00, a stop before the naming is not added
            3 WORKING_DAY, SAME_TIME, 2026-03-12T17:00 2026-03-04T10:00, 2026-03-06T09:00 2026-03-09T09:00, 2026-03-13T17:00, a stop after the naming is added
            3 WORKING_DAY, SAME_TIME, 2026-03-12T17:00 2026-03-05T10:00, 2026-03-03T10:00 2026-03-06T10:00, 2026-03-13T17:00, of a stop during the naming the rest
            3 WORKING_DAY, SAME_TIME, 2026-03-12T17:00 2026-03-04T10:00, 2026-03-07T09:00 2026-03-08T09:00, 2026-03-12T17:00, a weekend adds nothing
            3 WORKING_DAY, END_OF_DAY, 2026-03-14T10:00 2026-03-04T10:00, 2026-03-06T09:00 2026-03-09T09:00, 2026-03-17T17:30, once moved it is settled like any other
            3 WORKING_DAY, SAME_TIME, 2026-03-06T10:00 2026-03-04T10:00, 2026-03-06T11:00 2026-03-09T11:00, 2026-03-09T11:00, never late by a stop
            , SAME_TIME, 2026-03-10T16:00 2026-03-02T09:30, , 2026-03-10T16:00, an appointment without a limit
            , SAME_TIME, 2026-03-10T16:00 2026-03-02T09:30, 2026-03-03T09:00 2026-03-03T11:00 SUPPLEMENT, 2026-03-11T08:00, without a limit hours waited are added
            3 WORKING_DAY, SAME_TIME, 2026-03-12T17:00 2026-03-04T10:00, 2026-03-05T08:00 2026-03-06T09:00 SUPPLEMENT, 2026-03-11T09:00, a restart ends it
            3 WORKING_DAY, SAME_TIME, 2026-03-12T17:00 2026-03-10T10:00, 2026-03-05T08:00 2026-03-06T09:00 SUPPLEMENT, 2026-03-12T17:00, named after the restart
            3 WORKING_DAY, SAME_TIME, 2026-03-20T17:00 2026-03-02T08:00, 2026-03-04T08:00 2026-03-05T09:00 SUPPLEMENT, 2026-03-10T09:00, a restart ends an import's date too
            3 WORKING_DAY, SAME_TIME, 2026-03-20T17:00 2026-03-02T09:30, 2026-02-25T08:00 2026-02-26T09:00 SUPPLEMENT, 2026-03-20T17:00, papers that came before the receipt
            5 CALENDAR_DAY, SAME_TIME, 2026-03-12T16:00 2026-03-04T10:00, 2026-03-06T09:00 2026-03-08T09:00, 2026-03-16T16:00, dates waited and rolled
            """)
    void stands_until_something_is_added(
            String limit, String due, String named, String stops, String expected, String why) {
        var facts = facts(terms(limit, due, AfterSupplement.RESTART), RECEIVED, named, stops);
        assertThat(Deadline.of(facts).dueAt().map(Office::local)).as(why).contains(expected);
    }

    @Test
    void an_extension_leaves_the_first_promise() {
        var facts = facts(
                terms("3 WORKING_DAY", "SAME_TIME", AfterSupplement.RESTART),
                RECEIVED,
                "2026-03-12T17:00 2026-03-04T10:00",
                null);
        var deadline = Deadline.of(facts);
        assertThat(deadline.firstDueAt()).contains(at("2026-03-05T09:30"));
        assertThat(deadline.missedDate()).isEmpty();
        var finish = at("2026-03-10T10:00");
        assertThat(deadline.verdict(finish, Basis.DATE, PromiseKind.CURRENT)).isEqualTo(Verdict.EARLY);
        assertThat(deadline.verdict(finish, Basis.DATE, PromiseKind.FIRST)).isEqualTo(Verdict.LATE);
    }

    @Test
    void an_extension_that_comes_too_late_heals_nothing() {
        var facts = facts(
                terms("3 WORKING_DAY", "SAME_TIME", AfterSupplement.RESTART),
                RECEIVED,
                "2026-03-12T17:00 2026-03-06T10:00",
                null);
        var deadline = Deadline.of(facts);
        assertThat(deadline.dueDate()).contains(LocalDate.of(2026, 3, 12));
        assertThat(deadline.missedDate()).contains(LocalDate.of(2026, 3, 5));
        assertThat(deadline.verdict(at("2026-03-10T10:00"), Basis.DATE, PromiseKind.CURRENT))
                .isEqualTo(Verdict.LATE);
    }

    @Test
    void a_date_named_at_receipt_is_the_first_promise() {
        var facts = facts(
                terms(null, "SAME_TIME", AfterSupplement.RESTART),
                RECEIVED,
                "2026-03-10T16:00 2026-03-02T09:30",
                "2026-03-09T16:00 open SUPPLEMENT");
        var deadline = Deadline.of(facts);
        assertThat(deadline.firstDueAt()).contains(at("2026-03-10T16:00"));
        assertThat(deadline.remaining()).contains(new Remaining(BigDecimal.valueOf(8), LimitUnit.WORKING_HOUR));
    }

    @Test
    void a_date_named_later_without_a_limit_leaves_no_first_promise() {
        var facts = facts(
                terms(null, "SAME_TIME", AfterSupplement.RESTART), RECEIVED, "2026-03-10T16:00 2026-03-03T09:30", null);
        assertThat(Deadline.of(facts).firstDueAt()).isEmpty();
        assertThat(Deadline.of(facts).promised()).isTrue();
    }
}
