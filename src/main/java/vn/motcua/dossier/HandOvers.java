package vn.motcua.dossier;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.KeptCalendar;
import vn.motcua.deadline.Stop;

/** The way of a dossier from hand to hand; the step under way is the last. */
@Embeddable
class HandOvers {

    @ElementCollection
    @CollectionTable(name = "dossier_hand_over", joinColumns = @JoinColumn(name = "dossier"))
    @OrderColumn(name = "ordinal")
    private List<HandOver> steps = new ArrayList<>();

    void begin(HandOver step, Clockwork clock, List<Stop> stops) {
        end(step.at, clock, stops);
        steps.add(step);
        settle(clock, stops);
    }

    /** Gives the step under way its verdict. */
    void end(Instant at, Clockwork clock, List<Stop> stops) {
        underWay().ifPresent(step -> step.end(at, clock.hours(step), stops));
    }

    /** Takes the verdict of the last step back: it goes on. */
    void reopen() {
        underWay().ifPresent(HandOver::reopen);
    }

    /** Tells when the step under way is due, after a stop began or ended. */
    void settle(Clockwork clock, List<Stop> stops) {
        underWay().ifPresent(step -> step.settle(clock.hours(step), stops));
    }

    /** Lets the step under way go over to a newer version of its calendar; tells the version before, if it did. */
    Optional<Integer> adopt(KeptCalendar newer, Instant now, Clockwork clock, List<Stop> stops) {
        return underWay().flatMap(step -> step.adopt(newer, clock.calendar(step), now, stops));
    }

    /** When the step under way is due; null where none is or it has no limit. */
    Instant dueAt() {
        return underWay().map(step -> step.dueAt).orElse(null);
    }

    private Optional<HandOver> underWay() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    List<HandOver> all() {
        return steps;
    }
}
