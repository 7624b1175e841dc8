package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Service;

/** Every cell of the counts of January 2026, by dossiers one can count by hand. */
@QuarkusTest
@Service
class CountsTest {

    private static final String JANUARY = "from=2026-01-01&to=2026-02-01";

    @Inject
    Archive archive;

    @AfterEach
    void clear() {
        archive.clear();
    }

    private static Map<String, ?> january(String unit, String more) {
        var counts = as("dashboard", unit)
                .get("/v1/statistics/on-time?" + JANUARY + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("groups[0].counts");
        requireIdentities(counts);
        return counts.getMap("");
    }

    private static void requireIdentities(JsonPath counts) {
        assertThat(counts.getInt("carriedOver") + counts.getInt("received.total"))
                .isEqualTo(counts.getInt("resolved.total")
                        + counts.getInt("withdrawn")
                        + counts.getInt("refused")
                        + counts.getInt("pending.total"));
        assertThat(counts.getInt("intake.waitingBefore") + counts.getInt("intake.submitted"))
                .isEqualTo(counts.getInt("intake.accepted")
                        + counts.getInt("intake.refused")
                        + counts.getInt("intake.withdrawn")
                        + counts.getInt("intake.waiting"));
    }

    @Test
    void each_dossier_has_one_place_on_either_side() {
        archive.add(
                """
                V71 | HT | COUNTER | received 2025-12-20T08:00 due 01-12T08:00, finished 01-09T08:00
                V71 | HT | COUNTER | received 2025-12-01T08:00 due 2025-12-10T08:00, finished 2025-12-05T08:00
                V71 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, finished 01-12T16:00, returned 02-03T08:00
                V71 | HT | ONLINE  | submitted 01-05T08:00, received 01-05T09:00 due 01-12T09:00, finished 01-14T08:00
                V71 | HT | POSTAL  | received 01-06T08:00, finished 01-07T08:00
                V71 | HT | COUNTER | received 01-06T08:00 due 01-13T08:00, withdrawn 01-08T08:00
                V71 | HT | COUNTER | received 01-06T08:00 due 01-13T08:00, stopped 01-08T08:00, refused 01-30T08:00
                V71 | HT | COUNTER | received 01-28T08:00 due 02-04T08:00
                V71 | HT | COUNTER | received 01-20T08:00 due 01-27T08:00, stopped 01-22T08:00
                V71 | HT | COUNTER | received 01-05T08:00 due 01-30T08:00
                V71 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, stopped 01-15T08:00
                V71 | HT | COUNTER | received 01-10T08:00
                V71 | HT | COUNTER | received 01-29T08:00 due 02-05T08:00, finished 02-02T08:00
                V71 | HT | COUNTER | received 01-12T08:00 due 01-19T08:00 known 01-13T08:00, finished 01-15T08:00
                """);

        var counts = january("V71", "");

        assertThat(counts.get("carriedOver")).isEqualTo(1);
        assertThat(counts.get("received")).isEqualTo(Map.of("total", 12, "counter", 10, "online", 1, "postal", 1));
        assertThat(counts.get("resolved"))
                .isEqualTo(Map.of("total", 5, "early", 2, "onTime", 1, "late", 1, "withoutDeadline", 1));
        assertThat(counts.get("withdrawn")).isEqualTo(1);
        assertThat(counts.get("refused")).isEqualTo(1);
        assertThat(counts.get("pending"))
                .isEqualTo(Map.of("total", 6, "withinDeadline", 2, "stopped", 1, "overdue", 2, "withoutDeadline", 1));
        assertThat(counts.get("cohort")).isEqualTo(Map.of("early", 1, "onTime", 1));
        assertThat(counts.get("lateEntries")).isEqualTo(1);
    }

    @Test
    void before_receipt_dossiers_wait_or_leave() {
        archive.add(
                """
                V72 | HT | ONLINE | submitted 2025-12-31T16:00 intake 01-02T16:00, received 01-02T09:00 due 01-09T09:00
                V72 | HT | ONLINE | submitted 01-05T08:00 intake 01-05T17:30, received 01-05T10:00 due 01-12T10:00
                V72 | HT | ONLINE | submitted 01-06T08:00 intake 01-06T17:30, refused 01-07T08:00
                V72 | HT | ONLINE | submitted 01-06T08:00 intake 01-06T17:30, withdrawn 01-07T08:00
                V72 | HT | ONLINE | submitted 01-30T08:00 intake 01-30T17:30
                V72 | HT | ONLINE | submitted 01-31T20:00 intake 02-02T17:30
                V72 | HT | ONLINE | submitted 01-20T08:00 intake 01-20T17:30, stopped 01-20T10:00
                V72 | HT | ONLINE | submitted 2025-12-10T08:00, refused 2025-12-11T08:00
                V72 | HT | ONLINE | submitted 01-31T08:00 intake 02-02T17:30, received 02-02T08:00 due 02-09T08:00
                """);

        var counts = january("V72", "");

        assertThat(counts.get("intake"))
                .isEqualTo(Map.of(
                        "waitingBefore",
                        1,
                        "submitted",
                        7,
                        "accepted",
                        2,
                        "refused",
                        1,
                        "withdrawn",
                        1,
                        "waiting",
                        4,
                        "waitingLate",
                        1));
        assertThat(counts.get("received")).isEqualTo(Map.of("total", 2, "counter", 0, "online", 2, "postal", 0));
        assertThat(counts.get("refused")).isEqualTo(0);
        assertThat(counts.get("withdrawn")).isEqualTo(0);
    }

    @Test
    void a_finish_is_judged_four_ways() {
        archive.add(
                """
                V73 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, finished 01-12T16:00
                V73 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, extended 01-09T08:00 due 01-26T08:00, finished 01-20T08:00
                V73 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, extended 01-14T08:00 due 01-26T08:00, finished 01-20T08:00
                """);

        assertThat(resolved("basis=DATE&promise=CURRENT")).isEqualTo(judged(1, 1, 1));
        assertThat(resolved("basis=MOMENT&promise=CURRENT")).isEqualTo(judged(1, 0, 2));
        assertThat(resolved("basis=DATE&promise=FIRST")).isEqualTo(judged(0, 1, 2));
        assertThat(resolved("basis=MOMENT&promise=FIRST")).isEqualTo(judged(0, 0, 3));
    }

    private static Object resolved(String judgement) {
        return january("V73", "&" + judgement).get("resolved");
    }

    private static Map<String, Integer> judged(int early, int onTime, int late) {
        return Map.of("total", 3, "early", early, "onTime", onTime, "late", late, "withoutDeadline", 0);
    }

    @Test
    void what_is_open_is_judged_four_ways() {
        archive.add(
                """
                V74 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, extended 01-09T08:00 due 02-09T08:00
                V74 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, stopped 01-12T10:00
                V74 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, stopped 01-09T08:00
                V74 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, stopped 01-15T08:00, resumed 01-20T08:00 due 02-20T08:00
                """);

        assertThat(pending("basis=DATE&promise=CURRENT")).isEqualTo(open(1, 2, 1));
        assertThat(pending("basis=MOMENT&promise=CURRENT")).isEqualTo(open(1, 1, 2));
        assertThat(pending("basis=DATE&promise=FIRST")).isEqualTo(open(0, 2, 2));
        assertThat(pending("basis=MOMENT&promise=FIRST")).isEqualTo(open(0, 1, 3));
    }

    private static Object pending(String judgement) {
        return january("V74", "&" + judgement).get("pending");
    }

    private static Map<String, Integer> open(int within, int stopped, int overdue) {
        return Map.of(
                "total", 4, "withinDeadline", within, "stopped", stopped, "overdue", overdue, "withoutDeadline", 0);
    }

    @Test
    void as_of_an_earlier_moment_only_what_was_known_then_is_counted() {
        archive.add(
                """
                V75 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, finished 01-09T08:00, annulled 01-20T08:00
                V75 | HT | COUNTER | received 01-06T08:00 due 01-30T08:00 known 01-08T08:00
                """);

        assertThat(asOf("2026-01-07T00:00:00Z")).containsExactly(1, 0, 1, 0);
        assertThat(asOf("2026-01-15T00:00:00Z")).containsExactly(2, 1, 1, 0);
        assertThat(asOf("2026-01-21T00:00:00Z")).containsExactly(2, 0, 1, 1);
        assertThat(asOf("2026-03-01T00:00:00Z")).containsExactly(2, 0, 0, 2);
        assertThat(asOf("2025-12-31T00:00:00Z")).containsExactly(0, 0, 0, 0);
    }

    /** Received, resolved early, pending within the deadline, pending overdue. */
    private static Integer[] asOf(String moment) {
        var counts = as("dashboard", "V75")
                .get("/v1/statistics/on-time?" + JANUARY + "&asOf=" + moment)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("groups[0].counts");
        return new Integer[] {
            counts.getInt("received.total"),
            counts.getInt("resolved.early"),
            counts.getInt("pending.withinDeadline"),
            counts.getInt("pending.overdue")
        };
    }

    @Test
    void a_period_begins_with_its_first_moment_and_ends_before_its_last() {
        archive.add(
                """
                V76 | HT | COUNTER | received 01-01T00:00 due 02-20T08:00
                V76 | HT | COUNTER | received 02-01T00:00 due 02-20T08:00
                V76 | HT | COUNTER | received 2025-12-15T08:00 due 02-20T08:00, finished 01-01T00:00
                V76 | HT | COUNTER | received 2025-12-15T08:00 due 02-20T08:00, withdrawn 02-01T00:00
                V76 | HT | COUNTER | received 01-15T08:00 due 01-31T08:00
                V76 | HT | COUNTER | received 01-15T08:00 due 02-01T08:00
                """);

        var counts = january("V76", "");

        assertThat(counts.get("carriedOver")).isEqualTo(2);
        assertThat(counts.get("received")).isEqualTo(Map.of("total", 3, "counter", 3, "online", 0, "postal", 0));
        assertThat(counts.get("resolved"))
                .isEqualTo(Map.of("total", 1, "early", 1, "onTime", 0, "late", 0, "withoutDeadline", 0));
        assertThat(counts.get("withdrawn")).isEqualTo(0);
        assertThat(counts.get("pending"))
                .isEqualTo(Map.of("total", 4, "withinDeadline", 3, "stopped", 0, "overdue", 1, "withoutDeadline", 0));
    }
}
