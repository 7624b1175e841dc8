package vn.motcua.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cell of a report that says something else now than when it was frozen. */
@Schema(name = "ReportDifference")
record Difference(
        @Schema(description = "Of the row; empty for the total", examples = "{\"unit\": \"H42.18\"}")
                Map<String, String> key,
        @Schema(description = "Id of the column", examples = "resolved.late") String column,
        @Schema(examples = "3") long frozen,
        @Schema(examples = "4") long live) {

    /** By key, the total first, and then as the columns stand. */
    static List<Difference> between(ReportedFigures frozen, ReportedFigures live, ObjectMapper json) {
        var before = rows(frozen);
        var now = rows(live);
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(now.keySet());
        var columns = Stream.of(frozen, live)
                .flatMap(figures -> figures.columns().stream())
                .map(FormColumn::id)
                .distinct()
                .toList();
        return keys.stream()
                .flatMap(key -> ofRow(before.get(key), now.get(key), columns, json))
                .toList();
    }

    private static TreeMap<String, FormRow> rows(ReportedFigures figures) {
        return Stream.concat(Stream.of(figures.total()), figures.rows().stream())
                .collect(Collectors.toMap(
                        row -> String.join("", row.key().values()),
                        Function.identity(),
                        (one, other) -> other,
                        TreeMap::new));
    }

    private static Stream<Difference> ofRow(FormRow frozen, FormRow live, List<String> columns, ObjectMapper json) {
        var key = frozen == null ? live.key() : frozen.key();
        JsonNode before = json.valueToTree(frozen);
        JsonNode now = json.valueToTree(live);
        return columns.stream()
                .map(column -> new Difference(key, column, cell(before, column), cell(now, column)))
                .filter(cell -> cell.frozen != cell.live);
    }

    /** The id of a column is the path to its figure. */
    private static long cell(JsonNode row, String column) {
        return row.at("/" + column.replace('.', '/')).asLong();
    }
}
