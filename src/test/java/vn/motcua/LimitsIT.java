package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A caller that sends too much is asked to wait, and nobody else is. */
class LimitsIT {

    private static final String UNITS = "/v1/units";
    private static final String DEFINITIONS = "/v1/statistics/definitions";
    private static final int BURST = 20;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static PackagedService service;
    private static String busy;
    private static String idle;
    private static String clerk;

    @BeforeAll
    static void a_service_that_allows_little() throws Exception {
        service = PackagedService.onEmptyFolder()
                .demo()
                .with("MOTCUA_LIMITS_REQUESTS_PER_SECOND", "1")
                .with("MOTCUA_LIMITS_BURST", String.valueOf(BURST))
                .start();
        busy = service.http().bearer("clerk", "H98.1"); // asked for without a token, so before anything is used up
        idle = service.http().bearer("clerk", "H98.2");
        clerk = service.http().bearer("clerk", "H98.3");
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void each_client_with_its_subject_has_its_own_share() throws Exception {
        var first = get(busy, UNITS, "vi");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"caller\";q=20;w=20");
        assertThat(header(first, "RateLimit")).isEqualTo("\"caller\";r=19;t=1");

        var refused = untilRefused(busy, UNITS);

        assertThat(header(refused, "RateLimit")).matches("\"caller\";r=0;t=\\d+");
        assertThat(header(refused, "Retry-After")).isEqualTo("1");
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.body())
                .contains("/problems/too-many-requests", "\"status\":429", "Bạn gửi quá nhiều yêu cầu");
        assertThat(untilRefused(busy, UNITS, "en").body()).contains("You are sending too many requests");
        assertThat(get(idle, UNITS, "vi").statusCode()).isEqualTo(200);
        Thread.sleep(1100);
        assertThat(get(busy, UNITS, "vi").statusCode()).isEqualTo(200);
    }

    /** One service cannot tell those without a token apart but by their address; what watches it is not counted. */
    @Test
    void whoever_shows_no_valid_token_is_counted_by_address() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(get("Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln", UNITS, "vi").statusCode())
                    .isIn(401, 429);
        }
        untilRefused("Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln", UNITS);
        assertThat(untilRefused(null, DEFINITIONS).body()).contains("too-many-requests");
        assertThat(untilRefused(null, "/v1/nothing/here").body()).contains("too-many-requests");
        assertThat(get(clerk, UNITS, "vi").statusCode()).isEqualTo(200);
        for (var free : new String[] {"/q/health/ready", "/q/metrics", "/openapi?format=json"}) {
            for (int i = 0; i < 2 * BURST; i++) {
                var answer = get(null, free, "vi");
                assertThat(answer.statusCode()).as(free).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
            }
        }
    }

    private static HttpResponse<String> untilRefused(String bearer, String path) throws Exception {
        return untilRefused(bearer, path, "vi");
    }

    private static HttpResponse<String> untilRefused(String bearer, String path, String language) throws Exception {
        for (int sent = 0; sent < 5 * BURST; sent++) {
            var answer = get(bearer, path, language);
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("never refused: " + path);
    }

    private static HttpResponse<String> get(String bearer, String path, String language) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(service.address() + path)).header("Accept-Language", language);
        if (bearer != null) {
            request.header("Authorization", bearer);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError("no header " + name));
    }
}
