package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.organization.UnitCode;

/** What a clerk or officer says with each step. */
final class StepBodies {

    private static final int LONGEST = 4000;

    private StepBodies() {}

    @Schema(name = "Acceptance")
    record Acceptance(
            @JsonProperty("case") @Schema(description = "Which case, where it was not said at submission")
                    String caseName) {}

    @Schema(name = "ReasonGiven")
    record Reason(@NotBlank @Size(max = LONGEST) @Schema(examples = "Không thuộc thẩm quyền") String reason) {

        Map<String, String> texts() {
            return Map.of("reason", reason);
        }
    }

    @Schema(name = "StopRequest")
    record Stop(
            @NotBlank @Size(max = LONGEST) @Schema(examples = "Chờ xác minh") String reason,
            @NotBlank @Size(max = LONGEST) @Schema(examples = "Điều 15 Nghị định 118/2025/NĐ-CP") String legalBasis) {

        Map<String, String> texts() {
            return Map.of("reason", reason, "legalBasis", legalBasis);
        }
    }

    @Schema(name = "SupplementRequest")
    record SupplementRequest(
            @NotBlank @Size(max = LONGEST) @Schema(examples = "Thiếu bản sao giấy khai sinh") String reason,
            @NotBlank @Size(max = LONGEST) @Schema(examples = "Điều 17 Nghị định 118/2025/NĐ-CP") String legalBasis,
            @Size(min = 1, max = LONGEST)
                    @Schema(description = "Required from the second request on: why not everything was asked at once")
                    String whyNotAtOnce) {

        Map<String, String> texts() {
            var texts = new HashMap<>(Map.of("reason", reason, "legalBasis", legalBasis));
            if (whyNotAtOnce != null) {
                texts.put("whyNotAtOnce", whyNotAtOnce);
            }
            return texts;
        }
    }

    @Schema(name = "HandOver")
    record HandOver(
            @Schema(description = "The unit that gets it; the present one by default") UnitCode unit,
            @Pattern(regexp = "[A-Za-z0-9._@-]{1,64}") @Schema(examples = "officer-7", description = "Id, not a name")
                    String officer,
            @Schema(description = "The step's own limit; by default the procedure's step plan") @Valid
                    TimeLimit limit) {

        HandOver {
            if (unit == null && officer == null) {
                throw DossierProblem.HAND_OVER_TO_NOBODY.because();
            }
        }
    }

    @Schema(name = "Nothing", description = "An empty object: there is nothing to say")
    record Nothing() {}
}
