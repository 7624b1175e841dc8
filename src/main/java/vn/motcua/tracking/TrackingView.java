package vn.motcua.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.StopKind;
import vn.motcua.deadline.Verdict;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Whereabouts;

/** Where a dossier is, for its citizen. Nobody is named. */
@Schema(name = "Tracked")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrackingView(
        String code,
        Status status,
        int statusNumber,
        @Schema(
                        description = "The status in plain words, in the language asked for",
                        examples = "Hồ sơ đang được giải quyết")
                String words,
        String procedure,
        @Schema(nullable = true) OffsetDateTime submittedAt,
        @Schema(nullable = true) OffsetDateTime receivedAt,
        @Schema(nullable = true, description = "What was promised at receipt, whatever came after")
                OffsetDateTime firstDueAt,
        @Schema(nullable = true) LocalDate firstDueDate,
        @Schema(nullable = true, description = "What is promised now; absent while the clock stands still")
                OffsetDateTime dueAt,
        @Schema(nullable = true) LocalDate dueDate,
        @Schema(nullable = true, description = "While it waits: for what, and since when") Stopped stopped,
        @Schema(nullable = true, description = "The apology, where a later date was named") Apology apology,
        @Schema(nullable = true, description = "While it is late: which day was missed") Overdue overdue,
        @Schema(description = "Who has it now") Place unit,
        @Schema(nullable = true, description = "Since when the result is ready") OffsetDateTime finishedAt,
        @Schema(nullable = true) OffsetDateTime returnedAt,
        @Schema(nullable = true, description = "When it was finished, refused or withdrawn") OffsetDateTime endedAt,
        @Schema(nullable = true, description = "How the office kept its date, once it is finished") Verdict verdict,
        @Schema(description = "Entered twice or by mistake") boolean voided) {

    static TrackingView of(String code, Whereabouts dossier, Place unit, TrackingWords words) {
        return new TrackingView(
                code,
                dossier.status(),
                dossier.status().number(),
                dossier.voided() ? words.mistaken() : words.status(dossier.status()),
                dossier.procedure(),
                dossier.submittedAt(),
                dossier.receivedAt(),
                dossier.firstDueAt(),
                dossier.firstDueDate(),
                dossier.dueAt(),
                dossier.dueDate(),
                dossier.stop().map(stop -> Stopped.of(stop, words)).orElse(null),
                dossier.extension()
                        .map(given -> new Apology(words.apology(), given.at(), given.dueAt()))
                        .orElse(null),
                dossier.overdueSince()
                        .map(date -> new Overdue(words.overdue(), date))
                        .orElse(null),
                unit,
                dossier.finishedAt(),
                dossier.returnedAt(),
                dossier.endedAt(),
                dossier.verdict(),
                dossier.voided());
    }

    @Schema(name = "TrackedStop")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stopped(
            StopKind kind,
            String words,
            OffsetDateTime since,
            @Schema(nullable = true, description = "Until when the applicant may answer") OffsetDateTime answerBy) {

        static Stopped of(Whereabouts.Stop stop, TrackingWords words) {
            return new Stopped(stop.kind(), words.stop(stop.kind()), stop.since(), stop.answerBy());
        }
    }

    @Schema(name = "TrackedApology")
    record Apology(String words, OffsetDateTime at, @Schema(description = "The date it named") OffsetDateTime dueAt) {}

    @Schema(name = "TrackedOverdue")
    record Overdue(String words, @Schema(description = "The promised day that was missed") LocalDate since) {}

    @Schema(name = "TrackedUnit")
    record Place(String code, String name) {}
}
