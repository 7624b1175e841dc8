package vn.motcua.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A refused request: which rule refused it, with the particulars its sentence needs. */
public class Problem extends RuntimeException {

    private final ProblemType type;
    private final transient Object[] particulars;
    private final transient List<Flaw> flaws;
    private final transient List<String> legalSteps;
    private final transient Optional<Duration> tryAgainAfter;

    Problem(ProblemType type, Object... particulars) {
        this(type, List.of(), List.of(), Optional.empty(), particulars);
    }

    private Problem(
            ProblemType type,
            List<Flaw> flaws,
            List<String> legalSteps,
            Optional<Duration> tryAgainAfter,
            Object... particulars) {
        super(type.code(), null, false, false);
        this.type = type;
        this.flaws = flaws;
        this.legalSteps = legalSteps;
        this.tryAgainAfter = tryAgainAfter;
        this.particulars = particulars;
    }

    /** The same refusal, pointing at the places of the request that are wrong. */
    public Problem at(List<Flaw> places) {
        return new Problem(type, places, legalSteps, tryAgainAfter, particulars);
    }

    /** The same refusal, naming the steps that would be allowed instead. */
    public Problem allowing(List<String> steps) {
        return new Problem(type, flaws, steps, tryAgainAfter, particulars);
    }

    /** The same refusal, telling after how long it may be tried again. */
    public Problem until(Duration wait) {
        return new Problem(type, flaws, legalSteps, Optional.of(wait), particulars);
    }

    public ProblemType type() {
        return type;
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    public List<String> legalSteps() {
        return legalSteps;
    }

    /** After how long it may be tried again, where that is known. */
    public Optional<Duration> tryAgainAfter() {
        return tryAgainAfter;
    }

    public String vietnamese() {
        return type.vietnamese().formatted(particulars);
    }

    public String english() {
        return type.english().formatted(particulars);
    }

    /**
     * One wrong place in a request.
     *
     * @param pointer RFC 6901 pointer into the body, or the name of a parameter or header
     * @param code stable code of what is wrong, as {@code required}
     * @param vietnamese what is wrong, for a person
     * @param english the same in English
     */
    public record Flaw(String pointer, String code, String vietnamese, String english) {}
}
