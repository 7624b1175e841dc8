package vn.motcua.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A frozen report, and what the same question is answered now. */
@Schema(name = "FrozenReport")
record FrozenReportView(
        UUID id,
        Form report,
        ReportQuestion.View query,
        @Schema(
                        description = "When it was frozen; the report asked with this asOf says the same",
                        examples = "2026-02-03T09:15:00+07:00")
                OffsetDateTime frozenAt,
        @Schema(description = "Id of the supervisor who froze it", examples = "supervisor@H42.18") String frozenBy,
        @Schema(description = "What the rates meant when they were reported") List<FrozenReport.Meaning> definitions,
        @Schema(description = "As reported") ReportedFigures figures,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(nullable = true, description = "The same question asked now; left out when it is just frozen")
                Live live,
        @Schema(description = "Each cell that says something else now, by key and column; 0 where there is no row")
                List<Difference> differences) {

    static FrozenReportView justFrozen(FrozenReport report) {
        return of(report, null, List.of());
    }

    static FrozenReportView of(FrozenReport report, Live live, List<Difference> differences) {
        var asked = report.asked();
        return new FrozenReportView(
                report.id(),
                asked.form(),
                asked.view(),
                asked.local(report.frozenAt()),
                report.frozenBy(),
                report.definitions(),
                report.figures(),
                live,
                differences);
    }

    /** What the answer says, whenever it is asked. */
    List<Object> said() {
        return List.of(id, live.rows, live.total, live.rates, differences);
    }

    @Schema(name = "LiveReport")
    record Live(
            @Schema(examples = "2026-03-02T08:00:00+07:00") OffsetDateTime asOf,
            List<FormRow> rows,
            FormRow total,
            List<Rate> rates) {}
}
