package vn.motcua.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.Province;
import vn.motcua.Service;

@QuarkusTest
@Service
class KeysTest {

    private static final Map<String, String> WHY = Map.of("reason", "Chờ", "legalBasis", "Điều 17");

    @Inject
    EntityManager entities;

    @Test
    void a_refused_request_may_be_tried_again_with_its_key() {
        var province = Province.at("K21");
        var unit = province.communeA();
        var key = UUID.randomUUID().toString();
        var body = receipt(province.procedure(3, "WORKING_DAY"), unit, "COUNTER");
        body.put("competentUnit", unit + ".5");
        post(unit, key, null, "/v1/dossiers", body).then().statusCode(404);
        body.remove("competentUnit");
        post(unit, key, null, "/v1/dossiers", body).then().statusCode(201);
    }

    @Test
    void a_step_answered_once_is_answered_again_though_its_version_has_passed() {
        var province = Province.at("K22");
        var unit = province.communeA();
        var received = receive(as("clerk", unit), receipt(province.procedure(3, "WORKING_DAY"), unit, "COUNTER"));
        var path = "/v1/dossiers/" + received.path("code") + "/suspension";
        var key = UUID.randomUUID().toString();
        var first = post(unit, key, received.header("ETag"), path, WHY);
        assertThat(first.statusCode()).isEqualTo(200);
        var again = post(unit, key, received.header("ETag"), path, WHY);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        post(unit, key, first.header("ETag"), path, WHY).then().statusCode(200);
        post(unit, UUID.randomUUID().toString(), received.header("ETag"), path, WHY)
                .then()
                .statusCode(412)
                .body("type", is("/problems/version-stale"));
    }

    /** The first of the twins is played by the test: it holds the key's row and does not end. */
    @Test
    void a_twin_waits_ten_seconds_for_the_first_and_is_then_told_to_come_back() {
        var province = Province.at("K23");
        var unit = province.communeA();
        var body = receipt(province.procedure(3, "WORKING_DAY"), unit, "COUNTER");
        var key = UUID.randomUUID().toString();
        QuarkusTransaction.begin();
        try {
            entities.createNativeQuery("insert into idempotency_key (caller, key, fingerprint) values (?1, ?2, 'x')")
                    .setParameter(1, "demo/" + unit + "/demo-officer-" + unit)
                    .setParameter(2, key)
                    .executeUpdate();
            var begun = System.nanoTime();
            post(unit, key, null, "/v1/dossiers", body)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", notNullValue())
                    .body("type", is("/problems/key-busy"));
            assertThat((System.nanoTime() - begun) / 1e9).isBetween(9.0, 30.0);
        } finally {
            QuarkusTransaction.rollback();
        }
        post(unit, key, null, "/v1/dossiers", body).then().statusCode(201);
    }

    private static Response post(String unit, String key, String etag, String path, Object body) {
        var request = as("officer", unit)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body);
        return (etag == null ? request : request.header("If-Match", etag)).post(path);
    }
}
