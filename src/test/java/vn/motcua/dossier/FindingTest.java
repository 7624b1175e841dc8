package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.posting;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.Province;
import vn.motcua.Service;

@QuarkusTest
@Service
class FindingTest {

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        var province = Province.at("F01");
        var unit = province.communeA();
        var procedure = province.procedure(3, "WORKING_DAY");
        var received = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            received.add(
                    0,
                    receive(as("clerk", unit), receipt(procedure, unit, "COUNTER"))
                            .path("code"));
        }
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = as("clerk", unit).queryParam("limit", 3);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/dossiers");
            seen.addAll(page.<List<String>>path("items.code"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(seen).isEqualTo(received);
        as("clerk", unit)
                .queryParam("limit", 1)
                .queryParam("count", "capped")
                .get("/v1/dossiers")
                .then()
                .body("count.value", is(7))
                .body("count.exact", is(true));
        as("clerk", unit).get("/v1/dossiers").then().body("count", nullValue()).body("next", nullValue());
    }

    @Test
    void every_filter_narrows() {
        var province = Province.at("F02");
        var unit = province.communeA();
        var procedure = province.procedure(3, "WORKING_DAY");
        var body = receipt(procedure, unit, "POSTAL");
        body.put("externalCode", "G22.99/2026");
        String code = receive(as("clerk", unit), body).path("code");
        receive(as("clerk", unit), receipt(province.procedure(1, "WORKING_DAY"), unit, "ONLINE"));
        for (var filter : Map.of(
                        "status", "RECEIVED",
                        "procedure", procedure,
                        "channel", "POSTAL",
                        "externalCode", "G22.99/2026",
                        "receivedFrom", "2026-01-01T00:00:00+07:00")
                .entrySet()) {
            as("clerk", unit)
                    .queryParam(filter.getKey(), filter.getValue())
                    .get("/v1/dossiers")
                    .then()
                    .statusCode(200)
                    .body("items.code", contains(code));
        }
        as("clerk", unit).queryParam("field", "TEST").get("/v1/dossiers").then().body("items.size()", is(2));
        as("clerk", unit)
                .queryParam("currentUnit", unit)
                .get("/v1/dossiers")
                .then()
                .body("items.size()", is(2));
        as("clerk", unit)
                .queryParam("dueTo", "2001-01-01T00:00:00Z")
                .get("/v1/dossiers")
                .then()
                .body("items.size()", is(0));
    }

    @Test
    void a_moment_no_calendar_knows_and_a_forged_cursor_are_refused() {
        var unit = Province.at("F06").communeA();
        for (var moment : List.of("-999999999-01-01T00:00:00Z", "+999999999-12-31T00:00:00Z", "0001-01-01T00:00:00Z")) {
            as("clerk", unit)
                    .queryParam("dueFrom", moment)
                    .get("/v1/dossiers")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
            var forged = vn.motcua.http.Cursor.after("dossiers", moment, "1");
            as("clerk", unit)
                    .queryParam("cursor", forged)
                    .get("/v1/dossiers")
                    .then()
                    .statusCode(400)
                    .body("code", is("cursor-invalid"));
        }
    }

    @Test
    void a_time_is_read_only_as_it_is_written() {
        var province = Province.at("F07");
        var body = receipt(province.procedure(3, "WORKING_DAY"), province.communeA(), "COUNTER");
        body.put("lateReason", "Mất mạng");
        for (var time :
                List.<Object>of(1_700_000_000, "1700000000", "+99999-01-01T00:00:00Z", "2026-02-30T09:00:00Z")) {
            body.put("receivedAt", time);
            receive(as("clerk", province.communeA()), body)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/receivedAt"));
        }
    }

    @Test
    void a_person_is_found_as_clerks_type() {
        var province = Province.at("F03");
        var unit = province.communeA();
        var body = receipt(province.procedure(3, "WORKING_DAY"), unit, "COUNTER");
        body.put(
                "applicant",
                Map.of(
                        "kind", "CITIZEN",
                        "name", "Đặng  Thị Hồng Ánh",
                        "identity", Map.of("kind", "CCCD", "number", "001085012345"),
                        "phone", "0912345678"));
        String code = receive(as("clerk", unit), body).path("code");
        for (var wanted : List.of(
                Map.of("name", "dang thi hong"),
                Map.of("name", "Đặng Thị Hồng Ánh"),
                Map.of("identityNumber", "001085012345"),
                Map.of("identityNumber", "001-085-012.345"),
                Map.of("phone", "0912345678"),
                Map.of("phone", "+84 912 345 678"),
                Map.of("phone", "(0912) 345-678"),
                Map.of("name", "dang", "identityNumber", "001085012345", "phone", "0912345678"))) {
            search(unit, wanted).body("items.code", contains(code));
        }
        search(unit, Map.of("name", "thi hong")).body("items.code", not(hasItem(code)));
        search(unit, Map.of("name", "dang%")).body("items.size()", is(0));
        search(unit, Map.of("phone", "---")).body("items.size()", is(0));
        search(unit, Map.of("identityNumber", "00108501234")).body("items.code", not(hasItem(code)));
        as("clerk", unit)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/v1/dossiers/search")
                .then()
                .statusCode(400);
    }

    private static io.restassured.response.ValidatableResponse search(String unit, Object wanted) {
        return as("clerk", unit)
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/v1/dossiers/search")
                .then()
                .statusCode(200);
    }

    @Test
    void the_worklist_begins_with_what_is_due_first_and_leaves_out_what_is_done() {
        var province = Province.at("F04");
        var unit = province.communeA();
        var soon = received(province.procedure(1, "WORKING_DAY"), unit);
        var stopped = received(province.procedure(1, "WORKING_DAY"), unit);
        var later = received(province.procedure(9, "WORKING_DAY"), unit);
        var without = received(province.procedure(Map.of()), unit);
        var done = received(province.procedure(1, "WORKING_DAY"), unit);
        step("officer", unit, stopped, "suspension", Map.of("reason", "x", "legalBasis", "y"));
        step("officer", unit, done, "result", Map.of("outcome", "GRANTED"));
        as("officer", unit)
                .get("/v1/units/" + unit + "/worklist")
                .then()
                .statusCode(200)
                .body("items.code", contains(soon, later, stopped, without));
        String cursor = as("officer", unit)
                .queryParam("limit", 2)
                .get("/v1/units/" + unit + "/worklist")
                .path("next");
        as("officer", unit)
                .queryParam("cursor", cursor)
                .get("/v1/units/" + unit + "/worklist")
                .then()
                .body("items.code", contains(stopped, without));
    }

    @Test
    void an_unchanged_dossier_is_not_sent_again() {
        var province = Province.at("F05");
        var unit = province.communeA();
        var code = received(province.procedure(3, "WORKING_DAY"), unit);
        var etag = as("clerk", unit).get("/v1/dossiers/" + code).header("ETag");
        as("clerk", unit)
                .header("If-None-Match", etag)
                .get("/v1/dossiers/" + code)
                .then()
                .statusCode(304);
        posting(as("officer", unit), Map.of("reason", "x", "legalBasis", "y"))
                .header("If-Match", etag)
                .post("/v1/dossiers/" + code + "/suspension")
                .then()
                .statusCode(200)
                .header("ETag", not(is(etag)));
        as("clerk", unit)
                .header("If-None-Match", etag)
                .get("/v1/dossiers/" + code)
                .then()
                .statusCode(200);
    }

    private static String received(String procedure, String unit) {
        return receive(as("clerk", unit), receipt(procedure, unit, "COUNTER")).path("code");
    }
}
