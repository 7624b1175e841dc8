package vn.motcua.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The document as an integrator reads it from the running service. */
public final class PublishedDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode root;
    private final JsonNode strict;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    private PublishedDocument(JsonNode root) {
        this.root = root;
        this.strict = local(closed(root.at("/components/schemas").deepCopy()));
        root.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    var id = operation.getValue().path("operationId").asText();
                    operations.put(id, new Operation(path.getKey(), operation.getKey(), operation.getValue()));
                }));
    }

    public static PublishedDocument read() {
        try {
            return new PublishedDocument(
                    JSON.readTree(RestAssured.get("/openapi?format=json").asByteArray()));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    public Map<String, Operation> operations() {
        return operations;
    }

    public Operation operation(String id) {
        return operations.get(id);
    }

    /** Follows a reference, where the node is one. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What is wrong with a body by its schema; a member the schema does not name is wrong too. */
    Set<String> flaws(JsonNode schema, JsonNode body) {
        var whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("$defs", strict);
        whole.setAll((ObjectNode) local(closed(schema.deepCopy())));
        var settings =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema compiled = SCHEMAS.getSchema(whole, settings);
        return compiled.validate(body).stream().map(Object::toString).collect(Collectors.toSet());
    }

    /** Objects with named members have no others. */
    private static JsonNode closed(JsonNode node) {
        if (node.path("properties").isObject() && !node.has("additionalProperties")) {
            ((ObjectNode) node).put("additionalProperties", false);
        }
        node.forEach(PublishedDocument::closed);
        return node;
    }

    /** A schema apart from its document refers to others beside itself. */
    private static JsonNode local(JsonNode schema) {
        try {
            return JSON.readTree(schema.toString().replace("#/components/schemas/", "#/$defs/"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Schemas of objects that say nothing about their members. */
    List<String> vagueSchemas() {
        var vague = new ArrayList<String>();
        root.at("/components/schemas")
                .fields()
                .forEachRemaining(named -> vague(named.getKey(), named.getValue(), vague));
        return vague;
    }

    private static void vague(String place, JsonNode schema, List<String> found) {
        if (schema.isObject() && schema.isEmpty()) {
            found.add(place);
        }
        schema.path("properties")
                .fields()
                .forEachRemaining(each -> vague(place + "/" + each.getKey(), each.getValue(), found));
    }

    /** One operation of the document. */
    public record Operation(String path, String method, JsonNode said) {

        public String id() {
            return said.path("operationId").asText();
        }

        public boolean open() {
            return said.path("security").isArray() && said.path("security").isEmpty();
        }

        public JsonNode answer(int status) {
            return said.at("/responses/" + status);
        }
    }
}
