package vn.motcua.openapi;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import vn.motcua.Calling;
import vn.motcua.EventStream;
import vn.motcua.openapi.PublishedDocument.Operation;

/** Sends requests as the document shows them, by whoever the document says may send them. */
final class Examples {

    /** The unit everybody in the examples acts for, or below. */
    static final String ROOT = "H99";

    private final PublishedDocument document;
    /** Values the service gave, by path and name of the parameter they go into. */
    private final Map<String, String> given = new HashMap<>();

    Examples(PublishedDocument document) {
        this.document = document;
    }

    /** From now on this value stands in the paths that begin so, in place of the example's. */
    void use(String path, String parameter, String value) {
        given.put(path + " " + parameter, value);
    }

    /** The example requests by name; one without a body for an operation that takes none. */
    Map<String, Body> requests(Operation operation) {
        var requests = new LinkedHashMap<String, Body>();
        operation.said().at("/requestBody/content").fields().forEachRemaining(media -> media.getValue()
                .path("examples")
                .fields()
                .forEachRemaining(example -> requests.put(
                        example.getKey(),
                        new Body(media.getKey(), example.getValue().get("value").deepCopy()))));
        if (!operation.said().has("requestBody")) {
            requests.put("", new Body(null, null));
        }
        return requests;
    }

    /** A request with the parameters of the example and the caller it needs; no header that is the request's own. */
    RequestSpecification request(Operation operation) {
        var request = caller(operation);
        for (var parameter : operation.said().path("parameters")) {
            var said = document.resolved(parameter);
            var name = said.get("name").asText();
            if (said.path("in").asText().equals("path")) {
                request.pathParam(name, value(operation, said));
            } else if (said.path("in").asText().equals("query") && said.has("example")) {
                request.queryParam(name, values(said));
            }
        }
        return request;
    }

    private static List<String> values(JsonNode parameter) {
        var values = new ArrayList<String>();
        (parameter.get("example").isArray() ? parameter.get("example") : List.of(parameter.get("example")))
                .forEach(each -> values.add(each.asText()));
        return values;
    }

    /** The path of an operation with the query of its example. */
    private String address(Operation operation) {
        var query = new StringJoiner("&", "?", "");
        for (var parameter : operation.said().path("parameters")) {
            var said = document.resolved(parameter);
            if (said.path("in").asText().equals("query") && said.has("example")) {
                values(said)
                        .forEach(value -> query.add(
                                said.get("name").asText() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        }
        return operation.path() + query;
    }

    private String value(Operation operation, JsonNode parameter) {
        var name = parameter.get("name").asText();
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(" " + name))
                .filter(entry -> operation.path().startsWith(entry.getKey().split(" ")[0]))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> parameter.path("example").asText());
    }

    RequestSpecification caller(Operation operation) {
        return operation.open() ? given() : Calling.as(role(operation), ROOT);
    }

    private static String role(Operation operation) {
        var roles = operation.said().path("x-roles");
        return roles.isEmpty() ? "clerk" : roles.get(0).asText();
    }

    /** A stream has no end: its first event is the answer. */
    EventStream listen(Operation operation) throws Exception {
        return EventStream.open(Calling.token(role(operation), ROOT), address(operation), null);
    }

    /** Sends an example; a change with the version now current, unless it is to create. */
    Response send(Operation operation, Body body, boolean create) {
        var request = request(operation);
        if (body.type != null) {
            request.contentType(body.type).body(body.bytes());
        }
        if (takes(operation, "Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (create) {
            request.header("If-None-Match", "*");
        } else if (takes(operation, "If-Match")) {
            request.header("If-Match", tag(operation));
        }
        return request.request(operation.method().toUpperCase(), operation.path());
    }

    /** The entity tag of what the operation changes: the object its path begins with. */
    String tag(Operation operation) {
        var object = operation.path().replaceAll("(\\{code}).*", "$1");
        var shown = document.operations().values().stream()
                .filter(other -> other.path().equals(object) && other.method().equals("get"))
                .findFirst()
                .orElseThrow();
        return request(shown).get(shown.path()).header("ETag");
    }

    boolean takes(Operation operation, String header) {
        for (var parameter : operation.said().path("parameters")) {
            if (document.resolved(parameter).get("name").asText().equals(header)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A body as it is sent.
     *
     * @param type media type, null where nothing is sent
     */
    record Body(String type, JsonNode value) {

        Body without(String member) {
            ((ObjectNode) value).remove(member);
            return this;
        }

        Body with(String member, String said) {
            ((ObjectNode) value).put(member, said);
            return this;
        }

        byte[] bytes() {
            return (value.isTextual() ? value.asText() : value.toString()).getBytes(StandardCharsets.UTF_8);
        }
    }
}
