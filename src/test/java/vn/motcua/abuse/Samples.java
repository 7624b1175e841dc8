package vn.motcua.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.motcua.openapi.PublishedDocument;
import vn.motcua.openapi.PublishedDocument.Operation;

/** The good requests the document shows for each operation, moved to a province of one's own. */
final class Samples {

    /** Any version so far: an entity tag list matches when one of it does. */
    static final String ANY_VERSION = java.util.stream.IntStream.range(0, 300)
            .mapToObj(i -> "\"" + i + "\"")
            .collect(Collectors.joining(", "));

    private final PublishedDocument document;
    private final Map<String, String> instead;
    private final Map<String, String> places;

    /**
     * @param instead what stands in place of the codes in the examples
     * @param places what goes into a path, by what the path begins with; the longest beginning holds, a method before it
     */
    Samples(PublishedDocument document, Map<String, String> instead, Map<String, String> places) {
        this.document = document;
        this.instead = new LinkedHashMap<>(instead);
        this.places = places;
    }

    /** One for each example of the operation; without a caller. */
    List<Call> of(Operation operation) {
        var calls = new ArrayList<Call>();
        operation.said().at("/requestBody/content").fields().forEachRemaining(media -> media.getValue()
                .path("examples")
                .forEach(example -> calls.add(call(operation, media.getKey(), example.get("value")))));
        return calls.isEmpty() ? List.of(call(operation, null, null)) : calls;
    }

    private Call call(Operation operation, String type, JsonNode value) {
        var headers = new LinkedHashMap<String, String>();
        if (type != null) {
            headers.put("Content-Type", type);
        }
        if (takes(operation, "Idempotency-Key")) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (takes(operation, "If-Match")) {
            headers.put("If-Match", ANY_VERSION);
        }
        var text = value == null ? null : moved(value.isTextual() ? value.asText() : value.toString());
        return new Call(
                operation.method().toUpperCase(java.util.Locale.ROOT),
                path(operation) + query(operation),
                headers,
                text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    /** The role of whoever may do most of those who may do it. */
    static String caller(Operation operation) {
        var roles = operation.said().path("x-roles");
        var first = roles.isEmpty() ? "supervisor" : roles.get(0).asText();
        return Set.of("clerk", "officer").contains(first) ? "supervisor" : first;
    }

    boolean takes(Operation operation, String parameter) {
        for (var each : operation.said().path("parameters")) {
            if (document.resolved(each).path("name").asText().equals(parameter)) {
                return true;
            }
        }
        return false;
    }

    private String path(Operation operation) {
        var path = operation.path();
        var first = places.entrySet().stream()
                .filter(place -> (operation.method() + " " + operation.path()).startsWith(place.getKey())
                        || operation.path().startsWith(place.getKey()))
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)));
        if (first.isPresent()) {
            path = path.replaceFirst("\\{[a-z]+}", first.get().getValue());
        }
        for (var each : operation.said().path("parameters")) {
            var said = document.resolved(each);
            path = path.replace(
                    "{" + said.path("name").asText() + "}",
                    moved(said.path("example").asText()));
        }
        return path;
    }

    private String query(Operation operation) {
        var parts = new ArrayList<String>();
        for (var each : operation.said().path("parameters")) {
            var said = document.resolved(each);
            if (said.path("in").asText().equals("query") && said.has("example")) {
                var example = said.get("example");
                (example.isArray() ? example : List.of(example))
                        .forEach(value -> parts.add(said.get("name").asText() + "="
                                + URLEncoder.encode(moved(value.asText()), StandardCharsets.UTF_8)));
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private String moved(String text) {
        var moved = text;
        for (var each : instead.entrySet()) {
            moved = moved.replace(each.getKey(), each.getValue());
        }
        return moved;
    }
}
