package vn.motcua.problem;

import java.util.Locale;

/**
 * One way a request can be refused. Implemented by an enum in each capability; the constant's name, in lower case with
 * hyphens, is the stable code integrators switch on.
 */
public interface ProblemType {

    String name();

    Wording wording();

    default ProblemKind kind() {
        return wording().kind();
    }

    /** The sentence in Vietnamese. */
    default String vietnamese() {
        return wording().vietnamese();
    }

    /** The sentence in English. */
    default String english() {
        return wording().english();
    }

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default Problem because(Object... particulars) {
        return new Problem(this, particulars);
    }
}
