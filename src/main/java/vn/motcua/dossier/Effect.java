package vn.motcua.dossier;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a new version of a calendar does to one dossier.
 *
 * @param version of the dossier as it was read
 * @param at when it holds
 * @param event empty where nothing is replaced
 * @param problem code of the reason why it stays as it was, or null
 */
record Effect(
        Dossier dossier,
        long version,
        Moment at,
        Outlook before,
        Outlook after,
        Optional<DossierEvent> event,
        String problem) {

    static Effect of(Dossier dossier, Moment at, Outlook before, Outlook after, Optional<DossierEvent> event) {
        return new Effect(dossier, dossier.version(), at, before, after, event, null);
    }

    static Effect refused(Dossier dossier, Moment at, DeadlineProblem problem) {
        return new Effect(dossier, dossier.version(), at, Outlook.NONE, Outlook.NONE, Optional.empty(), problem.code());
    }

    boolean moves() {
        return !Objects.equals(before.dueAt(), after.dueAt());
    }

    boolean isRefused() {
        return problem != null;
    }

    Instant from() {
        return before.dueAt();
    }

    Instant to() {
        return after.dueAt();
    }
}
