package vn.motcua.dossier;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.calendar.KeptCalendar;

/**
 * A version of a calendar announced late, as it comes to one open dossier after another.
 *
 * @param recalculation id of the job that brings it
 * @param texts its legal basis, and the reason where one was given
 */
record Announcement(UUID recalculation, KeptCalendar calendar, Map<String, String> texts) {

    /** What it did to a dossier; empty where it replaced nothing. */
    Optional<DossierEvent> event(
            Clockwork clock, Optional<Integer> step, Instant before, Instant dueAt, Instant stepDueAt) {
        var intake = replacedOf(clock.intake());
        var running = replacedOf(clock.running());
        if (intake == null && running == null && step.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DossierEvent.CalendarChanged(
                recalculation,
                calendar.code(),
                calendar.version(),
                intake,
                running,
                step.orElse(null),
                before,
                dueAt,
                stepDueAt,
                texts));
    }

    private Integer replacedOf(KeptCalendar older) {
        return calendar.replaces(older) ? older.version() : null;
    }
}
