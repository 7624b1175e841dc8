package vn.motcua.statistics;

import java.math.BigDecimal;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was handed in and given as data, and not only on paper. */
@Schema(name = "Digitised")
record Digitised(
        @Schema(description = "The papers handed in with the dossiers received in the period") Share papers,
        @Schema(description = "The results of the dossiers resolved in the period") Share results) {

    static final Digitised NOTHING = new Digitised(Share.of(0, 0), Share.of(0, 0));

    /** From one row of {@link OnTimeCount}, whose columns are read by name. */
    static Digitised of(ToLongFunction<String> row, long resolved) {
        return new Digitised(
                Share.of(row.applyAsLong("papers"), row.applyAsLong("digitised_papers")),
                Share.of(resolved, row.applyAsLong("digitised_results")));
    }

    @Schema(name = "DigitisedShare")
    record Share(
            @Schema(examples = "61") long total,
            @Schema(examples = "48") long digitised,
            @Schema(
                            nullable = true,
                            examples = "0.786885",
                            description = "From 0 to 1, six decimals; null without cases")
                    BigDecimal value) {

        static Share of(long total, long digitised) {
            return new Share(total, digitised, Rate.share(digitised, total));
        }
    }
}
