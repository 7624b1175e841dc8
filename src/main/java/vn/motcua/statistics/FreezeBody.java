package vn.motcua.statistics;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.organization.UnitCode;

/** Which report is to be frozen; its members mean what the parameters of the report mean. */
@Schema(name = "FreezeReport")
record FreezeBody(
        @NotNull Form report,
        @Schema(nullable = true, description = Scope.UNIT) UnitCode unit,
        @Schema(nullable = true, description = Scope.UNIT_ROLE, defaultValue = "COMPETENT") UnitRole unitRole,
        @NotNull @Schema(description = Scope.FROM, examples = "2026-01-01") String from,
        @NotNull @Schema(description = Scope.TO + ". The period must be over.", examples = "2026-02-01") String to,
        @Schema(nullable = true, description = Scope.BASIS, defaultValue = "DATE") Basis basis,
        @Schema(nullable = true, description = Scope.PROMISE, defaultValue = "CURRENT") PromiseKind promise,
        @Schema(nullable = true, description = Scope.UNITS, defaultValue = "AS_WAS") UnitView units) {

    /** The question about all that was recorded by a moment; about all that is known now where it is null. */
    Asked asked(Instant asOf) {
        return Scope.of(unit, unitRole, from, to, basis, promise, units)
                .groupedBy(report.rows(), asOf == null ? null : asOf.toString());
    }
}
