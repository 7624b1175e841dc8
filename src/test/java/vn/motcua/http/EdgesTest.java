package vn.motcua.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.Service;

/** What stands around every answer, whatever it says. */
@QuarkusTest
@Service
class EdgesTest {

    private static final String DEFINITIONS = "/v1/statistics/definitions";

    @ParameterizedTest
    @ValueSource(strings = {DEFINITIONS, "/v1/nothing-here", "/nothing-here", "/q/health/ready", "/openapi"})
    void a_browser_is_told_to_run_frame_and_guess_nothing(String path) {
        expectQuiet(nobody().get(path).then()).header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @Test
    void so_is_one_whose_request_was_refused() {
        expectQuiet(nobody().get("/v1/dossiers").then().statusCode(401));
        expectQuiet(as("dashboard", "H88").get("/v1/dossiers").then().statusCode(403));
        expectQuiet(nobody().get(DEFINITIONS + "?" + "a".repeat(9_000)).then().statusCode(414));
    }

    private static ValidatableResponse expectQuiet(ValidatableResponse answer) {
        return answer.header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue());
    }

    @Test
    void pages_of_other_origins_get_nothing() {
        nobody().header("Origin", "https://elsewhere.example")
                .get(DEFINITIONS)
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        nobody().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/dossiers")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }
}
