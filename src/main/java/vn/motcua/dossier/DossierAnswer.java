package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.Verdict;

/** Where a dossier stands after a step. Nothing personal, for the answer is kept with the key. */
@Schema(name = "DossierAnswer")
record DossierAnswer(
        DossierCode code,
        Status status,
        int statusNumber,
        List<String> allowedSteps,
        String receivingUnit,
        String competentUnit,
        String currentUnit,
        @Schema(nullable = true) OffsetDateTime submittedAt,
        @Schema(nullable = true) OffsetDateTime intakeDueAt,
        @Schema(nullable = true) OffsetDateTime receivedAt,
        @Schema(nullable = true) OffsetDateTime firstDueAt,
        @Schema(nullable = true) LocalDate firstDueDate,
        @Schema(nullable = true) OffsetDateTime dueAt,
        @Schema(nullable = true) LocalDate dueDate,
        @Schema(nullable = true) OffsetDateTime stoppedAt,
        @Schema(nullable = true) OffsetDateTime answerBy,
        @Schema(nullable = true) OffsetDateTime finishedAt,
        @Schema(nullable = true) OffsetDateTime endedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) Verdicts verdicts,
        @Schema(nullable = true, description = "When the one extension with apology was given")
                OffsetDateTime extendedAt,
        @Schema(description = "Entered twice or by mistake: counted nowhere, allows no step") boolean voided,
        Source source) {

    static DossierAnswer of(Dossier dossier) {
        var papers = dossier.papers();
        var now = dossier.standing();
        return new DossierAnswer(
                DossierCode.of(papers.code()),
                now.status,
                now.status.number(),
                dossier.allowedSteps(),
                papers.receivingUnit(),
                papers.competentUnit(),
                dossier.currentUnit(),
                papers.local(now.submittedAt),
                papers.local(now.intakeDueAt),
                papers.local(now.receivedAt),
                papers.local(now.firstDueAt),
                now.firstDueDate,
                papers.local(now.dueAt),
                now.dueDate,
                papers.local(now.stoppedAt),
                papers.local(dossier.answerBy()),
                papers.local(now.finishedAt),
                papers.local(now.endedAt),
                Verdicts.of(now),
                papers.local(dossier.amendments().extendedAt()),
                dossier.amendments().isVoid(),
                papers.source());
    }

    /** Both promises, each by both measures. */
    @Schema(name = "Verdicts")
    record Verdicts(Pair current, Pair first) {

        static Verdicts of(Standing standing) {
            return of(
                    standing.dateVerdict,
                    standing.momentVerdict,
                    standing.dateVerdictFirst,
                    standing.momentVerdictFirst);
        }

        /** None before the finish. */
        static Verdicts of(Verdict date, Verdict moment, Verdict dateFirst, Verdict momentFirst) {
            return date == null ? null : new Verdicts(new Pair(date, moment), new Pair(dateFirst, momentFirst));
        }
    }

    /** Judged by date and by moment. */
    @Schema(name = "VerdictPair")
    record Pair(Verdict date, Verdict moment) {}
}
