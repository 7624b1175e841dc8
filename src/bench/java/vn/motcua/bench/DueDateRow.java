package vn.motcua.bench;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** One due date, by JMH in a Java of its own. */
final class DueDateRow {

    private static final double MOST_NANOS = 2000;
    /** What the compiler happens to spare differs from one limit to the next by some hundred bytes. */
    private static final double SAME_BYTES = 1.3;

    private final Ledger ledger;

    DueDateRow(Ledger ledger) {
        this.ledger = ledger;
    }

    void measure() throws Exception {
        System.setProperty("jmh.ignoreLock", "true");
        var results = new Runner(new OptionsBuilder()
                        .include(DueDateBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        var slowest = results.stream().mapToDouble(DueDateRow::nanos).max().orElseThrow();
        var growth = bytes(results, "250") / bytes(results, "5");
        ledger.row(
                "one due date, two stops, limits of 5 to 250",
                "< 2 µs; no more allocated for a longer limit",
                "slowest of nine %.2f µs".formatted(slowest / 1e3),
                "bytes %.2f".formatted(growth),
                slowest < MOST_NANOS && growth < SAME_BYTES);
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    /** For one limit, on average over its units. */
    private static double bytes(Collection<RunResult> results, String limit) {
        return results.stream()
                .filter(result -> result.getParams().getParam("limit").equals(limit))
                .mapToDouble(result ->
                        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore())
                .average()
                .orElseThrow();
    }
}
