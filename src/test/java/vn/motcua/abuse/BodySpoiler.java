package vn.motcua.abuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils a body: as JSON, member by member, where it is some, and else byte by byte. */
final class BodySpoiler {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Stands in the tree for what no tree can hold. */
    private static final String HERE = "here-comes-something-else";

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "01",
            "2147483648",
            "99999999999999999999",
            "1E+100000000",
            "-1E+100000000",
            "1e-900000000",
            "1e999999999",
            "NaN",
            "[]",
            "{}",
            "[null]",
            "[{}]",
            "{\"value\": 1}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\x\"",
            "\"open",
            "\"" + "x".repeat(5_000) + "\"",
            "[".repeat(1_500) + "]".repeat(1_500),
            "{\"a\":".repeat(900) + "1" + "}".repeat(900),
            "\"WORKING_DAY\"",
            "\"CITIZEN\"",
            "{\"value\": 0.25, \"unit\": \"WORKING_HOUR\"}");

    private final Random random;

    BodySpoiler(Random random) {
        this.random = random;
    }

    byte[] spoil(byte[] body) {
        return random.nextInt(4) == 0 ? bytes(body) : members(body);
    }

    private byte[] members(byte[] body) {
        try {
            var tree = JSON.readTree(body);
            var objects = new ArrayList<ObjectNode>();
            collect(tree, objects);
            return objects.isEmpty() ? bytes(body) : spoil(tree, objects.get(random.nextInt(objects.size())));
        } catch (IOException noJson) {
            return bytes(body);
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private byte[] spoil(JsonNode tree, ObjectNode object) throws JsonProcessingException {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        var name = names.isEmpty() ? "colour" : names.get(random.nextInt(names.size()));
        var nasty = Spoiler.NASTY.get(random.nextInt(Spoiler.NASTY.size()));
        var instead = VALUES.get(random.nextInt(VALUES.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(nasty, object.remove(name));
            case 2 -> object.put(nasty, nasty);
            case 3 -> object.set(name, array(object.get(name)));
            case 4 -> {
                object.set(HERE, object.get(name));
                instead = JSON.writeValueAsString(name);
            }
            case 5 -> object.put(name, nasty);
            default -> object.put(name, HERE);
        }
        var text = JSON.writeValueAsString(tree).replace('"' + HERE + '"', instead);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ArrayNode array(JsonNode value) {
        return JSON.createArrayNode().add(value);
    }

    private byte[] bytes(byte[] body) {
        var place = random.nextInt(body.length + 1);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(body, place);
            case 1 -> spliced(body, place, new byte[] {(byte) random.nextInt(256)});
            case 2 ->
                spliced(
                        body,
                        place,
                        Spoiler.NASTY.get(random.nextInt(Spoiler.NASTY.size())).getBytes(StandardCharsets.UTF_8));
            case 3 -> spliced(body, body.length, body);
            default -> flipped(body, place);
        };
    }

    private static byte[] spliced(byte[] body, int place, byte[] piece) {
        var whole = new ByteArrayOutputStream();
        whole.write(body, 0, place);
        whole.writeBytes(piece);
        whole.write(body, place, body.length - place);
        return whole.toByteArray();
    }

    private byte[] flipped(byte[] body, int place) {
        var other = body.clone();
        if (place < other.length) {
            other[place] = (byte) random.nextInt(256);
        }
        return other;
    }
}
