package vn.motcua.statistics;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report in the form II.06/VPCP/KSTT: one row for each unit or field, and their total. */
@Schema(name = "FormReport")
record FormReport(
        @Schema(examples = "06a") String report,
        Question.Echo query,
        @Schema(
                        description = "What was recorded after this moment is not counted",
                        examples = "2026-02-03T09:15:00+07:00")
                OffsetDateTime asOf,
        List<FormColumn> columns,
        List<FormRow> rows,
        FormRow total) {

    static FormReport of(Form form, Question asked, Map<OnTimeCount.Place, Tally> counted) {
        var name = asked.groupBy().get(0).parameterName();
        var rows = counted.entrySet().stream()
                .sorted(Comparator.comparing(row -> row.getKey().first()))
                .map(row -> FormRow.of(
                        Map.of(name, row.getKey().first()),
                        List.of(row.getValue().counts())))
                .toList();
        var total = FormRow.of(
                Map.of(), counted.values().stream().map(Tally::counts).toList());
        return new FormReport(form.number(), asked.echo(), asked.local(asked.asOf()), FormColumn.ALL, rows, total);
    }

    /** What the report says, whenever it is asked. */
    List<Object> said() {
        return List.of(report, query, columns, rows, total);
    }
}
