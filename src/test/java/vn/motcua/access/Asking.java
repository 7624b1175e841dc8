package vn.motcua.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import vn.motcua.openapi.PublishedDocument;
import vn.motcua.openapi.PublishedDocument.Operation;

/**
 * Asks for any operation, with the example of the document about another matter, and tells how far it got. A change
 * names a version nobody has seen: the last thing that is looked at, so that nothing changes.
 */
final class Asking {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_VERSION = "\"999999\"";

    /** What the first parameter of a path names. */
    private static final Map<String, String> PLACES = Map.of(
            "/v1/dossiers/", "dossier",
            "/v1/units/", "unit",
            "/v1/procedures/", "procedure",
            "/v1/fields/", "field",
            "/v1/calendars/", "calendar",
            "/v1/imports/", "import",
            "/v1/jobs/", "job",
            "/v1/reports/frozen/", "frozen",
            "/v1/recalculations/", "recalculation");

    private final HttpClient http = HttpClient.newHttpClient();
    private final PublishedDocument document;

    Asking(PublishedDocument document) {
        this.document = document;
    }

    /** Whether the matter has what the path of the operation names first. */
    static boolean fits(Operation operation, Matter matter) {
        return PLACES.entrySet().stream()
                .filter(place -> operation.path().startsWith(place.getKey() + "{"))
                .allMatch(place -> matter.said().containsKey(place.getValue()));
    }

    /**
     * The status of the answer. Where a list leaves the dossier out, 404; where a file's row is refused to the unit,
     * 403.
     *
     * @param token null for none
     */
    int ask(Operation operation, Matter matter, String token) throws IOException, InterruptedException {
        var answer = answer(operation, matter, token, Map.of());
        if (answer.status == 400) {
            throw new AssertionError(operation.id() + " about " + matter.name() + ": " + answer.body);
        }
        if (answer.status == 200 && matter.isDossier() && !operation.path().contains("{")) {
            return answer.body.contains(matter.said().get("dossier")) ? 200 : 404;
        }
        return answer.status == 202 && operation.id().equals("importDossiers")
                ? rowOf(answer.body, token)
                : answer.status;
    }

    /** @param headers in place of those it would send by itself */
    Answer answer(Operation operation, Matter matter, String token, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = request(operation, matter, token);
        headers.forEach(request::setHeader);
        return answer(request);
    }

    /** Reads what is at an address. */
    Answer read(String address, String token) throws IOException, InterruptedException {
        return answer(to(address, token));
    }

    /** Of a stream, which has no end, the beginning tells enough. */
    private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofInputStream());
        var stream = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        try (var body = answer.body()) {
            var said = stream ? body.readNBytes(1) : body.readAllBytes();
            return new Answer(
                    answer.statusCode(),
                    new String(said, StandardCharsets.UTF_8),
                    answer.request().uri());
        }
    }

    /** What came back, and from where. */
    record Answer(int status, String body, URI address) {}

    private int rowOf(String job, String token) throws IOException, InterruptedException {
        var id = JSON.readTree(job).path("id").asText();
        while (!JSON.readTree(read("/v1/jobs/" + id, token).body)
                .path("state")
                .asText()
                .equals("DONE")) {
            Thread.sleep(50);
        }
        var row = JSON.readTree(read("/v1/imports/" + id + "/rows", token).body).at("/items/0");
        return row.path("problem").asText().equals("unit-out-of-reach") ? 403 : 202;
    }

    private static HttpRequest.Builder to(String address, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(Operation operation, Matter matter, String token) {
        var request = to(path(operation, matter) + query(operation, matter), token);
        if (takes(operation, "Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (takes(operation, "If-Match")) {
            request.header("If-Match", NO_VERSION);
        }
        var media = operation.said().at("/requestBody/content").fields();
        if (!media.hasNext()) {
            return request.method(operation.method().toUpperCase(), BodyPublishers.noBody());
        }
        var first = media.next();
        var example = first.getValue().path("examples").iterator().next().get("value");
        return request.header("Content-Type", first.getKey())
                .method(operation.method().toUpperCase(), BodyPublishers.ofString(body(example, matter)));
    }

    private String path(Operation operation, Matter matter) {
        var path = operation.path();
        for (var place : PLACES.entrySet()) {
            if (path.startsWith(place.getKey() + "{") && matter.said().containsKey(place.getValue())) {
                path = path.replaceFirst("\\{[a-z]+}", matter.said().get(place.getValue()));
            }
        }
        for (var each : operation.said().path("parameters")) {
            var said = document.resolved(each);
            path = path.replace(
                    "{" + said.path("name").asText() + "}", said.path("example").asText());
        }
        return path;
    }

    private String query(Operation operation, Matter matter) {
        var query = new StringJoiner("&", "?", "");
        for (var each : operation.said().path("parameters")) {
            var said = document.resolved(each);
            var name = said.path("name").asText();
            if (said.path("in").asText().equals("query")
                    && !said.at("/schema/format").asText().equals("date-time")
                    && matter.said().containsKey(name)) {
                query.add(name + "=" + matter.said().get(name));
            }
        }
        return query.length() == 1 ? "" : query.toString();
    }

    private boolean takes(Operation operation, String header) {
        for (var each : operation.said().path("parameters")) {
            if (document.resolved(each).path("name").asText().equals(header)) {
                return true;
            }
        }
        return false;
    }

    /** The members of the example that the matter has something to say about say that. */
    private static String body(JsonNode example, Matter matter) {
        if (example.isTextual()) {
            return row(matter);
        }
        ObjectNode body = example.deepCopy();
        matter.said().forEach((name, value) -> {
            if (body.path(name).isTextual()) {
                body.put(name, value);
            }
        });
        return body.toString();
    }

    private static String row(Matter matter) {
        return JSON.createObjectNode()
                .put("externalCode", UUID.randomUUID().toString())
                .put("procedure", matter.said().get("procedure"))
                .put("receivingUnit", matter.said().get("unit"))
                .put("channel", "COUNTER")
                .put("receivedAt", "2026-01-05T08:00:00+07:00")
                .toString();
    }
}
