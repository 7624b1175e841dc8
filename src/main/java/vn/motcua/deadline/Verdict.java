package vn.motcua.deadline;

/** How a finished dossier did against its promise; without a promise it is never counted on time. */
public enum Verdict {
    EARLY,
    ON_TIME,
    LATE,
    NO_DEADLINE
}
