package vn.motcua.organization;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
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
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.Service;

@QuarkusTest
@Service
class UnitsTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject
    Units units;

    private static String unit(String more) {
        return "{\"name\": \"Đơn vị\", \"level\": \"OTHER\", \"validFrom\": \"2025-07-01\"" + more + "}";
    }

    private static String below(String parent) {
        return unit(", \"parent\": \"" + parent + "\"");
    }

    private static ValidatableResponse put(String keeper, String code, String body) {
        return create(as("catalogue", keeper), "/v1/units/" + code, body).then();
    }

    private static ValidatableResponse rewrite(String keeper, String code, String etag, String body) {
        return change(as("catalogue", keeper), "/v1/units/" + code, etag, body).then();
    }

    @Test
    void a_new_unit_is_shown_as_it_was_put() {
        var body =
                """
                {"name": "Tỉnh mẫu", "level": "PROVINCE", "areaCode": "99", "calendar": "VN",
                 "validFrom": "2025-07-01", "validTo": "2030-06-30", "liveFrom": "2026-01-01"}""";
        put("U01", "U01", body)
                .statusCode(201)
                .contentType(ContentType.JSON)
                .header("Location", endsWith("/v1/units/U01"))
                .header("ETag", is("\"0\""))
                .body("code", is("U01"))
                .body("name", is("Tỉnh mẫu"))
                .body("areaCode", is("99"))
                .body("calendar", is("VN"))
                .body("validTo", is("2030-06-30"))
                .body("liveFrom", is("2026-01-01"))
                .body("parent", nullValue());
        as("clerk", "U99").get("/v1/units/U01").then().statusCode(200).header("ETag", is("\"0\""));
        as("clerk", "U99")
                .header("If-None-Match", "\"0\"")
                .get("/v1/units/U01")
                .then()
                .statusCode(304);
    }

    @Test
    void a_change_names_the_version_it_saw() {
        put("U02", "U02", unit("")).statusCode(201);

        rewrite("U02", "U02", "\"7\"", unit(""))
                .statusCode(412)
                .contentType(PROBLEM)
                .body("code", is("version-stale"));
        rewrite("U02", "U02", "seven", unit("")).statusCode(400).body("code", is("entity-tag-invalid"));
        as("catalogue", "U02")
                .contentType(ContentType.JSON)
                .body(unit(""))
                .put("/v1/units/U02")
                .then()
                .statusCode(428)
                .contentType(PROBLEM)
                .body("type", is("/problems/version-required"));
        rewrite("U02", "U02", "\"0\"", unit("").replace("Đơn vị", "Tên mới"))
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("name", is("Tên mới"));
        put("U02", "U02", unit("")).statusCode(412).body("code", is("already-exists"));
        rewrite("U02", "U02.9", "\"0\"", below("U02")).statusCode(404).body("code", is("unit-unknown"));
    }

    @Test
    void of_two_writers_at_once_one_wins() {
        put("U03", "U03", unit("")).statusCode(201);
        for (int round = 0; round < 5; round++) {
            var etag = "\"" + round + "\"";
            var statuses = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> rewrite("U03", "U03", etag, unit("").replace("vị", "vị " + etag.charAt(1) + i))
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
        put("U04", "U04", unit("")).statusCode(201);
        for (int round = 0; round < 5; round++) {
            var code = "U04." + round;
            var statuses = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> put("U04", code, below("U04")).extract().statusCode()))
                    .collect(toList())
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 412, 412, 412);
        }
    }

    @Test
    void without_a_token_nothing_is_told() {
        nobody().get("/v1/units/U01")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", "Bearer");
        nobody().get("/v1/units").then().statusCode(401);
        create(nobody(), "/v1/units/U05", unit("")).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "officer", "supervisor", "dashboard", "integrator", "auditor"})
    void every_role_reads_units_and_only_the_catalogue_changes_them(String role) {
        as(role, "U06").get("/v1/units?limit=1").then().statusCode(200);
        create(as(role, "U06"), "/v1/units/U06", unit(""))
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("code", is("not-allowed"));
    }

    @Test
    void the_catalogue_keeps_to_its_subtree() {
        put("U07", "U07", unit("")).statusCode(201);
        put("U07", "U07.1", below("U07")).statusCode(201);
        put("U07.1", "U07.1.1", below("U07.1")).statusCode(201);
        put("U08", "U08", unit("")).statusCode(201);

        put("U07", "U09", unit("")).statusCode(403);
        put("U08", "U07.2", below("U07")).statusCode(403);
        put("U07.1", "U07.3", below("U07")).statusCode(403);
        put("U07.1", "U07.4", unit("")).statusCode(403);
        rewrite("U08", "U07.1", "\"0\"", below("U07")).statusCode(403);
        rewrite("U07", "U07.1", "\"0\"", below("U08")).statusCode(403);
        rewrite("U07", "U07.1.1", "\"0\"", unit("")).statusCode(403);
        rewrite("U07.1", "U07.1", "\"0\"", below("U07")).statusCode(200);
        rewrite("U07.1", "U07.1", "\"1\"", unit("")).statusCode(403);
        rewrite("U07", "U07.1.1", "\"0\"", below("U07")).statusCode(200).body("parent", is("U07"));
        put("U10", "U10", below("U08")).statusCode(403);
    }

    @Test
    @Transactional
    void a_tree_is_read_in_both_directions() {
        put("U11", "U11", unit("")).statusCode(201);
        put("U11", "U11.1", below("U11")).statusCode(201);
        put("U11", "U11.1.1", below("U11.1")).statusCode(201);
        put("U11", "U11.2", below("U11")).statusCode(201);

        assertThat(units.subtree("U11")).containsExactlyInAnyOrder("U11", "U11.1", "U11.1.1", "U11.2");
        assertThat(units.subtree("U11.1")).containsExactlyInAnyOrder("U11.1", "U11.1.1");
        assertThat(units.subtree("U98")).containsExactly("U98");
        assertThat(units.reaches("U11", "U11.1.1")).isTrue();
        assertThat(units.reaches("U11.2", "U11.1.1")).isFalse();
    }

    @Test
    void no_unit_lies_below_itself() {
        put("U12", "U12", unit("")).statusCode(201);
        put("U12", "U12.1", below("U12")).statusCode(201);
        put("U12", "U12.1.1", below("U12.1")).statusCode(201);

        rewrite("U12", "U12.1", "\"0\"", below("U12.1.1")).statusCode(409).body("code", is("unit-below-itself"));
        rewrite("U12", "U12.1", "\"0\"", below("U12.1")).statusCode(409).body("code", is("unit-below-itself"));
    }

    @Test
    void two_units_moved_below_each_other_at_once_close_no_circle() {
        put("U13", "U13", unit("")).statusCode(201);
        put("U13", "U13.1", below("U13")).statusCode(201);
        put("U13", "U13.2", below("U13")).statusCode(201);

        var one = CompletableFuture.supplyAsync(
                () -> rewrite("U13", "U13.1", "\"0\"", below("U13.2")).extract().statusCode());
        var other = CompletableFuture.supplyAsync(
                () -> rewrite("U13", "U13.2", "\"0\"", below("U13.1")).extract().statusCode());

        assertThat(new int[] {one.join(), other.join()}).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void an_area_has_one_unit_at_a_time_within_a_tree() {
        put("U14", "U14", unit(", \"areaCode\": \"77\"")).statusCode(201);
        put("U14", "U14.1", unit(", \"parent\": \"U14\", \"areaCode\": \"77001\", \"validTo\": \"2026-06-30\""))
                .statusCode(201);
        put("U14", "U14.2", unit(", \"parent\": \"U14\", \"areaCode\": \"77001\""))
                .statusCode(409)
                .contentType(PROBLEM)
                .body("code", is("area-code-taken"));
        put(
                        "U14",
                        "U14.2",
                        unit(", \"parent\": \"U14\", \"areaCode\": \"77001\"").replace("2025-07-01", "2026-07-01"))
                .statusCode(201);
        put("U15", "U15", unit(", \"areaCode\": \"77\"")).statusCode(201);
        put("U15", "U15.1", unit(", \"parent\": \"U15\", \"areaCode\": \"77001\""))
                .statusCode(201);
    }

    @Test
    void a_unit_that_moves_takes_those_below_it_along() {
        put("U16", "U16", unit("")).statusCode(201);
        put("U16", "U16.1", below("U16")).statusCode(201);
        put("U16", "U16.1.1", unit(", \"parent\": \"U16.1\", \"areaCode\": \"77002\""))
                .statusCode(201);
        put("U16", "U16.2", below("U16")).statusCode(201);

        rewrite("U16", "U16.1", "\"0\"", below("U16.2")).statusCode(200);
        assertThat(root("U16.1.1")).isEqualTo("U16");
        put("U16", "U16.3", unit(", \"parent\": \"U16\", \"areaCode\": \"77002\""))
                .statusCode(409);
    }

    @Transactional
    String root(String code) {
        return units.require(UnitCode.of(code)).root();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"name": " ", "level": "OTHER", "validFrom": "2025-07-01"} | /name
            {"name": "x", "level": "PLANET", "validFrom": "2025-07-01"} | /level
            {"name": "x", "level": 3, "validFrom": "2025-07-01"} | /level
            {"name": "x", "validFrom": "2025-07-01"} | /level
            {"name": "x", "level": "OTHER"} | /validFrom
            {"name": "x", "level": "OTHER", "validFrom": "2025-02-30"} | /validFrom
            {"name": "x", "level": "OTHER", "validFrom": "+999999999-01-01"} | /validFrom
            {"name": "x", "level": "OTHER", "validFrom": [2025, 7, 1]} | /validFrom
            {"name": "x", "level": "OTHER", "validFrom": 20250701} | /validFrom
            {"name": "x", "level": "OTHER", "validFrom": "2025-07-01", "validTo": "2025-06-30"} | /validTo
            {"name": "x", "level": "OTHER", "validFrom": "2025-07-01", "areaCode": "123"} | /areaCode
            {"name": "x", "level": "OTHER", "validFrom": "2025-07-01", "areaCode": "١٢"} | /areaCode
            {"name": "x", "level": "OTHER", "validFrom": "2025-07-01", "parent": "h1"} | /parent
            {"name": "x", "level": "OTHER", "validFrom": "2025-07-01", "calendar": "a b"} | /calendar
            {"name": "x", "level": "OTHER", "validFrom": "2025-07-01", "root": "U17"} | /root
            """)
    void a_wrong_field_is_named(String body, String pointer) {
        put("U17", "U17", body).statusCode(400).contentType(PROBLEM).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void what_a_unit_refers_to_must_exist() {
        put("U18", "U18", unit("")).statusCode(201);
        put("U18", "U18.1", unit(", \"parent\": \"U18\", \"calendar\": \"nowhere\""))
                .statusCode(409)
                .body("code", is("unit-calendar-unknown"));
        put("U19", "U19.1", below("U19")).statusCode(409).body("code", is("parent-unknown"));
    }

    @Test
    void a_malformed_code_has_no_unit() {
        as("clerk", "U20")
                .get("/v1/units/U2")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", is("invalid-request"));
        put("U20", "000.302.36.H05", unit("")).statusCode(400).contentType(PROBLEM);
        as("clerk", "U20").get("/v1/units/U20.7").then().statusCode(404).body("code", is("unit-unknown"));
    }

    @Test
    void a_list_is_turned_page_by_page() {
        put("U21", "U21", unit("")).statusCode(201);
        for (int i = 1; i <= 5; i++) {
            put("U21", "U21." + i, below("U21")).statusCode(201);
        }
        put("U21", "U21.6", unit(", \"parent\": \"U21\", \"validTo\": \"2025-12-31\""))
                .statusCode(201);

        var first =
                as("auditor", "U99").get("/v1/units?parent=U21&limit=4").then().statusCode(200);
        first.body("items.code", contains("U21.1", "U21.2", "U21.3", "U21.4")).body("next", notNullValue());
        String next = first.extract().path("next");
        as("auditor", "U99")
                .get("/v1/units?parent=U21&limit=4&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.code", contains("U21.5", "U21.6"))
                .body("next", nullValue());
        as("auditor", "U99")
                .get("/v1/units?parent=U21&inForceOn=2026-01-01&level=OTHER")
                .then()
                .body("items.code", hasSize(5))
                .body("items.code", not(hasItem("U21.6")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=many",
                "cursor=x",
                "cursor=%00",
                "level=PLANET",
                "parent=U2",
                "inForceOn=yesterday",
                "inForceOn=%2B999999999-01-01",
                "colour=red"
            })
    void a_wrong_parameter_is_refused(String parameter) {
        as("clerk", "U22").get("/v1/units?" + parameter).then().statusCode(400).contentType(PROBLEM);
    }

    @ParameterizedTest
    @CsvSource({"level=PLANET&limit=5, level", "limit=many&level=COMMUNE, limit"})
    void the_wrong_one_of_several_parameters_is_named(String parameters, String wrong) {
        as("clerk", "U22")
                .get("/v1/units?" + parameters)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(wrong));
    }

    @Test
    @Transactional
    void a_unit_is_in_force_from_its_first_date_to_its_last() {
        put("U23", "U23", unit(", \"validTo\": \"2026-06-30\"")).statusCode(201);
        var unit = units.require(UnitCode.of("U23"));

        assertThat(unit.isInForce(LocalDate.of(2025, 6, 30))).isFalse();
        assertThat(unit.isInForce(LocalDate.of(2025, 7, 1))).isTrue();
        assertThat(unit.isInForce(LocalDate.of(2026, 6, 30))).isTrue();
        assertThat(unit.isInForce(LocalDate.of(2026, 7, 1))).isFalse();
    }
}
