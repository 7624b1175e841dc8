package vn.motcua.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import vn.motcua.dossier.Rehearsal.Played;
import vn.motcua.dossier.Status;

/**
 * The next thing that happens in a story.
 *
 * @param step the last part of the step's path
 * @param span what {@code when} counts from the turn before: hours or shares
 * @param chance how often it comes to this; else the story ends here
 * @param body what is sent, where it is not one of the usual bodies
 */
record Turn(String step, When when, Span span, Double chance, JsonNode body) {

    static final String HAND_OVER = "hand-over";

    private static final Set<String> AT_THE_DESK =
            Set.of("acceptance", "supplement", "payment", "withdrawal", "return");
    private static final Duration AT_ONCE = Duration.ofMinutes(10);
    /** Without a due date something takes up to so many working hours. */
    private static final double WITHOUT_HASTE = 60;

    Turn saying(JsonNode said) {
        return new Turn(step, when, span, chance, said);
    }

    boolean isHandOver() {
        return step.equals(HAND_OVER);
    }

    boolean comes(Chance lots) {
        return chance == null || lots.happens(chance);
    }

    /** Whether the desk that received it takes this step, not whoever holds it. */
    boolean isTakenAtTheDesk(Played dossier) {
        return dossier.status() == Status.SUBMITTED || AT_THE_DESK.contains(step);
    }

    Instant moment(Instant now, Played dossier, OfficeHours hours, Chance lots) {
        return when.moment(this, now, dossier, hours, lots);
    }

    /** What its time is counted from. */
    enum When {
        /** So many working hours after the turn before. */
        AFTER {
            @Override
            Instant moment(Turn turn, Instant now, Played dossier, OfficeHours hours, Chance lots) {
                return hours.after(now, turn.span.draw(lots), lots);
            }
        },
        /** The same, but in good time before the due date. */
        SOON {
            @Override
            Instant moment(Turn turn, Instant now, Played dossier, OfficeHours hours, Chance lots) {
                var moment = AFTER.moment(turn, now, dossier, hours, lots);
                return dossier.dueAt()
                        .filter(due -> due.isAfter(now) && !moment.isBefore(due))
                        .map(due -> hours.between(now, due, lots.between(0.1, 0.4), lots))
                        .orElse(moment);
            }
        },
        /** After this share of the time that is left. */
        BEFORE_DUE {
            @Override
            Instant moment(Turn turn, Instant now, Played dossier, OfficeHours hours, Chance lots) {
                var share = turn.span.draw(lots);
                return dossier.dueAt()
                        .map(due -> due.isAfter(now) ? hours.between(now, due, share, lots) : now.plus(AT_ONCE))
                        .orElseGet(() -> hours.after(now, share * WITHOUT_HASTE, lots));
            }
        },
        /** On the very date. */
        ON_DUE_DAY {
            @Override
            Instant moment(Turn turn, Instant now, Played dossier, OfficeHours hours, Chance lots) {
                return hours.onTheDayOf(dossier.dueAt().orElseThrow(), now, lots);
            }
        },
        /** So many working hours after the due date. */
        PAST_DUE {
            @Override
            Instant moment(Turn turn, Instant now, Played dossier, OfficeHours hours, Chance lots) {
                var due = dossier.dueAt().orElseThrow();
                return hours.after(due.isAfter(now) ? due : now, turn.span.draw(lots), lots);
            }
        },
        /** So many working hours after the papers should have come. */
        PAST_ANSWER {
            @Override
            Instant moment(Turn turn, Instant now, Played dossier, OfficeHours hours, Chance lots) {
                return hours.after(dossier.answerBy().orElseThrow(), turn.span.draw(lots), lots);
            }
        };

        abstract Instant moment(Turn turn, Instant now, Played dossier, OfficeHours hours, Chance lots);
    }
}
