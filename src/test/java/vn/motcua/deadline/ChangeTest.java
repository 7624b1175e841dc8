package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Office.at;
import static vn.motcua.deadline.Office.facts;
import static vn.motcua.deadline.Office.off;
import static vn.motcua.deadline.Office.sameTime;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that change while the clock runs. Received Monday 2 March 2026, 09:30; changes as {@code at limit}. */
class ChangeTest {

    private static final String RECEIVED = "2026-03-02T09:30";

    private static List<Change> changes(String changes) {
        return Arrays.stream(changes.split("; "))
                .map(change -> change.split(" ", 2))
                .map(words ->
                        new Change(at(words[0]), Office.VN, Office.VN, sameTime(words[1], AfterSupplement.RESTART)))
                .toList();
    }

    @ParameterizedTest(name = "{0}, stopped {1}, named {2}, then {3} = {4}, missed {5}  ({6})")
    @CsvSource(
            textBlock =
                    """
            3 WORKING_DAY, , , 2026-03-03T10:00 5 WORKING_DAY, 2026-03-09T09:30, , as though it had held since the receipt
            3 WORKING_DAY, , , 2026-03-03T10:00 1 WORKING_DAY, 2026-03-03T09:30, , a shorter limit may be over at once
            3 WORKING_DAY, , , 2026-03-05T23:59 5 WORKING_DAY, 2026-03-09T09:30, , on the due date itself nothing is missed by date
            3 WORKING_DAY, , , 2026-03-06T00:00 5 WORKING_DAY, 2026-03-09T09:30, 2026-03-05, missed before it stays missed
            3 WORKING_DAY, , , 2026-03-03T10:00 5 WORKING_DAY; 2026-03-10T10:00 9 WORKING_DAY, 2026-03-13T09:30, 2026-03-09, missed under the second rules
            3 WORKING_DAY, 2026-03-04T09:30 2026-03-05T09:30, , 2026-03-06T08:00 5 WORKING_DAY, 2026-03-10T09:30, , earlier stops count under the new rules
            3 WORKING_DAY, 2026-03-04T09:30 2026-03-12T09:30, , 2026-03-10T08:00 5 WORKING_DAY, 2026-03-17T09:30, , a change while stopped misses nothing
            3 WORKING_DAY, 2026-03-04T09:30 2026-03-05T09:30 SUPPLEMENT, , 2026-03-06T08:00 5 WORKING_DAY, 2026-03-12T09:30, , a restart before it stays the start
            3 WORKING_DAY, 2026-03-09T09:30 2026-03-10T09:30 SUPPLEMENT, , 2026-03-04T08:00 5 WORKING_DAY, 2026-03-17T09:30, , a restart after it runs under it
            3 WORKING_DAY, , 2026-03-12T17:00 2026-03-04T10:00, 2026-03-06T08:00 5 WORKING_DAY, 2026-03-12T17:00, , a named date stands
            3 WORKING_DAY, , 2026-03-12T17:00 2026-03-10T10:00, 2026-03-04T08:00 5 WORKING_DAY, 2026-03-12T17:00, 2026-03-09, named too late for the changed promise
            """)
    void reckon_anew_from_the_change_on(
            String limit, String stops, String named, String changes, String due, LocalDate missed, String why) {
        var facts = facts(sameTime(limit, AfterSupplement.RESTART), RECEIVED, named, stops);
        var deadline = Deadline.of(facts, changes(changes));
        assertThat(deadline.dueAt().map(Office::local)).as(why).contains(due);
        assertThat(deadline.missedDate().orElse(null)).as(why).isEqualTo(missed);
        assertThat(deadline.firstDueAt())
                .as("the first promise")
                .isEqualTo(Deadline.of(facts).firstDueAt());
    }

    @Test
    void a_day_off_announced_late_moves_what_is_not_yet_missed() {
        var facts = facts(sameTime("3 WORKING_DAY", AfterSupplement.RESTART), RECEIVED, null);
        var announced = Office.calendar("07:30-11:30 13:30-17:30", List.of(off("2026-03-04", "Quốc tang")));
        var change = new Change(at("2026-03-03T08:00"), announced, announced, facts.terms());
        var deadline = Deadline.of(facts, List.of(change));
        assertThat(deadline.dueAt().map(Office::local)).contains("2026-03-06T09:30");
        assertThat(deadline.firstDueAt().map(Office::local)).contains("2026-03-05T09:30");
        var finish = at("2026-03-06T09:00");
        assertThat(deadline.verdict(finish, Basis.MOMENT, PromiseKind.CURRENT)).isEqualTo(Verdict.ON_TIME);
        assertThat(deadline.verdict(finish, Basis.DATE, PromiseKind.FIRST)).isEqualTo(Verdict.LATE);
    }

    @Test
    void without_a_limit_from_now_on_a_missed_promise_is_still_judged() {
        var facts = facts(sameTime("1 WORKING_DAY", AfterSupplement.RESTART), RECEIVED, null);
        var none = new Terms(
                java.util.Optional.empty(), DueMoment.SAME_TIME, java.util.Optional.empty(), AfterSupplement.RESTART);
        var late = Deadline.of(facts, List.of(new Change(at("2026-03-04T08:00"), Office.VN, Office.VN, none)));
        assertThat(late.verdict(at("2026-03-05T08:00"), Basis.DATE, PromiseKind.CURRENT))
                .isEqualTo(Verdict.LATE);
        var early = Deadline.of(facts, List.of(new Change(at("2026-03-02T10:00"), Office.VN, Office.VN, none)));
        assertThat(early.verdict(at("2026-03-05T08:00"), Basis.DATE, PromiseKind.CURRENT))
                .isEqualTo(Verdict.NO_DEADLINE);
        assertThat(early.promised()).isFalse();
    }

    @Test
    void a_change_to_the_same_rules_changes_nothing() {
        for (long seed = 0; seed < 60; seed++) {
            var office = new RandomOffice(seed);
            for (int i = 0; i < 40; i++) {
                var received = office.moment();
                var terms = office.terms(office.limit(LimitUnit.WORKING_DAY), AfterSupplement.RESTART);
                var facts = office.facts(terms, received, office.stops(received));
                var at = received.plusSeconds(office.nextInt(60 * 86_400));
                var changed =
                        Deadline.of(facts, List.of(new Change(at, facts.intake(), facts.running(), facts.terms())));
                var plain = Deadline.of(facts);
                var finish = at.plusSeconds(office.nextInt(90 * 86_400));
                assertThat(changed.dueAt()).as("seed " + seed).isEqualTo(plain.dueAt());
                assertThat(changed.firstDueAt()).as("seed " + seed).isEqualTo(plain.firstDueAt());
                assertThat(changed.verdict(finish, Basis.DATE, PromiseKind.CURRENT))
                        .as("seed " + seed + ", " + facts + ", changed " + at + ", finished " + finish)
                        .isEqualTo(plain.verdict(finish, Basis.DATE, PromiseKind.CURRENT));
            }
        }
    }
}
