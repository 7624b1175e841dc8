package vn.motcua.deadline;

import java.time.Instant;
import java.util.Optional;

/**
 * An interval {@code [from, to)} in which the clock stands still; without an end it is still open.
 *
 * @throws IllegalArgumentException if it ends before it begins
 */
public record Stop(Instant from, Optional<Instant> to, StopKind kind) {

    public Stop {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("A stop cannot end before it begins: " + from + " to " + to.get());
        }
    }

    public static Stop closed(Instant from, Instant to, StopKind kind) {
        return new Stop(from, Optional.of(to), kind);
    }

    public static Stop open(Instant from, StopKind kind) {
        return new Stop(from, Optional.empty(), kind);
    }

    /** As it looked then: open, if its end was still to come. */
    Stop until(Instant moment) {
        return to.filter(moment::isBefore).isPresent() ? open(from, kind) : this;
    }

    boolean isOpen() {
        return to.isEmpty();
    }
}
