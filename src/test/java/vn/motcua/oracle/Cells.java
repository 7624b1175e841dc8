package vn.motcua.oracle;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The cells of an answer, their sums that always hold, and the rates made of them (design section 7). */
final class Cells {

    static final List<String> ALL = List.of(
            "carriedOver",
            "received.total",
            "received.counter",
            "received.online",
            "received.postal",
            "resolved.total",
            "resolved.early",
            "resolved.onTime",
            "resolved.late",
            "resolved.withoutDeadline",
            "withdrawn",
            "refused",
            "pending.total",
            "pending.withinDeadline",
            "pending.stopped",
            "pending.overdue",
            "pending.withoutDeadline",
            "cohort.early",
            "cohort.onTime",
            "lateEntries",
            "intake.waitingBefore",
            "intake.submitted",
            "intake.accepted",
            "intake.refused",
            "intake.withdrawn",
            "intake.waiting",
            "intake.waitingLate");

    /** Left and right of each equation. */
    private static final Map<List<String>, List<String>> SUMS = Map.of(
            List.of("carriedOver", "received.total"),
            List.of("resolved.total", "withdrawn", "refused", "pending.total"),
            List.of("received.total"),
            List.of("received.counter", "received.online", "received.postal"),
            List.of("resolved.total"),
            List.of("resolved.early", "resolved.onTime", "resolved.late", "resolved.withoutDeadline"),
            List.of("pending.total"),
            List.of("pending.withinDeadline", "pending.stopped", "pending.overdue", "pending.withoutDeadline"),
            List.of("intake.waitingBefore", "intake.submitted"),
            List.of("intake.accepted", "intake.refused", "intake.withdrawn", "intake.waiting"));

    /** Numerator, and what the denominator has besides. */
    private static final Map<String, List<List<String>>> RATES = Map.of(
            "resolved", List.of(List.of("resolved.early", "resolved.onTime"), List.of("resolved.late")),
            "portal",
                    List.of(
                            List.of("resolved.early", "resolved.onTime", "pending.withinDeadline", "pending.stopped"),
                            List.of("resolved.late", "pending.overdue")),
            "exposed",
                    List.of(List.of("resolved.early", "resolved.onTime"), List.of("resolved.late", "pending.overdue")),
            "first-promise", List.of(List.of("first.early", "first.onTime"), List.of("first.late")),
            "moment", List.of(List.of("moment.early", "moment.onTime"), List.of("moment.late")));

    static final List<String> RATE_NAMES =
            List.of("resolved", "portal", "received", "exposed", "first-promise", "moment");

    private Cells() {}

    /** The first equation that does not hold, or null. */
    static String brokenSum(ToLongFunction<String> count) {
        for (var sum : SUMS.entrySet()) {
            long left = sum.getKey().stream().mapToLong(count).sum();
            long right = sum.getValue().stream().mapToLong(count).sum();
            if (left != right) {
                return sum.getKey() + " = " + left + ", but " + sum.getValue() + " = " + right;
            }
        }
        return null;
    }

    static long numerator(String rate, Tally tally) {
        return rate.equals("received") ? tally.sum("cohort.early", "cohort.onTime") : sum(tally, rate, 0);
    }

    static long denominator(String rate, Tally tally) {
        return rate.equals("received") ? tally.of("received.total") : sum(tally, rate, 0) + sum(tally, rate, 1);
    }

    private static long sum(Tally tally, String rate, int part) {
        return tally.sum(RATES.get(rate).get(part).toArray(String[]::new));
    }
}
