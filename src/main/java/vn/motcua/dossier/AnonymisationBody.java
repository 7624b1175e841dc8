package vn.motcua.dossier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.organization.UnitCode;

/** Whose people are let go of. */
@Schema(name = "AnonymisationRequest")
record AnonymisationBody(
        @Schema(
                        description = "Dossiers it or a unit below it answers for; absent, the caller's unit",
                        examples = "H42.18")
                UnitCode unit,
        @NotNull
                @Schema(
                        description = "Dossiers that were over before this date, at least as many years ago as the"
                                + " service is told to keep them (10, if it is told nothing)",
                        examples = "2015-01-01")
                LocalDate endedBefore,
        @NotBlank @Size(max = LONGEST) @Schema(examples = "Luật 91/2025/QH15") String legalBasis) {

    private static final int LONGEST = 4000;
}
