package vn.motcua.statistics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A frozen report in a list, without its figures. */
@Schema(name = "FrozenReportLine")
record FrozenLine(
        UUID id,
        Form report,
        ReportQuestion.View query,
        @Schema(examples = "2026-02-03T09:15:00+07:00") OffsetDateTime frozenAt,
        @Schema(examples = "supervisor@H42.18") String frozenBy) {

    static FrozenLine of(UUID id, ReportQuestion asked, Instant frozenAt, String frozenBy) {
        return new FrozenLine(id, asked.form(), asked.view(), asked.local(frozenAt), frozenBy);
    }
}
