package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/** A dossier as a desk records it. */
@Schema(name = "Receipt")
record ReceiptBody(
        @NotNull ProcedureCode procedure,
        @NotNull Channel channel,
        @NotNull UnitCode receivingUnit,
        @NotNull @Valid PersonBody applicant,
        @Schema(description = "Where the papers came in; the receiving unit by default") UnitCode handInUnit,
        @Schema(description = "Who answers for it; the receiving unit by default") UnitCode competentUnit,
        @JsonProperty("case") @Schema(description = "Which case, where the procedure has several limits")
                String caseName,
        @Valid PersonBody submitter,
        @Valid PersonBody proxy,
        @Size(max = 4000) String content,
        @Size(max = 200) List<@NotNull @Valid Paper> papers,
        @Schema(description = "DESK by default") Delivery delivery,
        @Pattern(regexp = "[^\\x00-\\x1F\\x7F]{1,100}") @Schema(description = "The portal's or another system's code")
                String externalCode,
        @Schema(description = "False: submitted and still to be checked. By default only ONLINE is.") Boolean accepted,
        @Valid Result result,
        @JsonProperty("return") @Valid Return returned,
        @Schema(description = "Late entry of an offline desk, at most 72 hours back") OffsetDateTime receivedAt,
        @Size(min = 1, max = 2000) String lateReason) {

    @Schema(name = "Paper")
    record Paper(
            @NotBlank @Size(max = 500) String name,
            boolean original,
            @Min(0) @Max(1000) int copies,
            boolean digitised) {}

    @Schema(name = "Result")
    @JsonInclude(JsonInclude.Include.NON_NULL) // keys of the first release stand for an outcome alone
    record Result(
            @NotNull Outcome outcome,
            @Schema(description = "Whether the result is given as data, too") Boolean digitised) {

        boolean asData() {
            return Boolean.TRUE.equals(digitised);
        }
    }

    @Schema(name = "Return")
    record Return(@Schema(description = "How it was given; as agreed at receipt by default") Delivery delivery) {}

    /** What does not fit together, whatever the state of things. */
    void check() {
        if ((receivedAt == null) != (lateReason == null)) {
            throw DossierProblem.LATE_ENTRY_WITHOUT_REASON.because();
        }
        if (result == null && returned != null) {
            throw DossierProblem.RETURN_WITHOUT_RESULT.because();
        }
        if (Boolean.FALSE.equals(accepted) && (result != null || receivedAt != null)) {
            throw DossierProblem.ON_THE_SPOT_NOT_ACCEPTED.because();
        }
    }

    boolean isReceived() {
        if (accepted != null) {
            return accepted;
        }
        return channel != Channel.ONLINE || result != null || receivedAt != null;
    }

    UnitCode handedInAt() {
        return handInUnit == null ? receivingUnit : handInUnit;
    }

    UnitCode answeredForBy() {
        return competentUnit == null ? receivingUnit : competentUnit;
    }

    Delivery deliveredBy() {
        return delivery == null ? Delivery.DESK : delivery;
    }

    /** How a result on the spot was given. */
    Delivery returnedBy() {
        return returned.delivery() == null ? deliveredBy() : returned.delivery();
    }

    Optional<String> caseOf() {
        return Optional.ofNullable(caseName);
    }

    Opening.PaperCount paperCount() {
        return papers == null
                ? Opening.PaperCount.NONE
                : new Opening.PaperCount(papers.size(), (int)
                        papers.stream().filter(Paper::digitised).count());
    }

    Map<String, String> texts() {
        return lateReason == null ? Map.of() : Map.of("lateReason", lateReason);
    }
}
