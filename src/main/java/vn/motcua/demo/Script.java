package vn.motcua.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import vn.motcua.procedure.ProcedureCode;

/** All that the files of the demo province say. */
record Script(Places places, Catalogue catalogue, List<Work> work, Stories stories, People people) {

    static Script read(ObjectMapper json) {
        return new Script(
                read(json, "units", new TypeReference<>() {}),
                read(json, "procedures", new TypeReference<>() {}),
                read(json, "work", new TypeReference<>() {}),
                read(json, "stories", new TypeReference<>() {}),
                read(json, "people", new TypeReference<>() {}));
    }

    private static <T> T read(ObjectMapper json, String name, TypeReference<T> type) {
        try (var file = Script.class.getResourceAsStream("/demo/" + name + ".json")) {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // not said: no, or never
                    .readValue(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    record Catalogue(List<FieldEntry> fields, List<ProcedureEntry> procedures) {}

    record FieldEntry(String code, JsonNode field) {}

    record ProcedureEntry(ProcedureCode code, JsonNode procedure) {}

    /**
     * @param intake how a desk usually answers an online submission
     * @param bodies what is usually sent with a step, one of several; nothing where it is not said
     */
    record Stories(List<Turn> intake, Map<String, List<JsonNode>> bodies, List<Story> stories) {

        JsonNode body(Turn turn, Chance chance) {
            if (turn.body() != null) {
                return turn.body();
            }
            var usual = bodies.get(turn.step());
            return usual == null ? JsonNodeFactory.instance.objectNode() : chance.oneOf(usual);
        }
    }
}
