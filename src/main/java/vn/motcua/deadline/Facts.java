package vn.motcua.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a deadline is derived from. The intake calendar (the receiving unit's) rules start and cut-off only, at
 * a restart too; everything else runs on the competent unit's calendar.
 *
 * @param named at most one date named by the receipt and one after it
 * @throws DeadlineOutOfRange if a time lies outside the years calendars cover
 * @throws IllegalArgumentException if the stops are not in order, overlap, or another than the last is open
 */
public record Facts(
        WorkingCalendar intake,
        WorkingCalendar running,
        Terms terms,
        Instant receivedAt,
        List<Named> named,
        List<Stop> stops) {

    public Facts {
        named = List.copyOf(named);
        stops = List.copyOf(stops);
        WorkingCalendar.covered(receivedAt);
        named.forEach(date -> WorkingCalendar.covered(date.due()));
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
        return new Facts(calendar, calendar, terms, receivedAt, List.of(), List.of());
    }

    Optional<Named> namedAtReceipt() {
        return named.stream().filter(this::isAtReceipt).findFirst();
    }

    Optional<Named> namedLater() {
        return named.stream().filter(date -> !isAtReceipt(date)).findFirst();
    }

    private boolean isAtReceipt(Named date) {
        return !date.namedAt().isAfter(receivedAt);
    }

    /** What was known at a moment: what came later had not happened, a stop that ended later was open. */
    Facts until(Instant moment) {
        return new Facts(
                intake,
                running,
                terms,
                receivedAt,
                named.stream().filter(date -> !date.namedAt().isAfter(moment)).toList(),
                stops.stream()
                        .filter(stop -> stop.from().isBefore(moment))
                        .map(stop -> stop.until(moment))
                        .toList());
    }

    Facts under(Change change) {
        return new Facts(change.intake(), change.running(), change.terms(), receivedAt, named, stops);
    }

    Optional<Stop> openStop() {
        return stops.isEmpty()
                ? Optional.empty()
                : Optional.of(stops.get(stops.size() - 1)).filter(Stop::isOpen);
    }
}
