package vn.motcua.statistics;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the dossiers behind figures, and the question as it was understood. */
@Schema(name = "DrillDownAnswer")
record DrillDownAnswer(
        DrillDown.Echo query,
        @Schema(
                        description = "What was recorded after this moment is not counted; the same on every page",
                        examples = "2026-02-03T09:15:00+07:00")
                OffsetDateTime asOf,
        List<CountedDossier> items,
        @Schema(
                        nullable = true,
                        description =
                                "Cursor of the next page; null on the last page. A page may hold few or none before it")
                String next) {

    static DrillDownAnswer of(DrillDown asked, List<CountedDossier> items, String next) {
        var question = asked.question();
        return new DrillDownAnswer(asked.echo(), question.local(question.asOf()), items, next);
    }
}
