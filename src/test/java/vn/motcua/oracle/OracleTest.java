package vn.motcua.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The oracle itself, on a history a clerk could count: received Monday, due Thursday. All times are Hanoi's. */
class OracleTest {

    private static final Places PLACES =
            new Places(Map.of(), Map.of(), Map.of("VN", ZoneId.of("Asia/Ho_Chi_Minh")), Map.of("9.1", "HT"), Map.of());
    private static final String PROMISE =
            "'receivedAt': '%s', 'promised': true, 'firstDueAt': '%s', 'firstDueDate': '%s'"
                    .formatted(utc("2026-03-02T09:00"), utc("2026-03-05T09:00"), "2026-03-05");
    private static final String DUE =
            PROMISE + ", 'dueAt': '%s', 'dueDate': '2026-03-05'".formatted(utc("2026-03-05T09:00"));
    private static final Row RECEIVED = row("RECEIVED", "2026-03-02T09:00", "'status': 'RECEIVED', " + DUE);

    @Test
    void a_dossier_is_carried_over_from_the_day_after_its_receipt() {
        assertThat(on("2026-03-02", RECEIVED)).isEqualTo(counts("pending.withinDeadline", "received.counter"));
        assertThat(on("2026-03-03", RECEIVED)).isEqualTo(counts("pending.withinDeadline", "carriedOver"));
        assertThat(on("2026-03-01", RECEIVED)).isEmpty();
    }

    @Test
    void by_date_it_is_overdue_when_its_due_date_has_ended_and_by_moment_when_the_moment_has_passed() {
        assertThat(on("2026-03-04", RECEIVED)).containsKey("pending.withinDeadline");
        assertThat(on("2026-03-05", RECEIVED)).containsKey("pending.overdue");
        assertThat(until("2026-03-05T10:00", "DATE", RECEIVED)).containsKey("pending.withinDeadline");
        assertThat(until("2026-03-05T10:00", "MOMENT", RECEIVED)).containsKey("pending.overdue");
        assertThat(until("2026-03-05T09:00", "MOMENT", RECEIVED)).containsKey("pending.withinDeadline");
    }

    @Test
    void finished_on_the_due_date_after_the_moment_is_on_time_by_date_and_late_by_moment() {
        var finished = finished("2026-03-05T10:00", DUE);

        assertThat(on("2026-03-05", RECEIVED, finished)).isEqualTo(counts("carriedOver", "resolved.onTime"));
        assertThat(until("2026-03-06T00:00", "MOMENT", RECEIVED, finished)).containsKey("resolved.late");
        assertThat(until("2026-03-05T10:00", "DATE", RECEIVED, finished)).containsKey("pending.withinDeadline");
    }

    @Test
    void what_came_in_and_was_finished_in_the_period_makes_the_cohort() {
        assertThat(until("2026-03-06T00:00", "DATE", RECEIVED, finished("2026-03-04T16:00", DUE)))
                .isEqualTo(counts("received.counter", "resolved.early", "cohort.early"));
    }

    @Test
    void stopped_in_time_it_is_stopped_and_stopped_too_late_it_stays_overdue() {
        var inTime = "'status': 'SUSPENDED', 'stoppedAt': '" + utc("2026-03-03T09:00") + "', " + PROMISE;
        var tooLate = "'status': 'SUSPENDED', 'stoppedAt': '" + utc("2026-03-09T09:00")
                + "', 'missedDate': '2026-03-05', " + PROMISE;

        assertThat(on("2026-03-10", RECEIVED, row("SUSPENDED", "2026-03-03T09:00", inTime)))
                .isEqualTo(counts("carriedOver", "pending.stopped"));
        assertThat(on("2026-03-10", RECEIVED, row("SUSPENDED", "2026-03-09T09:00", tooLate)))
                .isEqualTo(counts("carriedOver", "pending.overdue"));
    }

    @Test
    void what_was_not_yet_recorded_is_not_counted_and_the_cut_is_the_moment_of_asking() {
        var finished = finished("2026-03-09T10:00", DUE);

        assertThat(asked("2026-03-01", "2026-04-01", "2026-03-05T23:59", "DATE", RECEIVED, finished))
                .isEqualTo(counts("received.counter", "pending.withinDeadline"));
        assertThat(asked("2026-03-01", "2026-04-01", "2026-03-06T00:00", "DATE", RECEIVED, finished))
                .isEqualTo(counts("received.counter", "pending.overdue"));
        assertThat(asked("2026-03-01", "2026-04-01", "2026-03-09T10:00", "DATE", RECEIVED, finished))
                .isEqualTo(counts("received.counter", "resolved.late"));
    }

    @Test
    void before_receipt_it_waits_in_the_intake_and_is_late_there_after_its_timer() {
        var submitted = row(
                "SUBMITTED",
                "2026-03-02T09:00",
                "'status': 'SUBMITTED', 'promised': false, 'submittedAt': '%s', 'intakeDueAt': '%s'"
                        .formatted(utc("2026-03-02T09:00"), utc("2026-03-03T09:00")));
        var withdrawn = row(
                "WITHDRAWN",
                "2026-03-04T09:00",
                "'status': 'WITHDRAWN', 'promised': false, 'submittedAt': '%s', 'endedAt': '%s'"
                        .formatted(utc("2026-03-02T09:00"), utc("2026-03-04T09:00")));

        assertThat(on("2026-03-02", submitted)).isEqualTo(counts("intake.submitted", "intake.waiting"));
        assertThat(on("2026-03-03", submitted, withdrawn))
                .isEqualTo(counts("intake.waitingBefore", "intake.waiting", "intake.waitingLate"));
        assertThat(on("2026-03-04", submitted, withdrawn))
                .isEqualTo(counts("intake.waitingBefore", "intake.withdrawn"));
        assertThat(on("2026-03-05", submitted, withdrawn)).isEmpty();
    }

    private static Map<String, Long> on(String day, Row... rows) {
        return asked(
                day,
                Instant.parse(utc(day + "T00:00")).plusSeconds(86_400).toString(),
                "2026-12-01T00:00",
                "DATE",
                rows);
    }

    private static Map<String, Long> until(String end, String basis, Row... rows) {
        return asked("2026-03-01", utc(end), "2026-12-01T00:00", basis, rows);
    }

    /** What is counted of one dossier, the totals left out. */
    private static Map<String, Long> asked(String from, String to, String asOf, String basis, Row... rows) {
        var question = new Question(Map.of("unit", "K71", "from", from, "to", to, "basis", basis));
        var answer = new Oracle(List.of(new Story("K71-1", List.of(rows))), PLACES)
                .answer(question, Instant.parse(utc(asOf)));
        var counted = new TreeMap<String, Long>();
        var tally = answer.getOrDefault(Map.of(), new Tally());
        Cells.ALL.stream()
                .filter(cell -> !cell.endsWith("total") && tally.of(cell) > 0)
                .forEach(cell -> counted.put(cell, tally.of(cell)));
        assertThat(Cells.brokenSum(tally::of)).isNull();
        return counted;
    }

    private static Map<String, Long> counts(String... cells) {
        var counts = new HashMap<String, Long>();
        for (var cell : cells) {
            counts.put(cell, 1L);
        }
        return counts;
    }

    private static Row finished(String at, String promise) {
        var ended = "'status': 'FINISHED', 'finishedAt': '%1$s', 'endedAt': '%1$s', ".formatted(utc(at));
        return row("FINISHED", at, ended + promise);
    }

    private static Row row(String type, String at, String standing) {
        var origin = "'origin': {'source': 'DESK', 'procedure': '9.1', 'channel': 'COUNTER', 'receivingUnit': 'K71',"
                + " 'competentUnit': 'K71', 'calendar': 'VN'}";
        var facts =
                "{'facts': {'number': 1, 'type': '%s', 'at': '%s', 'recordedAt': '%s', 'data': {%s}, 'standing': {%s}}}"
                        .formatted(type, utc(at), utc(at), origin, standing);
        return Row.of(RandomOffice.read(facts.replace('\'', '"')));
    }

    private static String utc(String hanoi) {
        return Instant.parse(hanoi + ":00Z").minusSeconds(7 * 3600).toString();
    }
}
