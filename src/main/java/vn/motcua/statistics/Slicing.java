package vn.motcua.statistics;

import jakarta.validation.constraints.Min;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How figures are told apart and put in order, as query parameters. */
record Slicing(
        @RestQuery
                @Parameter(
                        description = "How months, quarters and years are cut: CALENDAR, STATUTORY (from the 15th to"
                                + " the 14th, named after the month of the last day) or a kind on record",
                        schema = @Schema(defaultValue = "CALENDAR"),
                        example = "STATUTORY")
                String period,
        @RestQuery
                @Parameter(
                        description = "Up to two, at most one of them a time: unit, field, procedure, channel, day,"
                                + " month, quarter, year; repeated or separated by commas. At most 400 sub-periods,"
                                + " each answered as if asked alone.",
                        example = "unit,month")
                List<String> groupBy,
        @RestQuery
                @Parameter(
                        description = "Id of the rate by which units are ranked, best first; needs groupBy=unit, alone"
                                + " or with a time, and then ranks within each sub-period. Equal rates share a place:"
                                + " 1, 2, 2, 4.",
                        example = "resolved")
                String rank,
        @RestQuery
                @Min(1)
                @Parameter(
                        description = "With rank: units whose rate has a smaller denominator have no place, and stand"
                                + " last",
                        schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"),
                        example = "30")
                Long floor) {

    static final Slicing NONE = new Slicing(null, List.of(), null, null);

    static Slicing by(Grouping one) {
        return new Slicing(null, List.of(one.parameterName()), null, null);
    }
}
