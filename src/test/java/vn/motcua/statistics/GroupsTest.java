package vn.motcua.statistics;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Service;

/** Figures told apart by what dossiers are and by when. */
@QuarkusTest
@Service
class GroupsTest {

    @Inject
    Archive archive;

    @BeforeEach
    void add() {
        archive.add(
                """
                V81.1 | HT | COUNTER | received 2025-12-14T08:00 due 2025-12-22T08:00, finished 2025-12-20T08:00
                V81.1 | HT | ONLINE  | received 2025-12-15T08:00 due 2025-12-22T08:00, finished 01-14T08:00
                V81.2 | DD | COUNTER | received 01-05T08:00 due 01-12T08:00, finished 01-12T16:00
                V81.2 | HT | COUNTER | received 01-15T08:00 due 02-12T08:00, finished 02-10T08:00
                """);
    }

    @AfterEach
    void clear() {
        archive.clear();
    }

    private static ValidatableResponse ask(String query) {
        return as("dashboard", "V81")
                .get("/v1/statistics/on-time?" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void without_grouping_there_is_one_group_without_key() {
        ask("from=2025-12-01&to=2026-03-01")
                .body("groups", hasSize(1))
                .body("groups[0].key", is(Map.of()))
                .body("groups[0].counts.received.total", is(4))
                .body("groups[0].counts.resolved.total", is(4))
                .body(
                        "groups[0].rates.definition",
                        contains("resolved", "portal", "received", "exposed", "first-promise", "moment"))
                .body("groups[0].rates.version", contains(1, 1, 1, 1, 1, 1))
                .body("groups[0].rates.numerator", contains(3, 3, 3, 3, 3, 2))
                .body("groups[0].rates.denominator", contains(4, 4, 4, 4, 4, 4))
                .body("groups[0].rates[0].value", is(0.75f));
    }

    @Test
    void nothing_to_divide_by_is_no_rate() {
        ask("from=2024-01-01&to=2024-02-01")
                .body(
                        "groups[0].rates.value",
                        contains(nullValue(), nullValue(), nullValue(), nullValue(), nullValue(), nullValue()));
    }

    @Test
    void by_unit_field_procedure_and_channel() {
        ask("from=2025-12-01&to=2026-03-01&groupBy=unit")
                .body("groups.key.unit", contains("V81.1", "V81.2"))
                .body("groups.counts.received.total", contains(2, 2));
        ask("from=2025-12-01&to=2026-03-01&groupBy=field,channel")
                .body(
                        "groups.key",
                        contains(
                                Map.of("field", "DD", "channel", "COUNTER"),
                                Map.of("field", "HT", "channel", "COUNTER"),
                                Map.of("field", "HT", "channel", "ONLINE")))
                .body("groups.counts.received.total", contains(1, 2, 1));
        ask("from=2025-12-01&to=2026-03-01&groupBy=procedure&field=DD")
                .body("groups.key.procedure", contains(Archive.procedureOf("DD")));
        ask("from=2025-12-01&to=2026-03-01&unit=V81&channel=ONLINE&groupBy=unit&unitRole=RECEIVING")
                .body("groups.key.unit", contains("V81.1"));
    }

    @Test
    void a_dossier_counts_for_the_unit_that_answers_for_it_or_for_the_one_that_received_it() {
        archive.add("V81.3>V81.4 | HT | COUNTER | received 03-02T08:00 due 03-09T08:00");

        ask("from=2026-03-01&to=2026-04-01&groupBy=unit").body("groups.key.unit", contains("V81.4"));
        ask("from=2026-03-01&to=2026-04-01&groupBy=unit&unitRole=RECEIVING").body("groups.key.unit", contains("V81.3"));
        as("dashboard", "V81.3")
                .get("/v1/statistics/on-time?from=2026-03-01&to=2026-04-01")
                .then()
                .body("groups[0].counts.received.total", is(0));
        as("dashboard", "V81.3")
                .get("/v1/statistics/on-time?from=2026-03-01&to=2026-04-01&unitRole=RECEIVING")
                .then()
                .body("groups[0].counts.received.total", is(1));
    }

    @Test
    void months_are_answered_as_if_asked_alone() {
        ask("from=2025-11-01&to=2026-03-01&groupBy=month")
                .body("groups.key.month", contains("2025-11", "2025-12", "2026-01", "2026-02"))
                .body("groups.counts.carriedOver", contains(0, 0, 1, 1))
                .body("groups.counts.received.total", contains(0, 2, 2, 0))
                .body("groups.counts.resolved.total", contains(0, 1, 2, 1))
                .body("groups.counts.pending.overdue", contains(0, 1, 0, 0))
                .body("groups.counts.pending.withinDeadline", contains(0, 0, 1, 0));
    }

    @Test
    void with_a_property_only_keys_that_occur_appear() {
        ask("from=2025-11-01&to=2026-03-01&groupBy=month&groupBy=field")
                .body(
                        "groups.key",
                        contains(
                                Map.of("month", "2025-12", "field", "HT"),
                                Map.of("month", "2026-01", "field", "DD"),
                                Map.of("month", "2026-01", "field", "HT"),
                                Map.of("month", "2026-02", "field", "HT")));
    }

    @Test
    void the_statutory_month_runs_from_the_15th_to_the_14th_across_the_new_year() {
        ask("from=2025-12-01&to=2026-02-15&groupBy=month&period=STATUTORY")
                .body("groups.key.month", contains("2025-12", "2026-01", "2026-02"))
                .body("groups.counts.received.total", contains(1, 2, 1))
                .body("groups.counts.carriedOver", contains(0, 1, 0))
                .body("groups.counts.resolved.total", contains(0, 3, 1));
        ask("from=2025-12-14&to=2025-12-16&groupBy=quarter&period=STATUTORY")
                .body("groups.key.quarter", contains("2025-Q4", "2026-Q1"))
                .body("groups.counts.received.total", contains(1, 1));
        ask("from=2025-12-14&to=2025-12-16&groupBy=year&period=STATUTORY")
                .body("groups.key.year", contains("2025", "2026"));
        ask("from=2025-12-14&to=2025-12-16&groupBy=day&period=STATUTORY")
                .body("groups.key.day", contains("2025-12-14", "2025-12-15"))
                .body("groups.counts.received.total", contains(1, 1));
    }

    @Test
    void quarters_and_years_may_be_cut_short_by_moments() {
        ask("from=2025-12-14T01:00:00Z&to=2026-01-05T01:00:01Z&groupBy=quarter")
                .body("groups.key.quarter", contains("2025-Q4", "2026-Q1"))
                .body("groups.counts.received.total", contains(2, 1))
                .body("query.from", is("2025-12-14T08:00:00+07:00"))
                .body("query.to", is("2026-01-05T08:00:01+07:00"));
        ask("from=2025-12-14T01:00:00.000001Z&to=2026-01-05T01:00:00Z&groupBy=year")
                .body("groups.key.year", contains("2025", "2026"))
                .body("groups.counts.received.total", contains(1, 0));
    }
}
