package vn.motcua.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.AfterSupplement;
import vn.motcua.deadline.CutOff;
import vn.motcua.deadline.DueMoment;
import vn.motcua.deadline.LimitUnit;
import vn.motcua.deadline.Terms;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.http.Flaws;

/** What one version of a procedure says, all of it at once. */
@Schema(name = "Procedure")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProcedureForm(
        @NotBlank @Size(max = 1000) String name,
        @NotNull @Pattern(regexp = FieldForm.CODE) String field,
        @NotNull LocalDate validFrom,
        @Schema(nullable = true, description = "The last date on which this version is in force") LocalDate validTo,
        @NotNull @Size(max = 100) @Schema(description = "None: the procedure has no time limit")
                List<@NotNull @Valid CaseLimit> limits,
        @Schema(nullable = true, defaultValue = "SAME_TIME") DueMoment due,
        @Schema(
                        nullable = true,
                        description =
                                "An hour, or so long before closing, from which a receipt counts as the next working day's")
                CutOff cutOff,
        @Schema(nullable = true, defaultValue = "RESTART") AfterSupplement afterSupplement,
        @Schema(
                        nullable = true,
                        description =
                                "How long the applicant has to answer a supplement request; 15 working days by default")
                TimeLimit answerBy,
        @Schema(nullable = true, description = "The limit of each hand-over, in order") @Size(max = 100)
                List<@NotNull @Valid Step> steps) {

    private static final TimeLimit USUAL_ANSWER = new TimeLimit(BigDecimal.valueOf(15), LimitUnit.WORKING_DAY);

    /** The same with what the law says where nothing was said. */
    ProcedureForm complete() {
        return new ProcedureForm(
                name,
                field,
                validFrom,
                validTo,
                limits,
                due == null ? DueMoment.SAME_TIME : due,
                cutOff,
                afterSupplement == null ? AfterSupplement.RESTART : afterSupplement,
                answerBy == null ? USUAL_ANSWER : answerBy,
                steps == null ? List.of() : steps);
    }

    ProcedureForm endingOn(LocalDate lastDate) {
        return new ProcedureForm(
                name, field, validFrom, lastDate, limits, due, cutOff, afterSupplement, answerBy, steps);
    }

    ProcedureForm requireSense() {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw Flaws.at("/validTo", "range", "Không được trước validFrom", "Must not be before validFrom");
        }
        for (int i = 0; i < limits.size(); i++) {
            requireSense(i);
        }
        return this;
    }

    private void requireSense(int index) {
        var limit = limits.get(index);
        if (limits.subList(0, index).stream().anyMatch(limit::sameScope)) {
            throw Flaws.at(
                    "/limits/" + index,
                    "ambiguous",
                    "Hai thời hạn cho cùng kênh cần hai trường hợp khác nhau",
                    "Two limits for one channel need different cases");
        }
        try {
            terms(Optional.of(limit.limit()));
        } catch (IllegalArgumentException contradictory) {
            throw Flaws.at(
                    "/limits/" + index + "/limit",
                    "invalid",
                    "Thời hạn trong ngày (0) cần due là END_OF_DAY",
                    "A limit of 0, the same day, needs END_OF_DAY as due");
        }
    }

    Terms terms(Optional<TimeLimit> limit) {
        return new Terms(limit, due, Optional.ofNullable(cutOff), afterSupplement);
    }

    @Schema(name = "ProcedureStep")
    record Step(
            @NotBlank @Size(max = 300) @Schema(examples = "Thẩm định") String name,
            @NotNull @Schema(examples = "{\"value\": 3, \"unit\": \"WORKING_DAY\"}") TimeLimit limit) {}
}
