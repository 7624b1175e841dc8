package vn.motcua.statistics;

import static vn.motcua.statistics.Measure.ACCEPTED;
import static vn.motcua.statistics.Measure.EARLY;
import static vn.motcua.statistics.Measure.INTAKE_MISSED;
import static vn.motcua.statistics.Measure.INTAKE_REFUSED;
import static vn.motcua.statistics.Measure.INTAKE_WITHDRAWN;
import static vn.motcua.statistics.Measure.LATE;
import static vn.motcua.statistics.Measure.MISSED;
import static vn.motcua.statistics.Measure.NO_DEADLINE;
import static vn.motcua.statistics.Measure.ON_TIME;
import static vn.motcua.statistics.Measure.OPEN_WITHOUT_DEADLINE;
import static vn.motcua.statistics.Measure.OVERDUE;
import static vn.motcua.statistics.Measure.RECEIVED_COUNTER;
import static vn.motcua.statistics.Measure.RECEIVED_ONLINE;
import static vn.motcua.statistics.Measure.RECEIVED_POSTAL;
import static vn.motcua.statistics.Measure.REFUSED;
import static vn.motcua.statistics.Measure.STOPPED;
import static vn.motcua.statistics.Measure.SUBMITTED;
import static vn.motcua.statistics.Measure.WAITING_LATE;
import static vn.motcua.statistics.Measure.WITHDRAWN;
import static vn.motcua.statistics.Measure.WITHIN_DEADLINE;

import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The counters of one key, added up from sub-period to sub-period. */
final class RunningCounts {

    private final Span span;
    private final Map<Integer, Tuple> rows;
    private final long[] before = new long[Measure.values().length];
    private final long[] after = new long[Measure.values().length];

    /** @param rows sums of measures by ordinal of the sub-period */
    RunningCounts(Span span, List<Tuple> rows) {
        this.span = span;
        this.rows = rows.stream()
                .collect(Collectors.toMap(row -> number(row, "part").intValue(), Function.identity()));
    }

    /** Each sub-period, by index, in which there is something to tell. */
    void tallies(BiConsumer<Integer, Tally> told) {
        goOn(0);
        for (var part = 0; part < span.firsts().size(); part++) {
            goOn(part + 1);
            var counts = counts(part);
            if (counts.values().stream().anyMatch(count -> count != 0)) {
                told.accept(part, Tally.of(counts::get));
            }
        }
    }

    private void goOn(int ordinal) {
        System.arraycopy(after, 0, before, 0, after.length);
        var row = rows.get(ordinal);
        if (row != null) {
            for (var measure : Measure.values()) {
                after[measure.ordinal()] += number(row, measure.column());
            }
        }
    }

    private Map<String, Long> counts(int part) {
        var counts = new HashMap<String, Long>();
        for (var measure : Measure.values()) {
            counts.put(measure.column(), after[measure.ordinal()] - before[measure.ordinal()]);
        }
        received(counts);
        pending(counts);
        cohort(counts, part);
        intake(counts);
        return counts;
    }

    private void received(Map<String, Long> counts) {
        for (var way : List.of("counter", "online", "postal")) {
            counts.put(way, counts.get("received_" + way));
        }
        for (var judged : List.of("", "first_", "moment_")) {
            counts.put(judged + "without_deadline", counts.get(judged + "no_deadline"));
        }
        counts.put(
                "carried_over",
                sum(before, RECEIVED_COUNTER, RECEIVED_ONLINE, RECEIVED_POSTAL)
                        - sum(before, EARLY, ON_TIME, LATE, NO_DEADLINE, WITHDRAWN, REFUSED));
    }

    private void pending(Map<String, Long> counts) {
        counts.put("within_deadline", sum(after, WITHIN_DEADLINE) - sum(after, MISSED));
        counts.put("overdue", sum(after, OVERDUE, MISSED));
        counts.put("stopped", sum(after, STOPPED));
        counts.put("open_without_deadline", sum(after, OPEN_WITHOUT_DEADLINE));
    }

    private void cohort(Map<String, Long> counts, int part) {
        for (var verdict : List.of("early", "on_time")) {
            var cohort = "cohort_" + verdict;
            switch (span.cohort(part)) {
                case SO_FAR -> {}
                case SAME_DAY -> counts.put(cohort, counts.get("same_day_" + verdict));
                case PAIRS -> {
                    var row = rows.get(part + 1);
                    counts.put(cohort, row == null ? 0 : number(row, "pair_" + verdict));
                }
            }
        }
    }

    private void intake(Map<String, Long> counts) {
        counts.put("waiting_before", waiting(before));
        counts.put("waiting", waiting(after));
        counts.put("waiting_late", sum(after, WAITING_LATE, INTAKE_MISSED));
    }

    private static long waiting(long[] sums) {
        return sum(sums, SUBMITTED) - sum(sums, ACCEPTED, INTAKE_REFUSED, INTAKE_WITHDRAWN);
    }

    private static long sum(long[] sums, Measure... measures) {
        var sum = 0L;
        for (var measure : measures) {
            sum += sums[measure.ordinal()];
        }
        return sum;
    }

    private static Long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
