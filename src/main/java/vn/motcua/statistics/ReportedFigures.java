package vn.motcua.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a report says: its columns, its rows, their total, and the rates of the total. */
@Schema(name = "ReportedFigures")
record ReportedFigures(
        List<FormColumn> columns,
        List<FormRow> rows,
        FormRow total,
        @Schema(description = "Of all rows together; each by the definition of that version") List<Rate> rates) {

    static ReportedFigures of(Form form, Question asked, Map<OnTimeCount.Place, Tally> counted) {
        var report = FormReport.of(form, asked, counted);
        var rates = Arrays.stream(Definition.values())
                .map(definition -> whole(definition, counted.values()))
                .toList();
        return new ReportedFigures(report.columns(), report.rows(), report.total(), rates);
    }

    private static Rate whole(Definition definition, Collection<Tally> tallies) {
        var rates = tallies.stream().map(definition::rate).toList();
        return Rate.of(
                definition,
                rates.stream().mapToLong(Rate::numerator).sum(),
                rates.stream().mapToLong(Rate::denominator).sum());
    }
}
