package vn.motcua.problem;

/**
 * What a refusal is and says, in both languages, with {@code %s} where the particulars go, in the same order.
 *
 * @param kind how it was refused
 */
public record Wording(ProblemKind kind, String vietnamese, String english) {}
