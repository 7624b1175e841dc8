package vn.motcua.deadline;

/** Whether a finish is judged against the due date or against the due moment (design section 4, Verdict). */
public enum Basis {
    DATE,
    MOMENT
}
