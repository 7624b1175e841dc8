package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.Succeeding;
import vn.motcua.intake.Importing;

/**
 * The reform of 2025: a district ended on 30 June, three communes took its place on 1 July, each the people of its
 * area and the last the rest. What was open went on in the communes.
 */
@QuarkusTest
@Service
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistrictOf2025Test {

    private static final String DISTRICT = "V30.5";
    private static final String EAST = "V30.61";
    private static final String WEST = "V30.62";
    private static final String REST = "V30.63";
    private static final Map<String, String> WHY = Map.of("reason", "Chờ", "legalBasis", "Điều 17");

    @Inject
    MovableTime time;

    @Inject
    HistoryVerifier verifier;

    private Province province;
    private String procedure;
    private String open;
    private Response openBefore;
    private String stopped;
    private String submitted;
    private String finished;
    private String returned;
    private String withdrawn;
    private String answeredForByUs;
    private String heldByUs;
    private String handedInWithUs;
    private String notOurs;
    private Response planned;
    private Response before;
    private Response job;
    private JsonPath asWas;
    private JsonPath asNow;
    private JsonPath receivedNow;

    /** Played once, by whichever test comes first: before the first there is no address to call. */
    @BeforeEach
    void a_district_with_work_in_hand_ends() throws InterruptedException {
        if (job != null) {
            return;
        }
        time.setTo(Instant.parse("2025-06-23T01:00:00Z"));
        found();
        lives();
        time.setTo(Instant.parse("2025-06-28T03:00:00Z"));
        openBefore = as("clerk", DISTRICT).get("/v1/dossiers/" + open);
        var path = Succeeding.recorded(
                "V30",
                DISTRICT,
                Succeeding.by(
                        "SPLIT",
                        "2025-07-01",
                        List.of(
                                Map.of("unit", EAST, "areas", List.of("00004")),
                                Map.of("unit", WEST, "areas", List.of("00007")),
                                Map.of("unit", REST))));
        time.setTo(Instant.parse("2025-06-30T16:59:59Z"));
        Thread.sleep(2500);
        planned = as("supervisor", "V30").get(path);
        before = as("clerk", DISTRICT).get("/v1/dossiers/" + open);
        time.setTo(Instant.parse("2025-06-30T17:00:00Z"));
        job = Succeeding.done("V30", path);
        time.setTo(Instant.parse("2025-07-01T01:00:00Z"));
        asWas = figures("V30", "AS_WAS", "COMPETENT");
        asNow = figures("V30", "AS_NOW", "COMPETENT");
        receivedNow = figures("V30", "AS_NOW", "RECEIVING");
    }

    private static JsonPath figures(String unit, String units, String role) {
        return as("dashboard", "V30")
                .queryParams(Map.of("unit", unit, "units", units, "unitRole", role, "groupBy", "unit"))
                .queryParams(Map.of("from", "2025-06-01", "to", "2025-08-01"))
                .get("/v1/statistics/on-time")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** What is counted for a unit; null where it is not in the answer. */
    private static Integer count(JsonPath figures, String unit, String cell) {
        return figures.get("groups.find { it.key.unit == '" + unit + "' }?.counts?." + cell);
    }

    private static int sum(JsonPath figures, String cell) {
        List<Integer> counts = figures.get("groups.counts." + cell);
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    @AfterAll
    void release_time() {
        time.release();
    }

    private void found() {
        province = Province.at("V30");
        procedure = province.procedure(20, "WORKING_DAY");
        unit(DISTRICT, "DISTRICT", "2000-01-01");
        for (var commune : List.of(EAST, WEST, REST)) {
            unit(commune, "COMMUNE", "2025-07-01");
        }
    }

    private static void unit(String code, String level, String from) {
        create(
                        as("catalogue", "V30"),
                        "/v1/units/" + code,
                        Map.of("name", "Đơn vị " + code, "level", level, "parent", "V30", "validFrom", from))
                .then()
                .statusCode(201);
    }

    private void lives() {
        open = received("COUNTER", "00004", Map.of());
        step("clerk", DISTRICT, open, "hand-over", Map.of("officer", "o-1"));
        stopped = received("COUNTER", "00007", Map.of());
        step("officer", DISTRICT, stopped, "suspension", WHY);
        submitted = received("ONLINE", "00004", Map.of());
        finished = received("POSTAL", "00007", Map.of());
        step("officer", DISTRICT, finished, "result", Map.of("outcome", "GRANTED"));
        returned = received("COUNTER", "00004", Map.of("result", Map.of("outcome", "GRANTED"), "return", Map.of()));
        withdrawn = received("COUNTER", null, Map.of());
        step("clerk", DISTRICT, withdrawn, "withdrawal", Map.of("reason", "x"));
        answeredForByUs =
                received("COUNTER", "00004", Map.of("receivingUnit", province.department(), "competentUnit", DISTRICT));
        handedInWithUs =
                received("COUNTER", "00007", Map.of("receivingUnit", province.department(), "handInUnit", DISTRICT));
        heldByUs = received("COUNTER", null, Map.of("receivingUnit", province.communeA()));
        step("clerk", province.communeA(), heldByUs, "hand-over", Map.of("unit", DISTRICT, "officer", "o-1"));
        notOurs = received("COUNTER", "00004", Map.of("receivingUnit", province.communeA()));
    }

    private String received(String channel, String area, Map<String, ?> more) {
        var receipt = receipt(procedure, DISTRICT, channel);
        receipt.putAll(more);
        if (area != null) {
            receipt.put(
                    "applicant",
                    Map.of("kind", "CITIZEN", "name", "Nguyễn Thị Mai", "address", Map.of("areaCode", area)));
        }
        return receive(as("clerk", "V30"), receipt)
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static ValidatableResponse dossier(String unit, String code) {
        return as("clerk", unit).get("/v1/dossiers/" + code).then();
    }

    @Test
    void until_its_day_nothing_passes_over() {
        planned.then().body("state", is("QUEUED")).body("done", is(0));
        before.then().header("ETag", is(openBefore.header("ETag"))).body("heirs", nullValue());
    }

    @Test
    void the_job_tells_what_passed_over_with_a_row_and_what_only_for_the_figures() {
        job.then()
                .body("total", is(9))
                .body("done", is(9))
                .body("accepted", is(7))
                .body("unchanged", is(2))
                .body("refused", is(0));
    }

    @Test
    void an_open_dossier_goes_on_in_the_commune_of_its_people() {
        dossier(EAST, open)
                .statusCode(200)
                .body("currentUnit", is(EAST))
                .body("officer", nullValue())
                .body("receivingUnit", is(DISTRICT))
                .body("competentUnit", is(DISTRICT))
                .body("heirs", is(Map.of("handInUnit", EAST, "receivingUnit", EAST, "competentUnit", EAST)))
                .body("dueAt", is(openBefore.<String>path("dueAt")))
                .body("firstDueAt", is(openBefore.<String>path("firstDueAt")))
                .body("handOvers", is(openBefore.<List<Object>>path("handOvers")));
        dossier(WEST, stopped).body("currentUnit", is(WEST)).body("status", is("SUSPENDED"));
        as("clerk", EAST)
                .get("/v1/units/" + EAST + "/worklist")
                .then()
                .body("items.code", hasItem(open))
                .body("items.code", not(hasItem(stopped)));
        as("clerk", DISTRICT).get("/v1/units/" + DISTRICT + "/worklist").then().body("items.size()", is(0));
        dossier(WEST, open).statusCode(404);
    }

    @Test
    void its_history_names_the_rule_and_the_law() {
        as("clerk", EAST)
                .get("/v1/dossiers/" + open + "/events")
                .then()
                .body("items.type", contains("RECEIVED", "HANDED_OVER", "PASSED_ON"))
                .body("items[2].facts.at", is("2025-06-30T17:00:00Z"))
                .body("items[2].facts.unit", is("V30"))
                .body("items[2].facts.data.from", is(DISTRICT))
                .body("items[2].facts.data.to", is(EAST))
                .body("items[2].facts.data.kind", is("SPLIT"))
                .body("items[2].facts.data.rule", is(1))
                .body("items[2].facts.data.places", contains("HAND_IN", "RECEIVING", "COMPETENT", "CURRENT"))
                .body("items[2].texts.legalBasis", is("Luật 72/2025/QH15"));
        assertThat(verifier.verify()).noneMatch(difference -> difference.contains("V30"));
    }

    @Test
    void in_each_of_its_places_another_stands() {
        dossier(EAST, answeredForByUs)
                .body("heirs", is(Map.of("competentUnit", EAST)))
                .body("currentUnit", is(province.department()));
        dossier(WEST, handedInWithUs)
                .body("heirs", is(Map.of("handInUnit", WEST)))
                .body("currentUnit", is(province.department()));
        dossier(REST, heldByUs)
                .body("heirs", nullValue())
                .body("currentUnit", is(REST))
                .body("officer", nullValue());
        as("clerk", REST)
                .get("/v1/dossiers/" + heldByUs + "/events")
                .then()
                .body("items[2].facts.data.places", contains("CURRENT"))
                .body("items[2].facts.data.rule", is(3));
        dossier(province.communeA(), notOurs).body("heirs", nullValue()).header("ETag", is("\"0\""));
    }

    @Test
    void what_was_over_is_found_in_the_commune_and_nothing_happened_to_it() {
        dossier(EAST, returned)
                .statusCode(200)
                .body("heirs.competentUnit", is(EAST))
                .body("currentUnit", is(DISTRICT));
        dossier(REST, withdrawn).statusCode(200).body("heirs.receivingUnit", is(REST));
        as("clerk", EAST)
                .get("/v1/dossiers/" + returned + "/events")
                .then()
                .body("items.type", contains("RECEIVED", "FINISHED", "RETURNED"));
    }

    @Test
    void as_it_was_all_counts_for_the_district_and_as_it_is_now_each_for_its_commune() {
        assertThat(count(asWas, DISTRICT, "received.total")).isEqualTo(6);
        assertThat(count(asWas, DISTRICT, "pending.total")).isEqualTo(3);
        assertThat(count(asWas, DISTRICT, "resolved.total")).isEqualTo(2);
        assertThat(count(asWas, DISTRICT, "withdrawn")).isEqualTo(1);
        assertThat(count(asWas, DISTRICT, "intake.waiting")).isEqualTo(1);
        assertThat(count(asWas, EAST, "received.total")).isNull();

        assertThat(count(asNow, DISTRICT, "received.total")).isNull();
        assertThat(count(asNow, EAST, "received.total")).isEqualTo(3);
        assertThat(count(asNow, EAST, "pending.total")).isEqualTo(2);
        assertThat(count(asNow, EAST, "resolved.total")).isEqualTo(1);
        assertThat(count(asNow, EAST, "intake.waiting")).isEqualTo(1);
        assertThat(count(asNow, WEST, "received.total")).isEqualTo(2);
        assertThat(count(asNow, WEST, "pending.stopped")).isEqualTo(1);
        assertThat(count(asNow, WEST, "resolved.total")).isEqualTo(1);
        assertThat(count(asNow, REST, "withdrawn")).isEqualTo(1);

        assertThat(count(receivedNow, EAST, "received.total")).isEqualTo(2);
        assertThat(count(receivedNow, WEST, "received.total")).isEqualTo(2);
        assertThat(count(receivedNow, REST, "received.total")).isEqualTo(1);
    }

    @Test
    void the_province_counts_the_same_either_way() {
        for (var cell : List.of(
                "received.total",
                "resolved.total",
                "withdrawn",
                "pending.total",
                "pending.stopped",
                "intake.waiting")) {
            assertThat(sum(asNow, cell)).as(cell).isEqualTo(sum(asWas, cell)).isPositive();
        }
        assertThat(figures(DISTRICT, "AS_NOW", "COMPETENT").<List<?>>get("groups"))
                .isEmpty();
        assertThat(figures(EAST, "AS_WAS", "COMPETENT").<List<?>>get("groups")).isEmpty();
    }

    @Test
    void the_commune_acts_and_the_district_only_looks() {
        for (var each : Map.of(submitted, "acceptance", finished, "return").entrySet()) {
            step("supervisor", DISTRICT, each.getKey(), each.getValue(), Map.of())
                    .then()
                    .statusCode(403)
                    .body("code", is("side-forbids"));
        }
        step("supervisor", DISTRICT, open, "result", Map.of("outcome", "GRANTED"))
                .then()
                .statusCode(403);
        dossier(DISTRICT, open).statusCode(200);

        step("clerk", EAST, submitted, "acceptance", Map.of())
                .then()
                .statusCode(200)
                .body("status", is("RECEIVED"))
                .body("currentUnit", is(EAST));
        step("clerk", WEST, finished, "return", Map.of()).then().statusCode(200);
        step("officer", EAST, answeredForByUs, "result", Map.of("outcome", "GRANTED"))
                .then()
                .statusCode(403);
        step("officer", WEST, stopped, "resumption", Map.of()).then().statusCode(200);
    }

    @Test
    void the_district_receives_nothing_more() throws Exception {
        var refused = "unit-not-in-force";
        receive(as("clerk", DISTRICT), receipt(procedure, DISTRICT, "COUNTER"))
                .then()
                .statusCode(409)
                .body("code", is(refused));
        var forIt = receipt(procedure, province.communeA(), "COUNTER");
        forIt.put("competentUnit", DISTRICT);
        receive(as("clerk", "V30"), forIt).then().statusCode(409).body("code", is(refused));
        step("clerk", province.communeA(), notOurs, "hand-over", Map.of("unit", DISTRICT))
                .then()
                .statusCode(409)
                .body("code", is(refused));
        assertThat(imported("after", "2025-06-30T18:00:00+00:00").get("problem"))
                .isEqualTo(refused);
    }

    @Test
    void history_brought_later_passes_over_too() throws Exception {
        var row = imported("before", "2025-06-20T09:00:00+07:00");

        var path = "/v1/dossiers/" + row.get("code");
        Succeeding.await("V30", path, dossier -> REST.equals(dossier.path("currentUnit")));

        as("clerk", REST)
                .get(path + "/events")
                .then()
                .body("items.type", contains("RECEIVED", "PASSED_ON"))
                .body("items[1].facts.data.rule", is(3));
    }

    private Map<String, Object> imported(String externalCode, String receivedAt) throws Exception {
        var row = new HashMap<>(Map.of(
                "externalCode", externalCode,
                "procedure", procedure,
                "receivingUnit", DISTRICT,
                "channel", "COUNTER",
                "receivedAt", receivedAt));
        var ndjson = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(row);
        var id = Importing.run("V30", ndjson).<String>path("id");
        return Importing.rows("V30", id).get(1);
    }
}
