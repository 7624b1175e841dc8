package vn.motcua.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A date that differs from its weekday: a day off, or a make-up day worked in place of another. A make-up day
 * without shifts of its own has those the replaced day would have had by the weekly pattern.
 *
 * @throws IllegalArgumentException if a day off has shifts, or a make-up day has neither shifts nor a replaced day
 */
public record ExceptionalDay(
        LocalDate date, Kind kind, String name, String legalBasis, Optional<LocalDate> replaces, List<Shift> shifts) {

    public enum Kind {
        OFF,
        MAKE_UP
    }

    public ExceptionalDay {
        shifts = Shift.ofOneDay(shifts);
        if (kind == Kind.OFF && !shifts.isEmpty()) {
            throw new IllegalArgumentException("A day off has no shifts: " + date);
        }
        if (kind == Kind.MAKE_UP && shifts.isEmpty() && replaces.isEmpty()) {
            throw new IllegalArgumentException("A make-up day names the day it replaces or has shifts: " + date);
        }
    }

    public static ExceptionalDay off(LocalDate date, String name, String legalBasis) {
        return new ExceptionalDay(date, Kind.OFF, name, legalBasis, Optional.empty(), List.of());
    }

    public static ExceptionalDay makeUp(LocalDate date, LocalDate replaces, String name, String legalBasis) {
        return new ExceptionalDay(date, Kind.MAKE_UP, name, legalBasis, Optional.of(replaces), List.of());
    }
}
