package vn.motcua.statistics;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** One count that a rate adds up, under its name in the answer. */
enum Term {
    EARLY("resolved.early", counts -> counts.resolved().early()),
    ON_TIME("resolved.onTime", counts -> counts.resolved().onTime()),
    LATE("resolved.late", counts -> counts.resolved().late()),
    WITHIN_DEADLINE("pending.withinDeadline", counts -> counts.pending().withinDeadline()),
    STOPPED("pending.stopped", counts -> counts.pending().stopped()),
    OVERDUE("pending.overdue", counts -> counts.pending().overdue()),
    COHORT_EARLY("cohort.early", counts -> counts.cohort().early()),
    COHORT_ON_TIME("cohort.onTime", counts -> counts.cohort().onTime()),
    RECEIVED_TOTAL("received.total", counts -> counts.received().total());

    private final String path;
    private final ToLongFunction<Counts> count;

    Term(String path, ToLongFunction<Counts> count) {
        this.path = path;
        this.count = count;
    }

    static long sum(List<Term> terms, Counts counts) {
        return terms.stream().mapToLong(term -> term.count.applyAsLong(counts)).sum();
    }

    static String formula(List<Term> terms) {
        var sum = terms.stream().map(term -> term.path).collect(Collectors.joining(" + "));
        return terms.size() == 1 ? sum : "(" + sum + ")";
    }
}
