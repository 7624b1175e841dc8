package vn.motcua.problem;

/** How a request was refused, free of transport. HTTP knows one status for each. */
public enum ProblemKind {
    /** The request itself is malformed or breaks a rule of form. */
    INVALID,
    /** The caller is not known. */
    UNKNOWN_CALLER,
    /** The caller may not do this. */
    FORBIDDEN,
    /** There is no such thing, or none the caller may see. */
    ABSENT,
    /** The state of things does not allow it. */
    CONFLICT,
    /** The caller saw an older version. */
    STALE,
    /** A key was used again for something else. */
    REUSED,
    /** The caller must say which version it saw. */
    PRECONDITION_MISSING,
    /** The caller asks too often; later it may ask again. */
    TOO_OFTEN,
    /** A dependency is away; try again. */
    UNAVAILABLE
}
