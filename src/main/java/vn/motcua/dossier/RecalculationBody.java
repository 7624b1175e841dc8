package vn.motcua.dossier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says who wants open dossiers to follow their calendar. */
@Schema(name = "RecalculationRequest")
record RecalculationBody(
        @NotNull @Schema(description = "true: only say what would come of it; false: do it") Boolean dryRun,
        @NotBlank @Size(max = LONGEST) @Schema(examples = "Thông báo 9441/TB-BNV") String legalBasis,
        @Size(min = 1, max = LONGEST) @Schema(examples = "Lịch nghỉ được công bố sau khi tiếp nhận") String reason) {

    private static final int LONGEST = 4000;
}
