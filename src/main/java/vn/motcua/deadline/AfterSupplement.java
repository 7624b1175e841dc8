package vn.motcua.deadline;

/** What the arrival of requested papers does to the clock (design section 4). */
public enum AfterSupplement {
    /** The arrival is treated as a receipt and the whole limit begins anew, as the law says. */
    RESTART,
    /** The time waited is added to the limit, as most offices' software does. */
    PAUSE
}
