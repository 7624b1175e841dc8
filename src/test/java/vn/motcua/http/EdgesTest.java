package vn.motcua.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void what_is_left_is_told_with_every_answer_but_to_what_watches() {
        for (var path : new String[] {DEFINITIONS, "/v1/nothing-here", "/v1/dossiers", "/demo/token"}) {
            nobody().get(path)
                    .then()
                    .header("RateLimit-Policy", matchesPattern("\"caller\";q=\\d+;w=\\d+"))
                    .header("RateLimit", matchesPattern("\"caller\";r=\\d+;t=\\d+"));
        }
        for (var path : new String[] {"/q/health/ready", "/q/metrics", "/openapi", "/docs/"}) {
            nobody().get(path).then().statusCode(200).header("RateLimit", nullValue());
        }
        assertThat(left("/v1/dossiers/../statistics/definitions")).isNotNull();
        assertThat(left("/q/../v1/statistics/definitions")).isNotNull();
    }

    private static String left(String path) {
        return nobody().urlEncodingEnabled(false).get(path).header("RateLimit");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2:ffff::1, 20010db800010002/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "unknown, unknown"
    })
    void an_address_is_as_much_as_one_owner_has(String said, String counted) {
        assertThat(CallerAddress.network(said)).isEqualTo(counted);
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
