package vn.motcua.problem;

import java.util.Locale;

/**
 * One way a request can be refused. Implemented by an enum in each capability; the constant's name, in lower case with
 * hyphens, is the stable code integrators switch on.
 */
public interface ProblemType {

    String name();

    ProblemKind kind();

    /** The sentence in Vietnamese, with {@code %s} where the particulars go. */
    String vietnamese();

    /** The sentence in English, with the same particulars in the same order. */
    String english();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default Problem because(Object... particulars) {
        return new Problem(this, particulars);
    }
}
