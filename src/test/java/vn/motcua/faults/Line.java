package vn.motcua.faults;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The line to the service. Every answer is timed and judged: done, busy, no answer, or wrong. */
final class Line {

    static final String ROOT = "T91";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Longer than any answer may take: what hangs is to be measured, not cut. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Supplier<String> address;
    private final Answers answers;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Line(Supplier<String> address, Answers answers) {
        this.address = address;
        this.answers = answers;
    }

    Heard get(String path) throws InterruptedException {
        return judged(request(path).GET());
    }

    Heard post(String path, Object body, String key, String ifMatch) throws InterruptedException {
        var request = request(path).header("Idempotency-Key", key).POST(json(body));
        return judged(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    /** A file of rows, to be taken over by a job. */
    Heard bring(String rows, String key) throws InterruptedException {
        return judged(request("/v1/imports")
                .setHeader("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(rows)));
    }

    /** Before anything goes wrong. */
    void create(String path, Object body) throws IOException, InterruptedException {
        var request = to(path).header("Authorization", bearer("catalogue"))
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .PUT(json(body));
        var answer = send(request);
        if (answer.statusCode() != 201) {
            throw new AssertionError(path + ": " + answer.body());
        }
    }

    /** The status of the readiness check; 0 when there was no answer. */
    int readiness() throws InterruptedException {
        try {
            return send(to("/q/health/ready")).statusCode();
        } catch (IOException gone) {
            return 0;
        }
    }

    void signIn() throws IOException, InterruptedException {
        bearer("supervisor");
    }

    private Heard judged(HttpRequest.Builder request) throws InterruptedException {
        var start = System.nanoTime();
        try {
            var answer = send(request);
            return answers.heard(start, Heard.of(answer));
        } catch (IOException gone) {
            return answers.heard(start, Heard.nothing(gone));
        }
    }

    private HttpRequest.Builder request(String path) {
        return to(path).header("Authorization", "Bearer " + tokens.get("supervisor"))
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address.get() + path)).timeout(PATIENCE);
    }

    private String bearer(String role) throws IOException, InterruptedException {
        if (!tokens.containsKey(role)) {
            var wish = json(Map.of("role", role, "unit", ROOT));
            var signed = send(
                    to("/demo/token").header("Content-Type", "application/json").POST(wish));
            tokens.put(role, JSON.readTree(signed.body()).path("token").asText());
        }
        return "Bearer " + tokens.get(role);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** What came back; status 0 when nothing did. */
    record Heard(int status, String etag, String type, int retryAfter, JsonNode body) {

        static Heard of(HttpResponse<String> answer) throws IOException {
            var headers = answer.headers();
            var retryAfter = headers.firstValue("Retry-After").map(Integer::valueOf);
            return new Heard(
                    answer.statusCode(),
                    headers.firstValue("ETag").orElse(null),
                    headers.firstValue("Content-Type").orElse(""),
                    retryAfter.orElse(0),
                    JSON.readTree(answer.body()));
        }

        static Heard nothing(IOException why) {
            return new Heard(0, null, why.toString(), 0, JSON.createObjectNode());
        }

        boolean isDone() {
            return status >= 200 && status < 300;
        }

        /** The caller is told to come again, in the form every refusal has. */
        boolean isBusy() {
            var again =
                    status == 503 || status == 409 && body.path("code").asText().equals("key-busy");
            return again && retryAfter > 0 && type.startsWith("application/problem+json");
        }

        boolean isNothing() {
            return status == 0;
        }

        /** Nobody has listened: what was said has certainly had no effect. */
        boolean isUnheard() {
            return isNothing() && type.contains("ConnectException");
        }
    }
}
