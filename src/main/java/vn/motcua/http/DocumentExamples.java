package vn.motcua.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * Puts the examples of an operation into the document. They stand in {@code META-INF/examples/<operationId>.json}: the
 * parameters, the requests by name and what the first of them is answered, for each media type where there are several.
 * A test sends every one of them.
 */
final class DocumentExamples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenAPI document;
    private final Operation operation;

    DocumentExamples(OpenAPI document, Operation operation) {
        this.document = document;
        this.operation = operation;
    }

    void add() {
        var examples = read();
        parameters(part(examples, "parameters"));
        if (operation.getRequestBody() != null) {
            requests(part(examples, "requests"));
        }
        if (examples.containsKey("response")) {
            answered().forEach(types -> types.values().forEach(media -> answer(media, examples.get("response"))));
        }
        part(examples, "responses")
                .forEach((name, body) -> answered().forEach(types -> answer(types.get(typeNamed(name, types)), body)));
    }

    private Map<String, Object> read() {
        var name = "/META-INF/examples/" + operation.getOperationId() + ".json";
        try (var file = DocumentExamples.class.getResourceAsStream(name)) {
            return file == null ? Map.of() : JSON.readValue(file, new TypeReference<>() {});
        } catch (IOException malformed) {
            throw new UncheckedIOException(name, malformed);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> examples, String name) {
        return (Map<String, Object>) examples.getOrDefault(name, Map.of());
    }

    private void parameters(Map<String, Object> values) {
        for (var parameter : operation.getParameters()) {
            if (parameter.getName() != null && values.containsKey(parameter.getName())) {
                parameter.setExample(values.get(parameter.getName()));
            }
        }
    }

    private void requests(Map<String, Object> bodies) {
        var types = operation.getRequestBody().getContent().getMediaTypes();
        bodies.forEach((name, body) -> add(types.get(typeNamed(name, types)), name, body));
    }

    /** {@code csv} is an example of {@code text/csv}; other names are for people. */
    private static String typeNamed(String name, Map<String, MediaType> types) {
        return types.keySet().stream()
                .filter(type -> Stream.of("/", "-", ".").anyMatch(before -> type.endsWith(before + name)))
                .findFirst()
                .orElse(types.keySet().iterator().next());
    }

    /** The media types of each success. */
    private Stream<Map<String, MediaType>> answered() {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer ->
                        answer.getKey().startsWith("2") && answer.getValue().getContent() != null)
                .map(answer -> answer.getValue().getContent().getMediaTypes());
    }

    private static void answer(MediaType media, Object body) {
        media.setExamples(null);
        media.setExample(body);
    }

    private static void add(MediaType media, String name, Object body) {
        var examples = new LinkedHashMap<>(media.getExamples() == null ? Map.of() : media.getExamples());
        examples.put(name, OASFactory.createExample().value(body));
        media.setExamples(examples);
    }
}
