package vn.motcua.http;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.motcua.Calling.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import vn.motcua.Service;

@QuarkusTest
@Service
class ProblemsTest {

    @Test
    void an_unknown_field_is_named() {
        nobody().contentType(ContentType.JSON)
                .body("{\"role\": \"clerk\", \"unit\": \"H42\", \"colour\": 1}")
                .post("/demo/token")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-request"))
                .body("errors.pointer", hasItem("/colour"))
                .body("errors.code", hasItem("unknown-field"));
    }

    @Test
    void a_wrong_type_is_named() {
        nobody().contentType(ContentType.JSON)
                .body("{\"role\": 3, \"unit\": \"H42\"}")
                .post("/demo/token")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/role"));
    }

    @Test
    void an_unknown_parameter_is_named_in_english_when_asked() {
        nobody().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("{\"role\": \"clerk\", \"unit\": \"H42\"}")
                .post("/demo/token?colour=red")
                .then()
                .statusCode(400)
                .body("code", is("unknown-parameter"))
                .body("detail", is("There is no query parameter colour"))
                .body("traceId", notNullValue());
    }

    @Test
    void text_that_cannot_be_stored_is_refused() {
        for (var text : new String[] {"cl\\u0000erk", "cl\\ud800erk"}) {
            nobody().contentType(ContentType.JSON)
                    .body("{\"role\": \"" + text + "\", \"unit\": \"H42\"}")
                    .post("/demo/token")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void a_body_over_the_limit_is_refused() {
        nobody().contentType(ContentType.JSON)
                .body("{\"role\": \"" + "x".repeat((int) BodyLimit.USUAL) + "\"}")
                .post("/demo/token")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void no_body_a_broken_body_and_a_wrong_media_type_are_told_apart() {
        nobody().contentType(ContentType.JSON).post("/demo/token").then().statusCode(400);
        nobody().contentType(ContentType.JSON)
                .body("{\"role\": ")
                .post("/demo/token")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        nobody().contentType(ContentType.TEXT)
                .body("clerk")
                .post("/demo/token")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        nobody().delete("/demo/token").then().statusCode(405).contentType("application/problem+json");
        nobody().get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
    }
}
