package vn.motcua.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A procedure as it is shown: the version in force on a date, none when none is, and when its versions hold. */
@Schema(name = "ProcedureView")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProcedureView(
        ProcedureCode code,
        @Schema(nullable = true, description = "The version in force on the date asked for; absent when none is")
                ProcedureForm inForce,
        List<Validity> versions) {

    static ProcedureView of(ProcedureCode code, List<ProcedureVersion> versions, LocalDate date) {
        var inForce =
                versions.stream().filter(version -> version.isInForce(date)).findFirst();
        return new ProcedureView(
                code,
                inForce.map(ProcedureVersion::form).orElse(null),
                versions.stream()
                        .map(version -> new Validity(
                                version.validFrom(), version.validTo().orElse(null)))
                        .toList());
    }

    /** When a version holds, both dates included. */
    @Schema(name = "Validity")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Validity(@Schema(examples = "2026-01-01") LocalDate validFrom, @Schema(nullable = true) LocalDate validTo) {}
}
