package vn.motcua.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a deadline is derived from. The intake calendar (the receiving unit's) rules start and cut-off only, at
 * a restart too; everything else runs on the competent unit's calendar.
 *
 * @throws DeadlineOutOfRange if a time lies outside the years calendars cover
 * @throws IllegalArgumentException if the stops are not in order, overlap, or another than the last is open
 */
public record Facts(
        WorkingCalendar intake,
        WorkingCalendar running,
        Terms terms,
        Instant receivedAt,
        Optional<Named> named,
        List<Stop> stops) {

    public Facts {
        stops = List.copyOf(stops);
        WorkingCalendar.covered(receivedAt);
        named.map(Named::due).ifPresent(WorkingCalendar::covered);
        stops.forEach(Facts::cover);
        for (int i = 1; i < stops.size(); i++) {
            var before = stops.get(i - 1);
            if (before.to().filter(stops.get(i).from()::isBefore).isPresent() || before.isOpen()) {
                throw new IllegalArgumentException(
                        "Stops must be in order, must not overlap, only the last may be open");
            }
        }
    }

    private static void cover(Stop stop) {
        WorkingCalendar.covered(stop.from());
        stop.to().ifPresent(WorkingCalendar::covered);
    }

    /** A dossier that was received where it is handled, with no stop and no named date. */
    public static Facts of(WorkingCalendar calendar, Terms terms, Instant receivedAt) {
        return new Facts(calendar, calendar, terms, receivedAt, Optional.empty(), List.of());
    }

    boolean namedAtReceipt() {
        return named.filter(date -> !date.namedAt().isAfter(receivedAt)).isPresent();
    }

    Optional<Stop> openStop() {
        return stops.isEmpty()
                ? Optional.empty()
                : Optional.of(stops.get(stops.size() - 1)).filter(Stop::isOpen);
    }
}
