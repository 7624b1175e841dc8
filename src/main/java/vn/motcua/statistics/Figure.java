package vn.motcua.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One figure of an answer, by its path there: which dossiers of {@link Histories} it counts.
 */
enum Figure {
    CARRIED_OVER("carriedOver", "arrival = 'BEFORE'", "d.received_at < :from"),
    COUNTER("received.counter", "arrival = 'IN' and channel = 'COUNTER'", received()),
    ONLINE("received.online", "arrival = 'IN' and channel = 'ONLINE'", received()),
    POSTAL("received.postal", "arrival = 'IN' and channel = 'POSTAL'", received()),
    RECEIVED("received.total", COUNTER, ONLINE, POSTAL),
    EARLY("resolved.early", "place = 'EARLY'", ended("d.${verdict} = 'EARLY'")),
    ON_TIME("resolved.onTime", "place = 'ON_TIME'", ended("d.${verdict} = 'ON_TIME'")),
    LATE("resolved.late", "place = 'LATE'", ended("d.${verdict} = 'LATE'")),
    WITHOUT_DEADLINE("resolved.withoutDeadline", "place = 'NO_DEADLINE'", ended("d.${verdict} = 'NO_DEADLINE'")),
    RESOLVED("resolved.total", EARLY, ON_TIME, LATE, WITHOUT_DEADLINE),
    WITHDRAWN("withdrawn", "place = 'WITHDRAWN'", ended("d.status = 'WITHDRAWN'")),
    REFUSED("refused", "place = 'REFUSED'", ended("d.status = 'REFUSED'")),
    WITHIN_DEADLINE("pending.withinDeadline", "place = 'WITHIN_DEADLINE'", pending()),
    STOPPED("pending.stopped", "place = 'STOPPED'", pending()),
    OVERDUE("pending.overdue", "place = 'OVERDUE'", pending()),
    OPEN_WITHOUT_DEADLINE("pending.withoutDeadline", "place = 'OPEN_WITHOUT_DEADLINE'", pending()),
    PENDING("pending.total", WITHIN_DEADLINE, STOPPED, OVERDUE, OPEN_WITHOUT_DEADLINE),
    COHORT_EARLY("cohort.early", "arrival = 'IN' and place = 'EARLY'", received() + " and " + EARLY.trace),
    COHORT_ON_TIME("cohort.onTime", "arrival = 'IN' and place = 'ON_TIME'", received() + " and " + ON_TIME.trace),
    LATE_ENTRIES("lateEntries", "arrival = 'IN' and late_entry", received() + " and d.late_entry"),
    WAITING_BEFORE("intake.waitingBefore", "intake is not null and entry = 'BEFORE'", "d.submitted_at < :from"),
    SUBMITTED("intake.submitted", "intake is not null and entry = 'IN'", "d.submitted_at >= :from"),
    ACCEPTED("intake.accepted", "intake = 'ACCEPTED'", received() + " and d.submitted_at is not null"),
    INTAKE_REFUSED("intake.refused", "intake = 'REFUSED'", "d.submitted_at is not null and " + REFUSED.trace),
    INTAKE_WITHDRAWN("intake.withdrawn", "intake = 'WITHDRAWN'", "d.submitted_at is not null and " + WITHDRAWN.trace),
    WAITING("intake.waiting", "intake in ('WAITING', 'WAITING_LATE')", waiting()),
    WAITING_LATE("intake.waitingLate", "intake = 'WAITING_LATE'", waiting());

    private static final Map<String, Figure> PLACES = Map.of(
            "EARLY", EARLY,
            "ON_TIME", ON_TIME,
            "LATE", LATE,
            "NO_DEADLINE", WITHOUT_DEADLINE,
            "WITHDRAWN", WITHDRAWN,
            "REFUSED", REFUSED,
            "WITHIN_DEADLINE", WITHIN_DEADLINE,
            "STOPPED", STOPPED,
            "OVERDUE", OVERDUE,
            "OPEN_WITHOUT_DEADLINE", OPEN_WITHOUT_DEADLINE);

    private static final Map<String, Figure> INTAKES = Map.of(
            "ACCEPTED", ACCEPTED,
            "REFUSED", INTAKE_REFUSED,
            "WITHDRAWN", INTAKE_WITHDRAWN,
            "WAITING", WAITING,
            "WAITING_LATE", WAITING_LATE);

    private final String path;
    private final String condition;
    private final String trace;
    private final boolean isSum;

    /**
     * @param condition of what {@code told} says
     * @param trace what such a dossier {@code d} shows today whatever came later, so that of most others no history has
     *     to be read
     */
    Figure(String path, String condition, String trace) {
        this.path = path;
        this.condition = condition;
        this.trace = trace;
        this.isSum = false;
    }

    Figure(String path, Figure... parts) {
        this.path = path;
        this.condition = any(List.of(parts));
        this.trace = mayBeAny(List.of(parts));
        this.isSum = true;
    }

    /** Once received, a dossier stays so. */
    private static String received() {
        return "d.received_at >= :from and d.received_at < :to";
    }

    /** It still shows how it ended, unless a correction that became known after asOf took that back. */
    private static String ended(String asToday) {
        return """
            (d.ended_at >= :from and d.ended_at < :to and %s
                or (d.ended_at is null or d.ended_at >= :asOf) and exists (
                    select from dossier_event later
                    where later.dossier = d.id and later.annuls is not null and later.known_at > :asOf))"""
                .formatted(asToday);
    }

    private static String pending() {
        return "d.received_at < :to and (d.ended_at is null or d.ended_at >= :to or d.ended_at >= :asOf)";
    }

    private static String waiting() {
        return """
            d.submitted_at is not null and (d.received_at is null or d.received_at >= :to or d.received_at >= :asOf)
                and (d.ended_at is null or d.ended_at >= :to or d.ended_at >= :asOf)""";
    }

    static Optional<Figure> named(String path) {
        return Arrays.stream(values())
                .filter(figure -> figure.path.equals(path))
                .findFirst();
    }

    /** Where a dossier is counted at the cut, by the name of its place; null where it has none. */
    static String ofPlace(String place) {
        return place == null ? null : PLACES.get(place).path;
    }

    /** The same before receipt. */
    static String ofIntake(String intake) {
        return intake == null ? null : INTAKES.get(intake).path;
    }

    String path() {
        return path;
    }

    String condition() {
        return condition;
    }

    /** SQL for what {@code told} says of a dossier counted in one of these. */
    static String any(Collection<Figure> figures) {
        return figures.stream().map(figure -> figure.condition).collect(Collectors.joining(" or ", "(", ")"));
    }

    /** SQL for whether a dossier {@code d} may be one of these. */
    static String mayBeAny(Collection<Figure> figures) {
        return figures.stream().map(figure -> figure.trace).distinct().collect(Collectors.joining(" or ", "(", ")"));
    }

    /** SQL for all figures that are not sums of others, over {@code n} dossiers that stand alike. */
    static String sums() {
        return Arrays.stream(values())
                .filter(figure -> !figure.isSum)
                .map(figure -> "sum(n) filter (where " + figure.condition + ") as "
                        + figure.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(",\n    "));
    }
}
