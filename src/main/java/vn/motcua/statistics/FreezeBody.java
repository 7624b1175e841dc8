package vn.motcua.statistics;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.organization.UnitCode;

/** Which report is to be frozen; its members mean what the parameters of the report mean. */
@Schema(name = "FreezeReport")
record FreezeBody(
        @NotNull Form report,
        @Schema(nullable = true, description = StatisticsResource.UNIT) UnitCode unit,
        @Schema(nullable = true, description = StatisticsResource.UNIT_ROLE, defaultValue = "COMPETENT")
                UnitRole unitRole,
        @NotNull @Schema(description = StatisticsResource.FROM, examples = "2026-01-01") String from,
        @NotNull @Schema(description = StatisticsResource.TO + ". The period must be over.", examples = "2026-02-01")
                String to,
        @Schema(nullable = true, description = StatisticsResource.BASIS, defaultValue = "DATE") Basis basis,
        @Schema(nullable = true, description = StatisticsResource.PROMISE, defaultValue = "CURRENT")
                PromiseKind promise,
        @Schema(nullable = true, description = StatisticsResource.UNITS, defaultValue = "AS_WAS") UnitView units) {

    /** The question about all that was recorded by a moment; about all that is known now where it is null. */
    Asked asked(Instant asOf) {
        return Asked.grouped(
                report.rows(),
                unit == null ? null : unit.value(),
                name(unitRole),
                from,
                to,
                asOf == null ? null : asOf.toString(),
                name(basis),
                name(promise),
                name(units));
    }

    private static String name(Enum<?> choice) {
        return Optional.ofNullable(choice).map(Enum::name).orElse(null);
    }
}
