package vn.motcua.deadline;

/** Which promise is judged: the one in force, or the one given at receipt that nothing moves. */
public enum PromiseKind {
    CURRENT,
    FIRST
}
