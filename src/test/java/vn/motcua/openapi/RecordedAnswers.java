package vn.motcua.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.motcua.openapi.PublishedDocument.Operation;

/** Writes what the service answered beside the example request, when asked to by {@code -Dexamples.record}. */
final class RecordedAnswers {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FOLDER = Path.of("src", "main", "resources", "META-INF", "examples");

    private RecordedAnswers() {}

    /** The answer to the first request of an operation is its example. */
    static void keep(Operation operation, Response answer) {
        if (!Boolean.getBoolean("examples.record")) {
            return;
        }
        try {
            var file = FOLDER.resolve(operation.id() + ".json");
            var example = (ObjectNode) (Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode());
            if (!example.has("response") && !example.has("responses")) {
                example.set("response", JSON.readTree(answer.asByteArray()));
                Files.writeString(file, JSON.writeValueAsString(example) + "\n");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
