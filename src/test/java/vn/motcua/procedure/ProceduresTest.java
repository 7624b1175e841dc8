package vn.motcua.procedure;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.change;
import static vn.motcua.Calling.create;
import static vn.motcua.Calling.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.Owner;
import vn.motcua.Service;
import vn.motcua.deadline.LimitUnit;
import vn.motcua.deadline.TimeLimit;

@QuarkusTest
@Service
class ProceduresTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String KEEPER = "G01";
    private static final String FIVE_DAYS = "{\"limit\": {\"value\": 5, \"unit\": \"WORKING_DAY\"}}";

    @Inject
    Procedures procedures;

    @Inject
    EntityManager entities;

    @BeforeEach
    void a_field() {
        create(as("catalogue", KEEPER), "/v1/fields/G01-HT", "{\"name\": \"Hộ tịch\"}");
    }

    private static String version(String validFrom, String limits, String more) {
        return "{\"name\": \"Đăng ký\", \"field\": \"G01-HT\", \"validFrom\": \"%s\", \"limits\": [%s]%s}"
                .formatted(validFrom, limits, more);
    }

    private static ValidatableResponse put(String code, String body) {
        return create(as("catalogue", KEEPER), "/v1/procedures/" + code, body).then();
    }

    private static ValidatableResponse rewrite(String code, String etag, String body) {
        return change(as("catalogue", KEEPER), "/v1/procedures/" + code, etag, body)
                .then();
    }

    private static ValidatableResponse show(String code, String query) {
        return as("clerk", "G99").get("/v1/procedures/" + code + query).then();
    }

    private static ValidatableResponse due(String code, String at, String more) {
        return nobody().contentType(ContentType.JSON)
                .body("{\"calendar\": \"VN\", \"receivedAt\": \"%s\", \"procedure\": \"%s\", %s}"
                        .formatted(at, code, more))
                .post("/v1/deadlines")
                .then();
    }

    @Test
    void a_field_is_created_renamed_and_shown() {
        create(as("catalogue", KEEPER), "/v1/fields/G01-DD", "{\"name\": \"Đất đai\"}")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/v1/fields/G01-DD"))
                .header("ETag", is("\"0\""));
        create(as("catalogue", KEEPER), "/v1/fields/G01-DD", "{\"name\": \"Đất đai\"}")
                .then()
                .statusCode(412)
                .body("code", is("already-exists"));
        change(as("catalogue", KEEPER), "/v1/fields/G01-DD", "\"0\"", "{\"name\": \"Đất\"}")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""));
        change(as("catalogue", KEEPER), "/v1/fields/G01-DD", "\"0\"", "{\"name\": \"Đất\"}")
                .then()
                .statusCode(412)
                .contentType(PROBLEM);
        as("clerk", "G99").get("/v1/fields/G01-DD").then().statusCode(200).body("name", is("Đất"));
        as("clerk", "G99").get("/v1/fields/G01-XX").then().statusCode(404).body("code", is("field-unknown"));
        create(as("catalogue", KEEPER), "/v1/fields/a_b", "{\"name\": \"x\"}")
                .then()
                .statusCode(400);
        create(as("clerk", KEEPER), "/v1/fields/G01-XX", "{\"name\": \"x\"}")
                .then()
                .statusCode(403);
        nobody().get("/v1/fields/G01-DD").then().statusCode(401);
    }

    @Test
    void a_new_procedure_is_shown_with_what_the_law_says_where_nothing_was_said() {
        put("1.100001", version("2026-01-01", FIVE_DAYS, ""))
                .statusCode(201)
                .contentType(ContentType.JSON)
                .header("Location", endsWith("/v1/procedures/1.100001"))
                .header("ETag", is("\"1\""))
                .body("inForce.due", is("SAME_TIME"))
                .body("inForce.afterSupplement", is("RESTART"))
                .body("inForce.answerBy.value", is(15))
                .body("inForce.answerBy.unit", is("WORKING_DAY"))
                .body("inForce.cutOff", nullValue())
                .body("inForce.steps", empty())
                .body("versions.validFrom", contains("2026-01-01"));
        put("1.100001", version("2026-01-01", FIVE_DAYS, "")).statusCode(412).body("code", is("already-exists"));
        show("1.100001", "?on=2025-12-31").statusCode(200).body("inForce", nullValue());
        as("clerk", "G99")
                .header("If-None-Match", "\"1\"")
                .get("/v1/procedures/1.100001?on=2026-01-01")
                .then()
                .statusCode(304);
        show("1.100009", "").statusCode(404).contentType(PROBLEM).body("code", is("procedure-unknown"));
    }

    @Test
    void all_that_was_said_comes_back() {
        put(
                        "1.100002.000.00.00.H42",
                        version(
                                "2026-01-01",
                                """
                                {"channel": "ONLINE", "case": "Có yếu tố nước ngoài",
                                 "limit": {"value": 2.5, "unit": "WORKING_DAY"},
                                 "statutory": {"value": 5, "unit": "WORKING_DAY"}}""",
                                """
                                , "validTo": "2026-12-31", "due": "END_OF_DAY", "cutOff": {"beforeClose": "PT1H"},
                                "afterSupplement": "PAUSE", "answerBy": {"value": 1, "unit": "MONTH"},
                                "steps": [{"name": "Thẩm định", "limit": {"value": 4, "unit": "WORKING_HOUR"}}]"""))
                .statusCode(201);
        show("1.100002.000.00.00.H42", "?on=2026-05-01")
                .statusCode(200)
                .body("inForce.limits[0].channel", is("ONLINE"))
                .body("inForce.limits[0].case", is("Có yếu tố nước ngoài"))
                .body("inForce.limits[0].limit.value", is(2.5f))
                .body("inForce.limits[0].statutory.value", is(5))
                .body("inForce.validTo", is("2026-12-31"))
                .body("inForce.due", is("END_OF_DAY"))
                .body("inForce.cutOff.beforeClose", is("PT1H"))
                .body("inForce.afterSupplement", is("PAUSE"))
                .body("inForce.answerBy.unit", is("MONTH"))
                .body("inForce.steps[0].limit.unit", is("WORKING_HOUR"));
        var kept = procedures.requireInForce(ProcedureCode.of("1.100002.000.00.00.H42"), LocalDate.of(2026, 5, 1));
        assertThat(kept.stepLimit(1)).contains(TimeLimit.of(4, LimitUnit.WORKING_HOUR));
        assertThat(kept.stepLimit(2)).isEmpty();
        assertThat(kept.answerBy()).isEqualTo(TimeLimit.of(1, LimitUnit.MONTH));
        assertThat(procedures.version(kept.id()).name()).isEqualTo("Đăng ký");
    }

    @Test
    void a_new_version_ends_the_one_before_it() {
        put("1.100003", version("2026-01-01", FIVE_DAYS, "")).statusCode(201);
        rewrite("1.100003", "\"1\"", version("2026-07-01", FIVE_DAYS.replace("5", "3"), ""))
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("versions.validFrom", contains("2026-01-01", "2026-07-01"))
                .body("versions.validTo", contains("2026-06-30", null));

        due("1.100003", "2026-06-30T09:00:00+07:00", "\"channel\": \"ONLINE\"").body("dueDate", is("2026-07-07"));
        due("1.100003", "2026-07-01T09:00:00+07:00", "\"channel\": \"ONLINE\"").body("dueDate", is("2026-07-06"));
        due("1.100003", "2025-12-31T09:00:00+07:00", "\"channel\": \"ONLINE\"")
                .statusCode(409)
                .contentType(PROBLEM)
                .body("code", is("procedure-not-in-force"));
    }

    @Test
    void versions_do_not_overlap() {
        put("1.100004", version("2026-01-01", FIVE_DAYS, ", \"validTo\": \"2026-12-31\""))
                .statusCode(201);

        rewrite("1.100004", "\"1\"", version("2026-07-01", FIVE_DAYS, ""))
                .statusCode(409)
                .contentType(PROBLEM)
                .body("code", is("procedure-versions-overlap"));
        rewrite("1.100004", "\"1\"", version("2025-07-01", FIVE_DAYS, "")).statusCode(409);
        rewrite("1.100004", "\"1\"", version("2025-07-01", FIVE_DAYS, ", \"validTo\": \"2025-12-31\""))
                .statusCode(200);
        rewrite("1.100004", "\"2\"", version("2027-01-01", FIVE_DAYS, ""))
                .statusCode(200)
                .body("versions.validFrom", contains("2025-07-01", "2026-01-01", "2027-01-01"));
    }

    @Test
    void a_version_nothing_refers_to_is_replaced() {
        put("1.100005", version("2026-01-01", FIVE_DAYS, "")).statusCode(201);
        rewrite("1.100005", "\"1\"", version("2026-01-01", FIVE_DAYS.replace("5", "9"), ""))
                .statusCode(200)
                .body("versions.validFrom", contains("2026-01-01"))
                .body("inForce.limits[0].limit.value", is(9));
    }

    /** Whatever refers to a version holds it; a table of the test's own stands in for the dossiers. */
    @Test
    void a_version_something_refers_to_can_only_be_ended() {
        put("1.100006", version("2026-01-01", FIVE_DAYS, "")).statusCode(201);
        Owner.does(
                "create table test_reference (version bigint references procedure_version)",
                "insert into test_reference select id from procedure_version where procedure = '1.100006'");
        rewrite("1.100006", "\"1\"", version("2026-01-01", FIVE_DAYS.replace("5", "9"), ""))
                .statusCode(409)
                .contentType(PROBLEM)
                .body("code", is("procedure-version-used"));
        rewrite("1.100006", "\"1\"", version("2026-01-01", FIVE_DAYS, ", \"validTo\": \"2026-06-30\""))
                .statusCode(200)
                .body("versions.validTo", contains("2026-06-30"));
        rewrite("1.100006", "\"2\"", version("2026-07-01", FIVE_DAYS.replace("5", "9"), ""))
                .statusCode(200);
        Owner.does("drop table test_reference");
    }

    @Test
    void of_two_writers_at_once_one_wins() {
        put("1.100007", version("2026-01-01", FIVE_DAYS, "")).statusCode(201);
        for (int round = 1; round <= 5; round++) {
            var etag = "\"" + round + "\"";
            var statuses = IntStream.range(1, 5)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> rewrite("1.100007", etag, version("2026-01-01", FIVE_DAYS.replace("5", "1" + i), ""))
                                    .extract()
                                    .statusCode()))
                    .collect(toList())
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(200, 412, 412, 412);
        }
    }

    @Test
    void of_two_founders_at_once_one_wins() {
        var statuses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> put("1.100008", version("2026-01-01", FIVE_DAYS, ""))
                        .extract()
                        .statusCode()))
                .collect(toList())
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(201, 412, 412, 412);
    }

    private static final String LIMITS =
            """
            {"limit": {"value": 5, "unit": "WORKING_DAY"}},
            {"channel": "ONLINE", "limit": {"value": 4, "unit": "WORKING_DAY"}},
            {"case": "Khó", "limit": {"value": 9, "unit": "WORKING_DAY"}},
            {"channel": "ONLINE", "case": "Khó", "limit": {"value": 8, "unit": "WORKING_DAY"}}""";

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            textBlock =
                    """
            COUNTER, ,    2026-08-22
            ONLINE,  ,    2026-08-21
            COUNTER, Khó, 2026-08-27
            ONLINE,  Khó, 2026-08-26
            """)
    void the_most_specific_limit_wins(String channel, String caseName, String due) {
        put("1.100010", version("2026-01-01", LIMITS, ""));
        due("1.100010", "2026-08-17T09:00:00+07:00", channelAndCase(channel, caseName))
                .statusCode(200)
                .body("dueDate", is(due));
    }

    private static String channelAndCase(String channel, String caseName) {
        return "\"channel\": \"%s\"%s".formatted(channel, caseName == null ? "" : ", \"case\": \"" + caseName + "\"");
    }

    @Test
    void among_several_cases_one_must_be_named() {
        put(
                        "1.100011",
                        version(
                                "2026-01-01",
                                """
                                {"channel": "COUNTER", "case": "B", "limit": {"value": 5, "unit": "WORKING_DAY"}},
                                {"channel": "COUNTER", "case": "A", "limit": {"value": 4, "unit": "WORKING_DAY"}},
                                {"channel": "ONLINE", "case": "A", "limit": {"value": 3, "unit": "WORKING_DAY"}}""",
                                ""))
                .statusCode(201);
        var at = "2026-08-17T09:00:00+07:00";
        due("1.100011", at, "\"channel\": \"COUNTER\"")
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", is("case-required"))
                .body("detail", containsString("A; B"));
        due("1.100011", at, "\"channel\": \"COUNTER\", \"case\": \"A\"").body("dueDate", is("2026-08-21"));
        due("1.100011", at, "\"channel\": \"ONLINE\"").statusCode(200).body("dueDate", is("2026-08-20"));
        due("1.100011", at, "\"channel\": \"ONLINE\", \"case\": \"B\"")
                .statusCode(400)
                .body("code", is("case-unknown"));
        due("1.100011", at, "\"channel\": \"COUNTER\", \"case\": \"C\"")
                .statusCode(400)
                .body("code", is("case-unknown"));
        due("1.100011", at, "\"channel\": \"POSTAL\"").statusCode(400).body("code", is("channel-not-offered"));
    }

    @Test
    void a_procedure_without_a_time_limit_has_no_deadline() {
        put("1.100012", version("2026-01-01", "", "")).statusCode(201);
        due("1.100012", "2026-08-17T09:00:00+07:00", "\"channel\": \"POSTAL\"")
                .statusCode(200)
                .body("startsAt", nullValue())
                .body("firstDueAt", nullValue())
                .body("dueAt", nullValue())
                .body("dueDate", nullValue())
                .body("missed", nullValue())
                .body("reckoning", empty());
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"limit": {"value": 5, "unit": "WORKING_DAY"}}, {"limit": {"value": 6, "unit": "WORKING_DAY"}} | `` | /limits/1
            {"limit": {"value": 0, "unit": "WORKING_DAY"}} | `` | /limits/0/limit
            {"limit": {"value": 5, "unit": ""}} | `` | /limits/0/limit/unit
            {"limit": {"value": "5", "unit": "WORKING_DAY"}} | `` | /limits/0/limit/value
            {"channel": "COUNTER"} | `` | /limits/0/limit
            null | `` | /limits/0
            `` | , "validTo": "2025-12-31" | /validTo
            `` | , "cutOff": {"at": "15:00", "beforeClose": "PT1H"} | /cutOff
            `` | , "steps": [{"name": "x"}] | /steps/0/limit
            `` | , "colour": 1 | /colour
            """)
    void a_wrong_field_is_named(String limits, String more, String pointer) {
        put("1.100013", version("2026-01-01", limits, more))
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void a_procedure_needs_its_field_and_a_well_formed_code() {
        put("1.100014", version("2026-01-01", "", "").replace("G01-HT", "G01-none"))
                .statusCode(409)
                .body("code", is("procedure-field-unknown"));
        put("0.100014", version("2026-01-01", "", "")).statusCode(400).contentType(PROBLEM);
        put("1.100014.000.00", version("2026-01-01", "", "")).statusCode(400);
        rewrite("1.100014", "\"1\"", version("2026-01-01", "", "")).statusCode(404);
    }

    @Test
    void procedures_are_changed_from_the_top_of_a_tree_only() {
        var unit = "{\"name\": \"Đơn vị\", \"level\": \"OTHER\", \"validFrom\": \"2025-07-01\"%s}";
        create(as("catalogue", "G02"), "/v1/units/G02", unit.formatted(""))
                .then()
                .statusCode(201);
        create(as("catalogue", "G02"), "/v1/units/G02.1", unit.formatted(", \"parent\": \"G02\""))
                .then()
                .statusCode(201);
        var body = version("2026-01-01", "", "");

        create(as("catalogue", "G02.1"), "/v1/procedures/1.100015", body).then().statusCode(403);
        create(as("catalogue", "G02"), "/v1/procedures/1.100015", body).then().statusCode(201);
        create(as("officer", "G02"), "/v1/procedures/1.100016", body).then().statusCode(403);
        create(nobody(), "/v1/procedures/1.100016", body).then().statusCode(401);
        nobody().get("/v1/procedures").then().statusCode(401);
    }

    @Test
    void a_list_is_turned_page_by_page() {
        create(as("catalogue", KEEPER), "/v1/fields/G01-list", "{\"name\": \"Danh sách\"}");
        for (int i = 1; i <= 3; i++) {
            put("1.10002" + i, version("2026-01-01", "", "").replace("G01-HT", "G01-list"))
                    .statusCode(201);
        }
        put("1.100024", version("2126-01-01", "", "").replace("G01-HT", "G01-list"))
                .statusCode(201);

        var first = as("auditor", "G99")
                .get("/v1/procedures?field=G01-list&limit=3")
                .then()
                .statusCode(200);
        first.body("items.code", contains("1.100021", "1.100022", "1.100023")).body("next", notNullValue());
        String next = first.extract().path("next");
        as("auditor", "G99")
                .get("/v1/procedures?field=G01-list&limit=3&cursor=" + next)
                .then()
                .body("items.code", contains("1.100024"))
                .body("next", nullValue());
        as("auditor", "G99")
                .get("/v1/procedures?cursor=x")
                .then()
                .statusCode(400)
                .body("code", is("cursor-invalid"));
    }
}
