package vn.motcua.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.http.Flaws;

/** What is said about a unit, all of it at once. */
@Schema(name = "Unit")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitForm(
        @NotBlank @Size(max = 300) String name,
        @Schema(nullable = true, description = "Code of the unit above; absent at the top of a tree") UnitCode parent,
        @NotNull UnitLevel level,
        @Schema(
                        nullable = true,
                        description = "Province (2 digits) or commune (5 digits) in the list of the statistics office")
                @Pattern(regexp = "\\d{2}|\\d{5}")
                String areaCode,
        @Schema(nullable = true, description = "Calendar of its own; else the nearest up the tree, last VN")
                @Pattern(regexp = "[0-9A-Za-z.-]{1,64}")
                String calendar,
        @NotNull LocalDate validFrom,
        @Schema(nullable = true, description = "The last date on which the unit exists") LocalDate validTo,
        @Schema(nullable = true, description = "From this date on dossiers arise here and are no longer imported")
                LocalDate liveFrom) {

    UnitForm requireOrder() {
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw Flaws.at("/validTo", "range", "Không được trước validFrom", "Must not be before validFrom");
        }
        return this;
    }

    boolean isInForce(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }
}
