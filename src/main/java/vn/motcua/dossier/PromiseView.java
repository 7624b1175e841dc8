package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The promise of one dossier: how it is reckoned, and every change it went through. */
@Schema(name = "DossierDeadline")
record PromiseView(
        @JsonUnwrapped DeadlineView deadline,
        @Schema(description = "The ledger: each change of the due date") List<Change> promises) {

    /** Reads the ledger off the history: the rows after which the due date was another. */
    static List<Change> changes(
            List<HistoryRow> history, Map<Integer, String> legalBases, Papers papers, Clockwork clock) {
        var changes = new ArrayList<Change>();
        Instant before = null;
        for (var row : history) {
            var after = row.standing().endedAt == null ? row.standing().dueAt : before;
            if (!Objects.equals(before, after)) {
                changes.add(new Change(
                        papers.local(row.at()),
                        row.type(),
                        legalBases.get(row.number()),
                        row.by(),
                        papers.local(before),
                        papers.local(after),
                        clock.at(row.at()).running().code(),
                        clock.at(row.at()).running().version()));
            }
            before = after;
        }
        return changes;
    }

    /**
     * One row of the ledger.
     *
     * @param why the kind of history row that changed it
     * @param from the due date before; null at receipt and after a stop
     * @param to the due date after; null while stopped
     */
    @Schema(name = "PromiseChange")
    record Change(
            OffsetDateTime at,
            String why,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) String legalBasis,
            String by,
            @Schema(nullable = true) OffsetDateTime from,
            @Schema(nullable = true) OffsetDateTime to,
            String calendar,
            int calendarVersion) {}
}
