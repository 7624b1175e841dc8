package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.nobody;
import static vn.motcua.Calling.posting;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.Province;
import vn.motcua.Service;

/** Neither commune gets anything of the other, until a dossier is handed over. */
@QuarkusTest
@Service
class TwoCommunesTest {

    /** Each test has a province of its own, so that none sees what another handed over. */
    private static final AtomicInteger PROVINCES = new AtomicInteger();

    private Province province;
    private String ours;
    private String theirs;
    private String procedure;
    private String code;
    private String etag;

    @BeforeEach
    void a_dossier_of_ours() {
        province = Province.at("W%02d".formatted(PROVINCES.incrementAndGet()));
        ours = province.communeA();
        theirs = province.communeB();
        procedure = province.procedure(3, "WORKING_DAY");
        var received = receive(as("clerk", ours), receipt(procedure, ours, "COUNTER"));
        code = received.path("code");
        etag = received.header("ETag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/events", "/deadline"})
    void they_cannot_read_it_by_its_code(String part) {
        for (var role : List.of("clerk", "officer", "supervisor", "integrator", "auditor")) {
            as(role, theirs)
                    .get("/v1/dossiers/" + code + part)
                    .then()
                    .statusCode(404)
                    .body("type", is("/problems/dossier-unknown"));
        }
        as("clerk", ours).get("/v1/dossiers/" + code + part).then().statusCode(200);
        as("clerk", province.root()).get("/v1/dossiers/" + code + part).then().statusCode(200);
    }

    @Test
    void it_is_in_none_of_their_lists() {
        as("clerk", theirs)
                .queryParam("limit", 200)
                .get("/v1/dossiers")
                .then()
                .statusCode(200)
                .body("items.code", not(hasItem(code)));
        as("clerk", theirs)
                .queryParam("receivingUnit", ours)
                .get("/v1/dossiers")
                .then()
                .body("items.size()", is(0));
        as("clerk", theirs)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "nguyen thi mai"))
                .post("/v1/dossiers/search")
                .then()
                .statusCode(200)
                .body("items.code", not(hasItem(code)));
        as("clerk", theirs).get("/v1/units/" + ours + "/worklist").then().statusCode(403);
        as("clerk", ours).get("/v1/dossiers").then().body("items.code", hasItem(code));
    }

    @Test
    void our_cursor_leads_them_nowhere() {
        receive(as("clerk", ours), receipt(procedure, ours, "COUNTER"));
        String cursor =
                as("clerk", ours).queryParam("limit", 1).get("/v1/dossiers").path("next");
        assertThat(cursor).isNotNull();
        as("clerk", theirs)
                .queryParam("cursor", cursor)
                .get("/v1/dossiers")
                .then()
                .statusCode(200)
                .body("items.findAll { it.receivingUnit == '" + ours + "' }.size()", is(0));
    }

    @Test
    void our_key_tells_them_nothing() {
        var key = UUID.randomUUID().toString();
        var body = receipt(procedure, ours, "COUNTER");
        as("clerk", ours)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/dossiers")
                .then()
                .statusCode(201);
        as("clerk", theirs)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/dossiers")
                .then()
                .statusCode(403)
                .body("type", is("/problems/unit-out-of-reach"));
    }

    @Test
    void they_can_take_no_step_with_it() {
        for (var step : List.of("hand-over", "result", "withdrawal", "suspension")) {
            var body =
                    switch (step) {
                        case "hand-over" -> Map.of("officer", "x");
                        case "result" -> Map.of("outcome", "GRANTED");
                        case "suspension" -> Map.of("reason", "x", "legalBasis", "y");
                        default -> Map.of("reason", "x");
                    };
            posting(as("supervisor", theirs), body)
                    .header("If-Match", etag)
                    .post("/v1/dossiers/" + code + "/" + step)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void after_a_hand_over_they_see_it_and_may_finish_it_but_not_return_it() {
        step("clerk", ours, code, "hand-over", Map.of("unit", theirs)).then().statusCode(200);
        as("clerk", theirs).get("/v1/dossiers/" + code).then().statusCode(200);
        as("clerk", theirs).get("/v1/dossiers").then().body("items.code", hasItem(code));
        step("officer", theirs, code, "result", Map.of("outcome", "GRANTED"))
                .then()
                .statusCode(200);
        step("clerk", theirs, code, "return", Map.of()).then().statusCode(403).body("code", is("side-forbids"));
        step("clerk", ours, code, "return", Map.of()).then().statusCode(200);
    }

    @Test
    void a_dashboard_and_a_catalogue_keeper_see_no_dossier() {
        for (var role : List.of("dashboard", "catalogue")) {
            as(role, ours).get("/v1/dossiers/" + code).then().statusCode(403).body("code", is("not-allowed"));
            as(role, ours).get("/v1/dossiers").then().statusCode(403);
            receive(as(role, ours), receipt(procedure, ours, "COUNTER")).then().statusCode(403);
        }
    }

    @Test
    void without_a_token_there_is_nothing_to_see() {
        for (var path : List.of("/v1/dossiers", "/v1/dossiers/" + code, "/v1/units", "/v1/jobs/" + UUID.randomUUID())) {
            nobody().get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", is("caller-unknown"));
        }
        nobody().auth()
                .oauth2("not.a.token")
                .get("/v1/dossiers")
                .then()
                .statusCode(401)
                .body("code", is("caller-unknown"));
    }
}
