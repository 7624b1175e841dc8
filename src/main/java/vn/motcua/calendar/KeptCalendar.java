package vn.motcua.calendar;

import vn.motcua.deadline.WorkingCalendar;

/** One version of a calendar, ready to reckon with. */
public record KeptCalendar(String code, int version, WorkingCalendar hours) {

    /** Whether it is a newer version of the same calendar. */
    public boolean replaces(KeptCalendar other) {
        return code.equals(other.code) && version > other.version;
    }
}
