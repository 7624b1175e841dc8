package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.motcua.Calling.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Service;

/** Reports 06a and 06b, and that their columns agree. */
@QuarkusTest
@Service
class ReportsTest {

    private static final String JANUARY = "?from=2026-01-01&to=2026-02-01";
    private static final String DOSSIERS =
            """
            V95.1 | HT | COUNTER | received 2025-12-20T08:00 due 01-12T08:00, finished 01-09T08:00
            V95.1 | HT | ONLINE  | received 01-05T08:00 due 01-12T08:00, finished 01-12T16:00
            V95.1 | DD | POSTAL  | received 01-05T08:00 due 01-12T08:00, finished 01-20T16:00
            V95.1 | DD | COUNTER | received 01-06T08:00 due 01-13T08:00, withdrawn 01-08T08:00
            V95.2 | HT | COUNTER | received 01-06T08:00 due 01-13T08:00, stopped 01-08T08:00, refused 01-30T08:00
            V95.2 | HT | COUNTER | received 01-06T08:00, finished 01-07T08:00
            V95.2 | HT | ONLINE  | received 01-06T08:00
            V95.2 | HT | COUNTER | received 01-28T08:00 due 02-04T08:00
            V95.2 | DD | COUNTER | received 01-20T08:00 due 01-27T08:00, stopped 01-22T08:00
            V95.2 | DD | COUNTER | received 01-05T08:00 due 01-30T08:00
            """;

    @Inject
    Archive archive;

    @AfterEach
    void clear() {
        archive.clear();
    }

    @Test
    void by_unit() {
        archive.add(DOSSIERS);

        var report = as("auditor", "V95")
                .get("/v1/reports/06a" + JANUARY)
                .then()
                .statusCode(200)
                .body("report", is("06a"))
                .body("rows.key.unit", contains("V95.1", "V95.2"))
                .body("total.key", is(Map.of()))
                .extract()
                .jsonPath();

        row(report, "rows[0]", received(4, 1, 2, 1), resolved(3, 1, 1, 1), pending(0, 0, 0), beyond(1, 0, 0, 0));
        row(report, "rows[1]", received(6, 1, 5, 0), resolved(0, 0, 0, 0), pending(3, 2, 1), beyond(0, 1, 1, 1));
        row(report, "total", received(10, 2, 7, 1), resolved(3, 1, 1, 1), pending(3, 2, 1), beyond(1, 1, 1, 1));
    }

    @Test
    void by_field_with_the_same_total() {
        archive.add(DOSSIERS);

        var report = as("auditor", "V95")
                .get("/v1/reports/06b" + JANUARY)
                .then()
                .statusCode(200)
                .body("rows.key.field", contains("DD", "HT"))
                .extract()
                .jsonPath();

        row(report, "rows[0]", received(4, 0, 4, 0), resolved(1, 0, 0, 1), pending(2, 1, 1), beyond(1, 0, 0, 0));
        row(report, "rows[1]", received(6, 2, 3, 1), resolved(2, 1, 1, 0), pending(1, 1, 0), beyond(0, 1, 1, 1));
        row(report, "total", received(10, 2, 7, 1), resolved(3, 1, 1, 1), pending(3, 2, 1), beyond(1, 1, 1, 1));
    }

    private static void row(JsonPath report, String row, Map<?, ?>... blocks) {
        assertThat((Object) report.get(row + ".received")).isEqualTo(blocks[0]);
        assertThat((Object) report.get(row + ".resolved")).isEqualTo(blocks[1]);
        assertThat((Object) report.get(row + ".pending")).isEqualTo(blocks[2]);
        assertThat((Object) report.get(row + ".beyondForm")).isEqualTo(blocks[3]);
        var beyond = report.getMap(row + ".beyondForm", String.class, Integer.class).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(report.getInt(row + ".received.total"))
                .isEqualTo(report.getInt(row + ".resolved.total") + report.getInt(row + ".pending.total") + beyond);
    }

    private static Map<String, Integer> received(int total, int online, int counterAndPostal, int carriedOver) {
        return Map.of(
                "total", total, "online", online, "counterAndPostal", counterAndPostal, "carriedOver", carriedOver);
    }

    private static Map<String, Integer> resolved(int total, int early, int onTime, int late) {
        return Map.of("total", total, "early", early, "onTime", onTime, "late", late);
    }

    private static Map<String, Integer> pending(int total, int within, int overdue) {
        return Map.of("total", total, "withinDeadline", within, "overdue", overdue);
    }

    private static Map<String, Integer> beyond(int withdrawn, int refused, int resolved, int pending) {
        return Map.of(
                "withdrawn", withdrawn,
                "refused", refused,
                "withoutDeadlineResolved", resolved,
                "withoutDeadlinePending", pending);
    }

    @Test
    void headings_stand_beside_the_figures_in_both_languages() {
        var tag = as("auditor", "V96")
                .get("/v1/reports/06a" + JANUARY)
                .then()
                .statusCode(200)
                .body("rows", empty())
                .body("total.received.total", is(0))
                .body("columns.id", hasItems("received.carriedOver", "pending.overdue", "beyondForm.refused"))
                .body("columns.find { it.id == 'resolved.early' }.heading.vi", is("Trước hạn"))
                .body("columns.find { it.id == 'resolved.early' }.block.en", is("Resolved"))
                .body("columns.find { it.id == 'resolved.early' }.ours", is(false))
                .body("columns.find { it.id == 'beyondForm.refused' }.ours", is(true))
                .body("asOf", notNullValue())
                .extract()
                .header("ETag");
        as("auditor", "V96")
                .header("If-None-Match", tag)
                .get("/v1/reports/06a" + JANUARY)
                .then()
                .statusCode(304);
        as("auditor", "V96")
                .get("/v1/reports/06a" + JANUARY + "&field=HT")
                .then()
                .statusCode(400);
        as("auditor", "V96").get("/v1/reports/06b?from=2026-01-01").then().statusCode(400);
    }
}
