package vn.motcua.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.PastDossier;
import vn.motcua.dossier.Status;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/** One row of an import, in NDJSON an object, in CSV a line under a header with these names. */
@Schema(name = "ImportRow")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportLine(
        DossierCode code,
        @Pattern(regexp = "[^\\x00-\\x1F\\x7F]{1,100}") String externalCode,
        @NotNull ProcedureCode procedure,
        @NotNull UnitCode receivingUnit,
        UnitCode competentUnit,
        @NotNull Channel channel,
        OffsetDateTime submittedAt,
        @NotNull OffsetDateTime receivedAt,
        @Schema(description = "An appointment made elsewhere; computed when absent") OffsetDateTime dueAt,
        OffsetDateTime finishedAt,
        OffsetDateTime returnedAt,
        @Schema(description = "When it was refused or withdrawn") OffsetDateTime endedAt,
        @Schema(description = "Since when it has been waiting") OffsetDateTime stoppedAt,
        @Schema(description = "Told from the times when absent") Status status,
        @Size(min = 1, max = 500) String applicantName) {

    PastDossier dossier() {
        return new PastDossier(
                code,
                externalCode,
                procedure,
                receivingUnit,
                competentUnit,
                channel,
                instant(submittedAt),
                instant(receivedAt),
                instant(dueAt),
                instant(finishedAt),
                instant(returnedAt),
                instant(endedAt),
                instant(stoppedAt),
                status,
                applicantName);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
