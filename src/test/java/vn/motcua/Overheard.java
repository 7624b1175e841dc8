package vn.motcua;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Requests of many shapes to the packaged service, and everything it answered. */
final class Overheard {

    private static final Pattern TELLS =
            Pattern.compile("/v1/dossiers/[A-Z0-9.]+-\\d+-\\d+(/events.*)?|/v1/people/export");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/json";

    private final Client client;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Heard> heard = new ArrayList<>();

    Overheard(Client client) {
        this.client = client;
    }

    /**
     * One answer.
     *
     * @param meant whether it is there to tell what people said
     */
    record Heard(String what, int status, Map<String, List<String>> headers, String text, boolean meant) {

        JsonNode json() throws IOException {
            return JSON.readTree(text);
        }

        String etag() {
            return headers.get("etag").get(0);
        }
    }

    String bearer(String role, String unit) throws IOException, InterruptedException {
        return client.bearer(role, unit);
    }

    /** Views of dossiers and their histories, and what is held on a person. */
    List<Heard> shown() {
        return heard.stream().filter(Heard::meant).toList();
    }

    List<Heard> others() {
        return heard.stream().filter(Predicate.not(Heard::meant)).toList();
    }

    Heard get(String role, String unit, String path) throws IOException, InterruptedException {
        return send("GET", path, null, null, Map.of("Authorization", client.bearer(role, unit)));
    }

    Heard post(String role, String unit, String path, Object body) throws IOException, InterruptedException {
        return post(role, unit, path, UUID.randomUUID().toString(), TYPE, written(body));
    }

    Heard post(String role, String unit, String path, String key, String type, String body)
            throws IOException, InterruptedException {
        return send(
                "POST", path, type, body, Map.of("Authorization", client.bearer(role, unit), "Idempotency-Key", key));
    }

    Heard step(String role, String unit, String code, String step, Object body)
            throws IOException, InterruptedException {
        var tag = get(role, unit, "/v1/dossiers/" + code).etag();
        return send(
                "POST",
                "/v1/dossiers/" + code + "/" + step,
                TYPE,
                written(body),
                Map.of(
                        "Authorization",
                        client.bearer(role, unit),
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "If-Match",
                        tag));
    }

    Heard send(String method, String path, String type, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(client.address() + path)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        var said = new Heard(
                method + " " + heard.size() + " " + path,
                answer.statusCode(),
                answer.headers().map(),
                answer.body(),
                answer.statusCode() == 200 && TELLS.matcher(path).matches());
        heard.add(said);
        return said;
    }

    static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
