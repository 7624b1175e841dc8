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
        @Schema(nullable = true, description = "Code in the portal or another system") String externalCode,
        Status status,
        int statusNumber,
        List<String> allowedSteps,
        String procedure,
        String field,
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
        DeadlineView.Missed missed,
        @Schema(nullable = true, description = "When the applicant was told, with an apology, of a new date")
                OffsetDateTime extendedAt,
        @Schema(nullable = true) OffsetDateTime stoppedAt,
        @Schema(nullable = true) OffsetDateTime answerBy,
        @Schema(nullable = true) OffsetDateTime endedAt,
        @Schema(nullable = true, description = "Since then it is void: recorded by mistake") OffsetDateTime voidedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) DossierAnswer.Verdicts verdicts,
        Source source,
        @Schema(description = "Version, as in the ETag of the dossier") long version) {

    /** The columns of a dossier {@code d} that a line is made of. */
    static final String COLUMNS =
            """
            d.code, d.status, d.procedure_code, d.channel, d.receiving_unit, d.competent_unit, d.current_unit, \
            d.officer, d.source, d.zone, d.submitted_at, d.intake_due_at, d.received_at, d.first_due_at, d.due_at, \
            d.due_date, d.stopped_at, d.answer_by, d.ended_at, d.date_verdict, d.moment_verdict, \
            d.date_verdict_first, d.moment_verdict_first, d.version, d.recorded_at, d.id, d.missed_date, \
            d.missed_moment, d.extended_at, d.external_code, d.field, d.voided_at""";

    /** How many they are; what is selected beside them comes after. */
    static final int WIDTH = 32;

    /** A row that begins with these columns. */
    static DossierLine of(Object[] row) {
        var zone = ZoneId.of((String) row[9]);
        var status = Status.valueOf((String) row[1]);
        return new DossierLine(
                DossierCode.of((String) row[0]),
                (String) row[29],
                status,
                status.number(),
                row[31] == null ? Step.allowedFrom(status, row[28] != null) : List.of(),
                (String) row[2],
                (String) row[30],
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
                new DeadlineView.Missed((LocalDate) row[26], local(row[27], zone)),
                local(row[28], zone),
                local(row[16], zone),
                local(row[17], zone),
                local(row[18], zone),
                local(row[31], zone),
                DossierAnswer.Verdicts.of(verdict(row[19]), verdict(row[20]), verdict(row[21]), verdict(row[22])),
                Source.valueOf((String) row[8]),
                ((Number) row[23]).longValue());
    }

    static Verdict verdict(Object name) {
        return name == null ? null : Verdict.valueOf((String) name);
    }

    static OffsetDateTime local(Object instant, ZoneId zone) {
        return instant == null ? null : ((Instant) instant).atZone(zone).toOffsetDateTime();
    }
}
