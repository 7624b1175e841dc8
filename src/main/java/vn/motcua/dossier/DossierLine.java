package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.Verdict;
import vn.motcua.procedure.Channel;

/** One dossier in a list: what is needed to choose it, nothing personal. */
@Schema(name = "DossierLine")
record DossierLine(
        DossierCode code,
        Status status,
        int statusNumber,
        List<String> allowedSteps,
        String procedure,
        Channel channel,
        String receivingUnit,
        String competentUnit,
        String currentUnit,
        @Schema(nullable = true) String officer,
        @Schema(nullable = true) OffsetDateTime submittedAt,
        @Schema(nullable = true) OffsetDateTime intakeDueAt,
        @Schema(nullable = true) OffsetDateTime receivedAt,
        @Schema(nullable = true) OffsetDateTime firstDueAt,
        @Schema(nullable = true) OffsetDateTime dueAt,
        @Schema(nullable = true) LocalDate dueDate,
        @Schema(nullable = true) OffsetDateTime stoppedAt,
        @Schema(nullable = true) OffsetDateTime answerBy,
        @Schema(nullable = true) OffsetDateTime endedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) DossierAnswer.Verdicts verdicts,
        Source source,
        @Schema(description = "Version, as in the ETag of the dossier") long version) {

    /** A row of {@link DossierList}, in the order of its columns. */
    static DossierLine of(Object[] row) {
        var zone = ZoneId.of((String) row[9]);
        var status = Status.valueOf((String) row[1]);
        return new DossierLine(
                DossierCode.of((String) row[0]),
                status,
                status.number(),
                Step.allowedFrom(status, row[26] != null),
                (String) row[2],
                Channel.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                local(row[10], zone),
                local(row[11], zone),
                local(row[12], zone),
                local(row[13], zone),
                local(row[14], zone),
                (LocalDate) row[15],
                local(row[16], zone),
                local(row[17], zone),
                local(row[18], zone),
                DossierAnswer.Verdicts.of(verdict(row[19]), verdict(row[20]), verdict(row[21]), verdict(row[22])),
                Source.valueOf((String) row[8]),
                ((Number) row[23]).longValue());
    }

    private static Verdict verdict(Object name) {
        return name == null ? null : Verdict.valueOf((String) name);
    }

    private static OffsetDateTime local(Object instant, ZoneId zone) {
        return instant == null ? null : ((Instant) instant).atZone(zone).toOffsetDateTime();
    }
}
