package vn.motcua.deadline;

/** What a time limit is counted in (design section 4). */
public enum LimitUnit {
    /** Dates on which the office works; a half-worked make-up day is one. */
    WORKING_DAY,
    /** Hours during which the office is open. */
    WORKING_HOUR,
    /** Hours of the clock, nights and days off included. */
    CLOCK_HOUR,
    /** Dates, days off included, rolled once at the end to a working day. */
    CALENDAR_DAY,
    /** Months to the same day number, clipped to the month's end, rolled like calendar days. */
    MONTH;

    boolean countsDates() {
        return this == CALENDAR_DAY || this == MONTH;
    }

    boolean takesQuarters() {
        return this == WORKING_DAY || this == WORKING_HOUR;
    }
}
