package vn.motcua.deadline;

/** When on its due date a promise falls due (design section 4). */
public enum DueMoment {
    /** At the same share of the working day at which the clock started. */
    SAME_TIME,
    /** When the office closes on the due date. */
    END_OF_DAY
}
