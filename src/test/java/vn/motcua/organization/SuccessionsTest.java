package vn.motcua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.change;
import static vn.motcua.Calling.create;
import static vn.motcua.Calling.posting;
import static vn.motcua.Succeeding.by;
import static vn.motcua.Succeeding.record;
import static vn.motcua.Succeeding.recorded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.Service;

/** Who may say that a unit ends and another takes its place, and what cannot be said. */
@QuarkusTest
@Service
class SuccessionsTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String JULY = "2025-07-01";

    /** A root, and below it units that exist from 2020 on. */
    private static void found(String root, String... units) {
        put(root, root, null, "2000-01-01", null);
        for (var unit : units) {
            put(root, unit, root, "2020-01-01", null);
        }
    }

    private static void put(String keeper, String code, String parent, String from, String to) {
        create(as("catalogue", keeper), "/v1/units/" + code, unit(parent, from, to))
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> unit(String parent, String from, String to) {
        var unit = new HashMap<String, Object>(Map.of("name", "Đơn vị", "level", "OTHER", "validFrom", from));
        if (parent != null) {
            unit.put("parent", parent);
        }
        if (to != null) {
            unit.put("validTo", to);
        }
        return unit;
    }

    private static ValidatableResponse refused(String root, String unit, Map<String, ?> said, int status, String code) {
        return record(root, unit, said)
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("code", is(code));
    }

    @Test
    void a_unit_shows_who_takes_its_place_and_ends_the_day_before() {
        found("V39.A", "V39.A.1", "V39.A.2", "V39.A.3");
        var split = by(
                "SPLIT",
                JULY,
                List.of(
                        Map.of(
                                "unit", "V39.A.2",
                                "areas", List.of("00004"),
                                "fields", List.of("HT"),
                                "procedures", List.of("1.000001"),
                                "handInUnits", List.of("V39.A.1")),
                        Map.of("unit", "V39.A.3")));

        record("V39.A", "V39.A.1", split)
                .then()
                .statusCode(202)
                .contentType(ContentType.JSON)
                .header("Location", startsWith("/v1/jobs/"))
                .body("kind", is("SUCCESSION"))
                .body("state", is("QUEUED"));

        as("clerk", "V99")
                .get("/v1/units/V39.A.1")
                .then()
                .statusCode(200)
                .body("validTo", is("2025-06-30"))
                .body("succession.kind", is("SPLIT"))
                .body("succession.date", is(JULY))
                .body("succession.legalBasis", is("Luật 72/2025/QH15"))
                .body("succession.successors.unit", contains("V39.A.2", "V39.A.3"))
                .body("succession.successors[0].areas", contains("00004"))
                .body("succession.successors[0].fields", contains("HT"))
                .body("succession.successors[0].procedures", contains("1.000001"))
                .body("succession.successors[0].handInUnits", contains("V39.A.1"))
                .body("succession.successors[1].areas", nullValue());
        as("clerk", "V99")
                .queryParam("parent", "V39.A")
                .get("/v1/units")
                .then()
                .body("items.succession.kind", contains("SPLIT"))
                .body("items.find { it.code == 'V39.A.2' }.succession", nullValue());
        as("clerk", "V99")
                .queryParam("parent", "V39.A")
                .queryParam("inForceOn", JULY)
                .get("/v1/units")
                .then()
                .body("items.code", contains("V39.A.2", "V39.A.3"));
    }

    @Test
    void whoever_holds_the_unit_as_it_was_does_not_take_it_for_the_present_one() {
        found("V39.B", "V39.B.2");
        put("V39.B", "V39.B.1", "V39.B", "2020-01-01", "2025-06-30");
        var before = as("clerk", "V39.B").get("/v1/units/V39.B.1").header("ETag");

        recorded("V39.B", "V39.B.1", by("RENAME", JULY, "V39.B.2"));

        as("clerk", "V39.B")
                .header("If-None-Match", before)
                .get("/v1/units/V39.B.1")
                .then()
                .statusCode(200)
                .body("succession.kind", is("RENAME"));
    }

    @ParameterizedTest(name = "{0} with {1}: {3} at {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MERGE  | [{'unit': 'V39.C.2'}, {'unit': 'V39.C.3'}] | /successors | number
                    RENAME | [{'unit': 'V39.C.2'}, {'unit': 'V39.C.3'}] | /successors | number
                    SPLIT  | [{'unit': 'V39.C.2'}] | /successors | number
                    MERGE  | [{'unit': 'V39.C.2', 'areas': ['00004']}] | /successors/0 | conditions
                    SPLIT  | [{'unit': 'V39.C.2'}, {'unit': 'V39.C.3'}] | /successors/0 | conditions
                    SPLIT  | [{'unit': 'V39.C.2', 'fields': ['HT']}, {'unit': 'V39.C.3', 'fields': ['DD']}] | /successors/1 | conditions
                    RENAME | [{'unit': 'V39.C.1'}] | /successors/0/unit | itself
                    RENAME | [] | /successors | required
                    RENAME | [null] | /successors/0 | required
                    RENAME | [{}] | /successors/0/unit | required
                    RENAME | [{'unit': 'v35'}] | /successors/0/unit | format
                    SPLIT  | [{'unit': 'V39.C.2', 'areas': []}, {'unit': 'V39.C.3'}] | /successors/0/areas | length
                    SPLIT  | [{'unit': 'V39.C.2', 'areas': ['4']}, {'unit': 'V39.C.3'}] | /successors/0/areas/0 | format
                    SPLIT  | [{'unit': 'V39.C.2', 'fields': ['a b']}, {'unit': 'V39.C.3'}] | /successors/0/fields/0 | format
                    SPLIT  | [{'unit': 'V39.C.2', 'procedures': ['1.2']}, {'unit': 'V39.C.3'}] | /successors/0/procedures/0 | format
                    SPLIT  | [{'unit': 'V39.C.2', 'handInUnits': [null]}, {'unit': 'V39.C.3'}] | /successors/0/handInUnits/0 | required
                    END    | [{'unit': 'V39.C.2'}] | /kind | type
                    """)
    void what_does_not_fit_together_is_refused(String kind, String successors, String pointer, String flaw) {
        var body = "{\"kind\": \"%s\", \"date\": \"2025-07-01\", \"legalBasis\": \"x\", \"successors\": %s}"
                .formatted(kind, successors.replace('\'', '"'));
        as("catalogue", "V39.C")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/units/V39.C.1/successions")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors[0].pointer", is(pointer))
                .body("errors[0].code", is(flaw));
    }

    @Test
    void what_does_not_fit_the_units_there_are_is_a_conflict() {
        found("V39.D", "V39.D.1", "V39.D.2", "V39.D.3");
        put("V39.D", "V39.D.4", "V39.D", "2025-07-02", null);
        put("V39.D", "V39.D.5", "V39.D", "2020-01-01", "2025-05-31");

        refused("V39.D", "V39.D.77", by("RENAME", JULY, "V39.D.2"), 404, "unit-unknown");
        refused("V39.D", "V39.D.1", by("RENAME", JULY, "V39.D.77"), 409, "succession-unit-unknown");
        refused("V39.D", "V39.D.1", by("RENAME", JULY, "V39.D.4"), 409, "successor-not-in-force");
        refused("V39.D", "V39.D.1", by("RENAME", JULY, "V39.D.5"), 409, "successor-not-in-force");
        refused("V39.D", "V39.D.1", by("RENAME", "2020-01-01", "V39.D.2"), 409, "succession-before-begin");
        refused("V39.D", "V39.D.5", by("RENAME", JULY, "V39.D.2"), 409, "succession-after-end");
        var atNowhere = List.of(
                Map.of("unit", "V39.D.2", "handInUnits", List.of("V39.D.77")),
                Map.<String, Object>of("unit", "V39.D.3"));
        refused("V39.D", "V39.D.1", by("SPLIT", JULY, atNowhere), 409, "succession-unit-unknown");
        as("clerk", "V39.D")
                .get("/v1/units/V39.D.1")
                .then()
                .header("ETag", is("\"0\""))
                .body("validTo", nullValue());

        recorded("V39.D", "V39.D.5", by("RENAME", "2025-06-01", "V39.D.2"));
        recorded("V39.D", "V39.D.1", by("MERGE", JULY, "V39.D.2"));
        refused("V39.D", "V39.D.1", by("MERGE", JULY, "V39.D.3"), 409, "succession-exists");
        refused("V39.D", "V39.D.2", by("MERGE", JULY, "V39.D.3"), 409, "unit-takes-over");
        refused("V39.D", "V39.D.2", by("MERGE", "2025-03-01", "V39.D.1"), 409, "unit-takes-over");
        refused("V39.D", "V39.D.2", by("MERGE", "2025-07-02", "V39.D.1"), 409, "successor-not-in-force");
    }

    @Test
    void a_change_of_the_unit_leaves_its_succession_as_it_is() {
        found("V39.E", "V39.E.1", "V39.E.2");
        recorded("V39.E", "V39.E.1", by("RENAME", JULY, "V39.E.2"));

        for (var end : new String[] {null, "2025-12-31", "2025-06-29"}) {
            rewritten("V39.E.1", unit("V39.E", "2020-01-01", end))
                    .statusCode(409)
                    .body("code", is("unit-succeeded"));
        }
        rewritten("V39.E.2", unit("V39.E", "2020-01-01", "2025-06-30"))
                .statusCode(409)
                .body("code", is("unit-takes-over"));
        rewritten("V39.E.2", unit("V39.E", "2025-07-02", null)).statusCode(409).body("code", is("unit-takes-over"));
        rewritten("V39.E.1", unit("V39.E", "2020-01-01", "2025-06-30"))
                .statusCode(200)
                .body("succession.kind", is("RENAME"));
        rewritten("V39.E.2", unit("V39.E", JULY, JULY)).statusCode(200);
    }

    private static ValidatableResponse rewritten(String unit, Map<String, ?> said) {
        var etag = as("catalogue", "V39.E").get("/v1/units/" + unit).header("ETag");
        return change(as("catalogue", "V39.E"), "/v1/units/" + unit, etag, said).then();
    }

    @Test
    void a_keeper_needs_the_unit_and_every_successor_within_reach() {
        found("V39.F", "V39.F.1", "V39.F.2");
        put("V39.F", "V39.F.1.1", "V39.F.1", "2020-01-01", null);
        put("V39.F", "V39.F.1.2", "V39.F.1", "2020-01-01", null);

        refused("V39.F.1", "V39.F.2", by("RENAME", JULY, "V39.F.1.1"), 403, "not-allowed");
        refused("V39.F.1", "V39.F.1.1", by("RENAME", JULY, "V39.F.2"), 403, "not-allowed");
        posting(as("supervisor", "V39.F"), by("RENAME", JULY, "V39.F.1.2"))
                .post("/v1/units/V39.F.1.1/successions")
                .then()
                .statusCode(403);
        var job = recorded("V39.F.1", "V39.F.1.1", by("RENAME", JULY, "V39.F.1.2"));
        as("catalogue", "V39.F.1").get(job).then().statusCode(200);
        as("catalogue", "V39.F.2").get(job).then().statusCode(404);
    }

    @Test
    void a_repeated_click_records_it_once_and_of_two_keepers_one_is_told() {
        found("V39.G", "V39.G.1", "V39.G.2", "V39.G.3", "V39.G.4");
        var key = UUID.randomUUID().toString();
        var answers = IntStream.range(0, 2)
                .mapToObj(time -> as("catalogue", "V39.G")
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", key)
                        .body(by("RENAME", JULY, "V39.G.2"))
                        .post("/v1/units/V39.G.1/successions"))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
        assertThat(answers.get(1).header("Location")).isEqualTo(answers.get(0).header("Location"));

        var statuses = IntStream.range(0, 2)
                .mapToObj(keeper -> CompletableFuture.supplyAsync(() ->
                        record("V39.G", "V39.G.3", by("MERGE", JULY, "V39.G.4")).statusCode()))
                .toList();
        assertThat(statuses.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(202, 409);
    }
}
