package vn.motcua.deadline;

/** Why the clock stands still. Only a supplement can restart the limit; the others always pause it. */
public enum StopKind {
    SUPPLEMENT,
    PAYMENT,
    SUSPENSION
}
