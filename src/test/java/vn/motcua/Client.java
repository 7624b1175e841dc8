package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Somebody outside who knows the service's address only, and does not despair when it goes away. */
public final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String address;
    private final Map<String, String> tokens;

    Client(String address, Map<String, String> tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    public String address() {
        return address;
    }

    Map<String, String> tokens() {
        return tokens;
    }

    public boolean isReady() throws InterruptedException {
        try {
            return send(request("/q/health/ready")).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public Answer get(String role, String unit, String path) throws IOException, InterruptedException {
        return Answer.of(send(request(path).header("Authorization", bearer(role, unit))));
    }

    /** With a token of somebody else's making. */
    public Answer getWith(String token, String path) throws IOException, InterruptedException {
        return Answer.of(send(request(path).header("Authorization", "Bearer " + token)));
    }

    public Answer postWith(String token, String path, Object body) throws IOException, InterruptedException {
        return Answer.of(send(json(request(path).header("Authorization", "Bearer " + token))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    /** Creates something at an address, if it is not there yet. */
    public void create(String unit, String path, Object body) throws IOException, InterruptedException {
        createAs(bearer("catalogue", unit), path, body);
    }

    public void createWith(String token, String path, Object body) throws IOException, InterruptedException {
        createAs("Bearer " + token, path, body);
    }

    private void createAs(String bearer, String path, Object body) throws IOException, InterruptedException {
        var request = json(request(path).header("Authorization", bearer))
                .header("If-None-Match", "*")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        var answer = Answer.of(send(request));
        assertThat(answer.status()).as(() -> answer.body().toString()).isIn(201, 412);
    }

    /** Changes the version that carries this entity tag. */
    Answer put(String role, String unit, String path, String etag, Object body)
            throws IOException, InterruptedException {
        return Answer.of(send(json(request(path).header("Authorization", bearer(role, unit)))
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    /** Takes a step with the version just seen, and tells only the status of the answer. */
    int step(String role, String unit, String path, String step, Object body) throws IOException, InterruptedException {
        var seen = send(request(path).header("Authorization", bearer(role, unit)));
        return send(json(request(path + "/" + step).header("Authorization", bearer(role, unit)))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", seen.headers().firstValue("ETag").orElseThrow())
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))))
                .statusCode();
    }

    public Answer post(String role, String unit, String path, Object body) throws IOException, InterruptedException {
        return post(role, unit, path, "application/json", JSON.writeValueAsString(body));
    }

    public Answer post(String role, String unit, String path, String type, String body)
            throws IOException, InterruptedException {
        return click(role, unit, path, UUID.randomUUID().toString(), type, body);
    }

    /** A POST with this key; the same once more is a click whose answer got lost. */
    Answer click(String role, String unit, String path, String key, String type, String body)
            throws IOException, InterruptedException {
        return Answer.of(send(posting(role, unit, path, key, type, body)));
    }

    /** Takes a step with the version just seen. */
    Answer take(String role, String unit, String code, String step, String body)
            throws IOException, InterruptedException {
        var path = "/v1/dossiers/" + code;
        var seen = get(role, unit, path);
        assertThat(seen.status()).as(() -> seen.body().toString()).isEqualTo(200);
        var key = UUID.randomUUID().toString();
        return Answer.of(send(posting(role, unit, path + "/" + step, key, "application/json", body)
                .header("If-Match", seen.etag())));
    }

    private HttpRequest.Builder posting(String role, String unit, String path, String key, String type, String body)
            throws IOException, InterruptedException {
        return request(path)
                .header("Authorization", bearer(role, unit))
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
    }

    /** What the header {@code Authorization} says. */
    public String bearer(String role, String unit) throws IOException, InterruptedException {
        var who = role + "@" + unit;
        if (!tokens.containsKey(who)) {
            var wish = JSON.writeValueAsString(Map.of("role", role, "unit", unit));
            var answer = Answer.of(send(json(request("/demo/token")).POST(BodyPublishers.ofString(wish))));
            tokens.put(who, answer.body().path("token").asText());
        }
        return "Bearer " + tokens.get(who);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** What came back. */
    public record Answer(int status, String location, String etag, String retryAfter, JsonNode body) {

        static Answer of(HttpResponse<String> response) throws IOException {
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(null),
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Retry-After").orElse(null),
                    JSON.readTree(response.body()));
        }
    }
}
