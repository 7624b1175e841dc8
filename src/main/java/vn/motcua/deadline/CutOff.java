package vn.motcua.deadline;

import java.time.Duration;
import java.time.LocalTime;

/**
 * The hour after which a receipt counts from the next working day: an hour of the clock, or so long before the
 * office closes. Exactly one of the two is given; a receipt at the cut-off itself counts as after it.
 *
 * @throws IllegalArgumentException if both or neither are given, or the duration is not positive
 */
public record CutOff(LocalTime at, Duration beforeClose) {

    public CutOff {
        if ((at == null) == (beforeClose == null)) {
            throw new IllegalArgumentException("A cut-off is either an hour or a time before closing");
        }
        if (beforeClose != null && (beforeClose.isNegative() || beforeClose.isZero() || beforeClose.toDays() >= 1)) {
            throw new IllegalArgumentException("A cut-off lies above zero and less than a day before closing");
        }
    }

    public static CutOff at(LocalTime hour) {
        return new CutOff(hour, null);
    }

    public static CutOff beforeClose(Duration beforeClose) {
        return new CutOff(null, beforeClose);
    }
}
