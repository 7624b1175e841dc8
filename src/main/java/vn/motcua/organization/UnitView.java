package vn.motcua.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A unit as it is shown. */
@Schema(name = "UnitView")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitView(
        UnitCode code,
        @Schema(examples = "Ủy ban nhân dân phường Ba Đình") String name,
        @Schema(nullable = true) UnitCode parent,
        UnitLevel level,
        @Schema(nullable = true, examples = "00004") String areaCode,
        @Schema(nullable = true, examples = "VN") String calendar,
        LocalDate validFrom,
        @Schema(nullable = true) LocalDate validTo,
        @Schema(nullable = true) LocalDate liveFrom,
        @Schema(nullable = true) SuccessionForm succession) {

    /** @param succession the end of the unit, or null */
    static UnitView of(Unit unit, Succession succession) {
        return new UnitView(
                unit.code(),
                unit.name(),
                unit.parent().map(UnitCode::of).orElse(null),
                unit.level(),
                unit.areaCode().orElse(null),
                unit.calendar().orElse(null),
                unit.validFrom(),
                unit.validTo().orElse(null),
                unit.liveFrom().orElse(null),
                succession == null ? null : SuccessionForm.of(succession));
    }
}
