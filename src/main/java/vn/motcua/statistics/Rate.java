package vn.motcua.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A share of dossiers, never without what it was reckoned from.
 *
 * @param value null where there is nothing to divide by: no work is not perfect work
 */
@Schema(name = "Rate")
record Rate(
        @Schema(examples = "resolved") String definition,
        @Schema(examples = "1") int version,
        @Schema(examples = "15") long numerator,
        @Schema(examples = "16") long denominator,
        @Schema(nullable = true, examples = "0.937500", description = "From 0 to 1, six decimals; null without cases")
                BigDecimal value) {

    private static final int DECIMALS = 6;

    static Rate of(Definition definition, long numerator, long denominator) {
        var value = share(numerator, denominator);
        return new Rate(definition.id(), definition.version(), numerator, denominator, value);
    }

    /** Null where there is nothing to divide by. */
    static BigDecimal share(long numerator, long denominator) {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP);
    }
}
