package vn.motcua.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that is exported of one dossier. */
record Story(String code, List<Row> rows) {

    /** What was known of it at {@code asOf} (imports apart: they count as recorded at their own time), up to a moment. */
    Optional<Row> last(Instant asOf, Instant before) {
        return rows.stream()
                .filter(row -> !(isImported() ? row.at() : row.recordedAt()).isAfter(asOf))
                .filter(row -> row.at().isBefore(before))
                .reduce((earlier, later) -> later);
    }

    boolean isLateEntry() {
        return rows.get(0).data().path("lateEntry").asBoolean();
    }

    private boolean isImported() {
        return origin().get("source").asText().equals("IMPORT");
    }

    /** Where it came in and who answers for it, as the newest row that says so has it. */
    JsonNode origin() {
        return rows.stream()
                .map(row -> row.data().path("origin"))
                .filter(JsonNode::isObject)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    String says(String name) {
        return origin().get(name).asText();
    }
}
