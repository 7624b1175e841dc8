package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.motcua.deadline.StopKind;
import vn.motcua.deadline.Verdict;

/**
 * What a citizen may be told of a dossier: no person in it, neither applicant nor officer, and no free text, which may
 * name one.
 *
 * @param stop what it stands still for, if it does
 * @param extension the one later date given with an apology
 * @param overdueSince the promised date that was missed, while it is not finished
 * @param unit code of the unit that has it now
 * @param verdict by date, against the promise last given; null before the finish
 */
public record Whereabouts(
        Status status,
        boolean voided,
        String procedure,
        OffsetDateTime submittedAt,
        OffsetDateTime receivedAt,
        OffsetDateTime firstDueAt,
        LocalDate firstDueDate,
        OffsetDateTime dueAt,
        LocalDate dueDate,
        Optional<Stop> stop,
        Optional<Extension> extension,
        Optional<LocalDate> overdueSince,
        String unit,
        OffsetDateTime finishedAt,
        OffsetDateTime returnedAt,
        OffsetDateTime endedAt,
        Verdict verdict) {

    static Whereabouts of(Dossier dossier, Optional<LocalDate> overdueSince) {
        var papers = dossier.papers();
        var now = dossier.standing();
        return new Whereabouts(
                now.status,
                dossier.amendments().isVoid(),
                papers.procedureCode(),
                papers.local(now.submittedAt),
                papers.local(now.receivedAt),
                papers.local(now.firstDueAt),
                now.firstDueDate,
                papers.local(now.dueAt),
                now.dueDate,
                stop(dossier),
                extension(dossier),
                overdueSince,
                dossier.currentUnit(),
                papers.local(now.finishedAt),
                papers.local(now.returnedAt),
                papers.local(now.endedAt),
                now.dateVerdict);
    }

    private static Optional<Stop> stop(Dossier dossier) {
        var papers = dossier.papers();
        return dossier.stops().stream()
                .filter(stop -> stop.resumedAt == null)
                .findFirst()
                .map(stop -> new Stop(stop.kind, papers.local(stop.stoppedAt), papers.local(dossier.answerBy())));
    }

    private static Optional<Extension> extension(Dossier dossier) {
        var papers = dossier.papers();
        var given = dossier.amendments().extendedAt();
        return dossier.amendments()
                .extension()
                .map(named -> new Extension(papers.local(given), papers.local(named.due())));
    }

    /**
     * @param answerBy until when the applicant may answer, for a supplement; else null
     */
    public record Stop(StopKind kind, OffsetDateTime since, OffsetDateTime answerBy) {}

    /**
     * @param at when the apology was given
     * @param dueAt the date it named
     */
    public record Extension(OffsetDateTime at, OffsetDateTime dueAt) {}
}
