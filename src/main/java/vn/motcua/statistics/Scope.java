package vn.motcua.statistics;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.organization.UnitCode;

/** Whose dossiers figures are asked of, over which time and judged how: query parameters of every operation on figures. */
record Scope(
        @RestQuery @Parameter(description = UNIT, schema = @Schema(implementation = UnitCode.class)) String unit,
        @RestQuery
                @Parameter(
                        description = UNIT_ROLE,
                        schema = @Schema(implementation = UnitRole.class, defaultValue = "COMPETENT"))
                String unitRole,
        @RestQuery @Parameter(required = true, description = FROM, example = "2026-01-01") String from,
        @RestQuery @Parameter(required = true, description = TO, example = "2026-02-01") String to,
        @RestQuery
                @Parameter(description = BASIS, schema = @Schema(implementation = Basis.class, defaultValue = "DATE"))
                String basis,
        @RestQuery
                @Parameter(
                        description = PROMISE,
                        schema = @Schema(implementation = PromiseKind.class, defaultValue = "CURRENT"))
                String promise,
        @RestQuery
                @Parameter(
                        description = UNITS,
                        schema = @Schema(implementation = UnitView.class, defaultValue = "AS_WAS"))
                String units) {

    static final String UNIT = "The unit and all below it; the caller's own by default";
    static final String UNIT_ROLE = "Whether dossiers count for the unit that answers for them or that received them";
    static final String FROM = "Included: a date in the zone of the unit's calendar, or a time with offset";
    static final String TO = "Excluded: a date in the zone of the unit's calendar, or a time with offset";
    static final String AS_OF = "Only what was recorded by then is counted; now by default";
    static final String BASIS = "Whether a finish is compared with the date due or with the moment due";
    static final String PROMISE = "Which promise is judged: the one in force or the one given at receipt";
    static final String UNITS =
            "Whether a dossier counts for the unit at its receipt, in the tree of that time, or for the unit that has"
                    + " taken its place since, in the tree of today";

    /** The choices as parameters name them; null for one that is left to its default. */
    static Scope of(
            UnitCode unit,
            UnitRole unitRole,
            String from,
            String to,
            Basis basis,
            PromiseKind promise,
            UnitView units) {
        var code = unit == null ? null : unit.value();
        return new Scope(code, name(unitRole), from, to, name(basis), name(promise), name(units));
    }

    private static String name(Enum<?> choice) {
        return Optional.ofNullable(choice).map(Enum::name).orElse(null);
    }

    /** What a report asks: everything in scope, told apart one way; about all that is known now where asOf is null. */
    Asked groupedBy(Grouping by, String asOf) {
        return new Asked(this, Kind.ANY, Slicing.by(by), asOf);
    }
}
