package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

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

    @Schema(name = "Extension")
    record Extension(
            @NotNull @Schema(description = "The new date and time, later than the one promised now")
                    OffsetDateTime dueAt,
            @NotBlank @Size(max = LONGEST) @Schema(examples = "Chờ kết quả thẩm định thực địa") String reason,
            @NotBlank @Size(max = LONGEST) @Schema(examples = "Xin lỗi ông/bà vì sự chậm trễ này") String apology,
            @Size(min = 1, max = LONGEST)
                    @Schema(description = "Required from the promised day on: why it was not said the day before")
                    String whyNotInTime) {

        Map<String, String> texts() {
            var texts = new HashMap<>(Map.of("reason", reason, "apology", apology));
            if (whyNotInTime != null) {
                texts.put("whyNotInTime", whyNotInTime);
            }
            return texts;
        }
    }

    @Schema(name = "CorrectionRequest")
    record Corrected(
            @NotNull Correction.Kind kind,
            @NotBlank @Size(max = LONGEST) @Schema(examples = "Chọn nhầm thủ tục") String reason,
            @Schema(description = "With PROCEDURE: the right one") ProcedureCode procedure,
            @JsonProperty("case") @Schema(description = "With PROCEDURE and CHANNEL, where the limits tell cases apart")
                    String caseName,
            @Schema(description = "With UNIT: the unit that answers for it") UnitCode unit,
            @Schema(description = "With CHANNEL: how it really came in") Channel channel,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With PERSON: who of its people")
                    Person.Role role,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Valid
                    @Schema(description = "With PERSON: all that is right of them")
                    PersonBody person) {

        Corrected {
            if (kind != null && !(fits(kind, procedure, caseName, unit, channel) && fits(kind, role, person))) {
                throw DossierProblem.CORRECTION_MISFITS.because(kind);
            }
        }

        private static boolean fits(Correction.Kind kind, Person.Role role, PersonBody person) {
            return (role != null) == (kind == Correction.Kind.PERSON)
                    && (person != null) == (kind == Correction.Kind.PERSON);
        }

        private static boolean fits(
                Correction.Kind kind, ProcedureCode procedure, String caseName, UnitCode unit, Channel channel) {
            return (procedure != null) == (kind == Correction.Kind.PROCEDURE)
                    && (unit != null) == (kind == Correction.Kind.UNIT)
                    && (channel != null) == (kind == Correction.Kind.CHANNEL)
                    && (caseName == null || procedure != null || channel != null);
        }

        Map<String, String> texts() {
            return Map.of("reason", reason);
        }
    }

    @Schema(name = "Nothing", description = "An empty object: there is nothing to say")
    record Nothing() {}
}
