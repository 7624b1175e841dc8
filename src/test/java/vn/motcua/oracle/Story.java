package vn.motcua.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is exported of one dossier. */
record Story(String code, List<Row> rows) {

    /** What was known of it at {@code asOf} (imports apart: they count as recorded at their own time), up to a moment. */
    Optional<Row> last(Instant asOf, Instant before) {
        return known(asOf)
                .filter(row -> known(asOf).noneMatch(later -> later.annuls(row)))
                .filter(row -> row.at().isBefore(before))
                .reduce((earlier, later) -> later);
    }

    /** Whether it was known by then to have been entered by mistake. */
    boolean isVoid(Instant asOf) {
        return known(asOf).anyMatch(row -> row.type().equals("VOIDED"));
    }

    private Stream<Row> known(Instant asOf) {
        return rows.stream().filter(row -> !(isImported() ? row.at() : row.recordedAt()).isAfter(asOf));
    }

    boolean isLateEntry() {
        return rows.get(0).data().path("lateEntry").asBoolean();
    }

    /** What the first row counts, 0 where it counts nothing. */
    int number(String name) {
        return rows.get(0).data().path("origin").path(name).asInt();
    }

    private boolean isImported() {
        return rows.get(0).data().get("origin").get("source").asText().equals("IMPORT");
    }

    /** Where it came in and who answers for it, as the newest row known by then that says so has it. */
    String says(String name, Instant asOf) {
        return Stream.concat(Stream.of(rows.get(0)), known(asOf))
                .map(row -> row.data().path("origin"))
                .filter(JsonNode::isObject)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .get(name)
                .asText();
    }
}
