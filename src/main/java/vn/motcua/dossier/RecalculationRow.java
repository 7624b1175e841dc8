package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Query;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.Verdict;
import vn.motcua.organization.UnitCode;

/**
 * What a recalculation did, or would do, to one dossier.
 *
 * @param dossier code of the dossier
 * @param unit the unit that answered for it then
 * @param from the due date before; null where nothing is promised, or while it is stopped
 * @param to the due date after
 * @param verdictBefore how it would have been judged by DATE, finished at that moment; null while it is stopped
 * @param problem code of the reason why it stays as it was
 */
@Schema(name = "RecalculationRow")
record RecalculationRow(
        String dossier,
        String unit,
        boolean moved,
        @Schema(nullable = true) OffsetDateTime from,
        @Schema(nullable = true) OffsetDateTime to,
        @Schema(nullable = true) Verdict verdictBefore,
        @Schema(nullable = true) Verdict verdictAfter,
        boolean verdictChanges,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true, examples = "deadline-out-of-range")
                String problem) {

    static RecalculationRow of(Object[] row) {
        var zone = ZoneId.of((String) row[2]);
        return new RecalculationRow(
                (String) row[1],
                (String) row[3],
                (Boolean) row[4],
                DossierLine.local(row[5], zone),
                DossierLine.local(row[6], zone),
                DossierLine.verdict(row[7]),
                DossierLine.verdict(row[8]),
                (Boolean) row[9],
                (String) row[10]);
    }

    /** A row and where it stands in the list. */
    record Placed(long position, RecalculationRow row) {

        static Placed of(Object[] row) {
            return new Placed((Long) row[0], RecalculationRow.of(row));
        }
    }

    /** Which rows are wanted; null where it does not matter. */
    record Filter(Boolean moved, Boolean verdictChanges, UnitCode unit) {

        String sql() {
            return (moved == null ? "" : moved ? " and r.moved" : " and not r.moved")
                    + (verdictChanges == null
                            ? ""
                            : verdictChanges ? " and r.verdict_changes" : " and not r.verdict_changes")
                    + (unit == null ? "" : " and r.unit = :unit");
        }

        void bind(Query query) {
            if (unit != null) {
                query.setParameter("unit", unit.value());
            }
        }
    }
}
