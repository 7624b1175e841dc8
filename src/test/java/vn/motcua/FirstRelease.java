package vn.motcua;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The first release as it was left at the end of a working day: its tables, their rows, and what it answered then. */
final class FirstRelease {

    private static final String LAST_MIGRATION = "9";
    private static final String FOLDER = "/upgrade/";

    private final JsonNode recorded;

    private FirstRelease(JsonNode recorded) {
        this.recorded = recorded;
    }

    /** Fills an empty database with everything the first release had kept. */
    static FirstRelease in(DataSource database) throws IOException, SQLException {
        Flyway.configure().dataSource(database).target(LAST_MIGRATION).load().migrate();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(read("first-release.sql"));
        }
        return new FirstRelease(new ObjectMapper().readTree(read("first-release.json")));
    }

    private static String read(String file) throws IOException {
        try (var resource = FirstRelease.class.getResourceAsStream(FOLDER + file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Questions about the past, whose answers do not depend on when they are asked. */
    List<Asked> asked() {
        return list("asked");
    }

    /** Clicks whose answers got lost on the way, so that they will come again, with the same key. */
    List<Asked> clicks() {
        return list("clicks");
    }

    private List<Asked> list(String name) {
        return StreamSupport.stream(recorded.path(name).spliterator(), false)
                .map(Asked::new)
                .toList();
    }

    /** One request of somebody, and the answer it got from the first release. */
    record Asked(JsonNode recorded) {

        String path() {
            return text("path");
        }

        boolean isAbout(String code) {
            return path().contains("/" + code);
        }

        JsonNode answer() {
            return recorded.path("answer");
        }

        Client.Answer again(Client http) throws IOException, InterruptedException {
            if (!recorded.has("body")) {
                return http.get(text("role"), text("unit"), path());
            }
            var body = recorded.path("body");
            var lines = body.isTextual(); // those of an import
            return http.click(
                    text("role"),
                    text("unit"),
                    path(),
                    recorded.path("key").asText("search"),
                    lines ? "application/x-ndjson" : "application/json",
                    lines ? body.asText() : body.toString());
        }

        /** What was said then and is not said any more; members of answers may have come since, none may have gone. */
        List<String> missingFrom(JsonNode now) {
            var missing = new ArrayList<String>();
            compare("", answer(), now, missing);
            return missing;
        }

        private static void compare(String pointer, JsonNode then, JsonNode now, List<String> missing) {
            if (then.isObject() && now.isObject()) {
                then.fields()
                        .forEachRemaining(member -> compare(
                                pointer + "/" + member.getKey(),
                                member.getValue(),
                                now.path(member.getKey()),
                                missing));
            } else if (mayGrow(pointer) && now.isArray()) {
                then.forEach(item -> requireIn(now, item, pointer, missing));
            } else if (then.isArray() && then.size() == now.size()) {
                for (var i = 0; i < then.size(); i++) {
                    compare(pointer + "/" + i, then.get(i), now.get(i), missing);
                }
            } else if (!then.equals(now) && !isUnmasked(then.asText(), now.asText())) {
                missing.add(pointer + " was " + then + " and is " + now);
            }
        }

        /** The first release masked identity numbers for everybody; who needs one now sees it. */
        private static boolean isUnmasked(String then, String now) {
            return then.startsWith("•")
                    && then.length() == now.length()
                    && now.endsWith(then.substring(then.lastIndexOf('•') + 1));
        }

        /** Steps a dossier allows, rates and their definitions: the service learns new ones. */
        private static boolean mayGrow(String pointer) {
            return pointer.endsWith("/allowedSteps") || pointer.endsWith("/rates") || pointer.equals("/definitions");
        }

        private static void requireIn(JsonNode list, JsonNode item, String pointer, List<String> missing) {
            for (var candidate : list) {
                var differences = new ArrayList<String>();
                compare("", item, candidate, differences);
                if (differences.isEmpty()) {
                    return;
                }
            }
            missing.add(pointer + " had " + item + " and is " + list);
        }

        private String text(String member) {
            return recorded.path(member).asText();
        }
    }
}
