package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.http.Job;

/**
 * A recalculation as it is shown, with what it has come to so far.
 *
 * @param version the version of the calendar that open dossiers go over to
 * @param job accepted: moved; unchanged: not moved; refused: left as they were, for a reason in their row
 * @param totals over all units
 * @param units by the unit that answers for the dossiers
 */
@Schema(name = "Recalculation")
record RecalculationView(
        String calendar,
        int version,
        boolean dryRun,
        String legalBasis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) String reason,
        Job.View job,
        Tally totals,
        List<OfUnit> units) {

    static RecalculationView of(Recalculation wanted, Job job, List<OfUnit> units) {
        return new RecalculationView(
                wanted.calendar(),
                wanted.version(),
                wanted.dryRun(),
                wanted.legalBasis(),
                wanted.reason(),
                job.view(),
                Tally.over(units),
                units);
    }

    /**
     * How many dossiers there are.
     *
     * @param open those that kept an older version
     * @param moved those of them whose promise is another now
     * @param verdictChanges those that would be judged otherwise, finished at that moment
     */
    @Schema(name = "RecalculationTotals")
    record Tally(long open, long moved, long verdictChanges) {

        static Tally over(List<OfUnit> units) {
            return new Tally(sum(units, OfUnit::open), sum(units, OfUnit::moved), sum(units, OfUnit::verdictChanges));
        }

        private static long sum(List<OfUnit> units, ToLongFunction<OfUnit> number) {
            return units.stream().mapToLong(number).sum();
        }
    }

    /** The same of one unit. */
    @Schema(name = "RecalculationOfUnit")
    record OfUnit(String unit, long open, long moved, long verdictChanges) {

        static OfUnit of(Object[] row) {
            return new OfUnit((String) row[0], (Long) row[1], (Long) row[2], (Long) row[3]);
        }
    }
}
