package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Office.endOfDay;
import static vn.motcua.deadline.Office.facts;
import static vn.motcua.deadline.Office.sameTime;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a dossier is due when it is: date by date, as a clerk would explain it. 2 March 2026 is a Monday. */
class ReckoningTest {

    private static String told(Deadline deadline) {
        return deadline.reckoning().stream()
                .map(day -> day.date().toString().substring(5) + " "
                        + day.counted().toPlainString()
                        + day.reason().map(reason -> " " + reason).orElse(""))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest(name = "{0} from {1} with {2}  ({4})")
    @CsvSource(
            textBlock =
                    """
            1 WORKING_DAY, 2026-03-02T07:30, , 03-02 1; 03-03 0 USED_UP, ends as Tuesday opens
            2 WORKING_DAY, 2026-03-06T15:30, , 03-06 0.25; 03-07 0 WEEKLY_REST; 03-08 0 WEEKLY_REST; 03-09 1; 03-10 0.75, a weekend
            1 WORKING_DAY, 2026-03-06T18:00, , 03-06 0 BEFORE_START; 03-07 0 WEEKLY_REST; 03-08 0 WEEKLY_REST; 03-09 1; 03-10 0 USED_UP, received in the evening
            8 WORKING_HOUR, 2026-04-29T13:30, , 04-29 4; 04-30 0 DAY_OFF; 05-01 0 DAY_OFF; 05-02 0 WEEKLY_REST; 05-03 0 WEEKLY_REST; 05-04 4, holidays
            2 WORKING_DAY, 2026-08-21T13:30, , 08-21 0.5; 08-22 1 MAKE_UP; 08-23 0 WEEKLY_REST; 08-24 0.5, a make-up Saturday
            2 WORKING_DAY, 2026-03-02T09:30, 2026-03-03T09:30 2026-03-04T13:30, 03-02 0.75; 03-03 0.25 STOP; 03-04 0.5 STOP; 03-05 0.5, a stop takes parts of two days
            2 WORKING_DAY, 2026-03-02T09:30, 2026-03-02T13:30 2026-03-04T08:30 SUPPLEMENT, 03-02 0 STOP; 03-03 0 STOP; 03-04 0.875 STOP; 03-05 1; 03-06 0.125, a restart
            1 WORKING_DAY, 2026-03-02T09:30, 2026-03-03T09:00 2026-03-04T08:30 SUPPLEMENT, 03-02 0 RESTARTED; 03-03 0 STOP; 03-04 0.875 STOP; 03-05 0.125, what counted before a restart
            5 CALENDAR_DAY, 2026-03-02T09:30, , 03-02 0 FIRST_DAY; 03-03 1; 03-04 1; 03-05 1; 03-06 1; 03-07 1; 03-08 0 WEEKLY_REST; 03-09 0 ROLLED, rolled from Saturday
            3 CALENDAR_DAY, 2026-03-02T09:30, 2026-03-03T10:00 2026-03-04T10:00, 03-02 0 FIRST_DAY; 03-03 1; 03-04 0 STOP; 03-05 1; 03-06 1, a date waited
            24 CLOCK_HOUR, 2026-03-06T16:00, , 03-06 8; 03-07 16, by the clock
            1 WORKING_DAY, 2026-03-02T09:00, 2026-03-03T11:00 2026-03-05T11:00, 03-02 0.8125; 03-03 0.1875 STOP; 03-04 0 STOP; 03-05 0 STOP, stopped after the due moment
            3 WORKING_DAY, 2026-03-02T09:30, 2026-03-03T10:00 open, 03-02 0.75; 03-03 0.3125 STOP, until the open stop
            1 WORKING_DAY, 2026-03-02T10:10, , 03-02 0.666667; 03-03 0.333333, thirds add up
            """)
    void tells_how_much_of_each_date_counted(String limit, String received, String stops, String told, String why) {
        var deadline = Deadline.of(facts(sameTime(limit, AfterSupplement.RESTART), received, stops));
        assertThat(told(deadline)).as(why).isEqualTo(told);
    }

    @Test
    void dates_beyond_the_limit_are_an_extension() {
        var facts = facts(
                sameTime("1 WORKING_DAY", AfterSupplement.RESTART),
                "2026-03-02T09:30",
                "2026-03-05T10:00 2026-03-03T08:00",
                null);
        assertThat(told(Deadline.of(facts))).isEqualTo("03-02 0.75; 03-03 0.25; 03-04 0 EXTENDED; 03-05 0 EXTENDED");
    }

    @Test
    void a_named_date_without_limit_counts_working_hours() {
        var terms = new Terms(Optional.empty(), DueMoment.SAME_TIME, Optional.empty(), AfterSupplement.RESTART);
        var facts = facts(terms, "2026-03-02T09:30", "2026-03-03T10:00 2026-03-02T09:30", null);
        assertThat(told(Deadline.of(facts))).isEqualTo("03-02 6; 03-03 2.5");
    }

    @Test
    void a_day_off_has_a_name_and_a_legal_basis() {
        var deadline = Deadline.of(facts(endOfDay("1 WORKING_DAY"), "2026-04-29T13:30", null));
        var named = deadline.reckoning().stream()
                .filter(day -> day.name().isPresent())
                .toList();
        assertThat(named)
                .extracting(day -> day.name().orElseThrow())
                .containsExactly("Ngày Chiến thắng", "Ngày Quốc tế Lao động");
        assertThat(named).extracting(day -> day.legalBasis().orElseThrow()).containsOnly("BLLĐ Điều 112");
    }
}
