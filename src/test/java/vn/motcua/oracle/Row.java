package vn.motcua.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;

/** One exported row of a dossier's history: what happened, when, when it was written down, and where it left things. */
record Row(int number, String type, Instant at, Instant recordedAt, JsonNode data, JsonNode standing) {

    static Row of(JsonNode exported) {
        var facts = exported.get("facts");
        return new Row(
                facts.get("number").asInt(),
                facts.get("type").asText(),
                Instant.parse(facts.get("at").asText()),
                Instant.parse(facts.get("recordedAt").asText()),
                facts.path("data"),
                facts.get("standing"));
    }

    /** Whether it says that another row never was. */
    boolean annuls(Row other) {
        return data.path("annuls").isInt() && data.get("annuls").asInt() <= other.number && other.number < number;
    }

    boolean has(String name) {
        return !standing.path(name).isMissingNode() && !standing.path(name).isNull();
    }

    /** A time of the standing, or null. */
    Instant time(String name) {
        return has(name) ? Instant.parse(standing.get(name).asText()) : null;
    }

    /** A date of the standing, or null. */
    LocalDate date(String name) {
        return has(name) ? LocalDate.parse(standing.get(name).asText()) : null;
    }

    String status() {
        return standing.get("status").asText();
    }
}
