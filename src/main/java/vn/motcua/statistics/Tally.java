package vn.motcua.statistics;

import java.util.function.ToLongFunction;

/** The counts as asked for, and the same with finished dossiers judged in the two ways rates also need. */
record Tally(Counts counts, Counts againstFirstPromise, Counts byMoment, Digitised digitised) {

    static final Tally NONE = new Tally(Counts.NONE, Counts.NONE, Counts.NONE, Digitised.NOTHING);

    /** From one row of {@link OnTimeCount}, whose columns are read by name. */
    static Tally of(ToLongFunction<String> row) {
        var counts = new Counts(
                row.applyAsLong("carried_over"),
                new Counts.Received(row.applyAsLong("counter"), row.applyAsLong("online"), row.applyAsLong("postal")),
                resolved("", row),
                row.applyAsLong("withdrawn"),
                row.applyAsLong("refused"),
                new Counts.Pending(
                        row.applyAsLong("within_deadline"),
                        row.applyAsLong("stopped"),
                        row.applyAsLong("overdue"),
                        row.applyAsLong("open_without_deadline")),
                new Counts.Cohort(row.applyAsLong("cohort_early"), row.applyAsLong("cohort_on_time")),
                row.applyAsLong("late_entries"),
                intake(row));
        return new Tally(
                counts,
                counts.judging(resolved("first_", row)),
                counts.judging(resolved("moment_", row)),
                Digitised.of(row, counts.resolved().total()));
    }

    private static Counts.Resolved resolved(String judged, ToLongFunction<String> row) {
        return new Counts.Resolved(
                row.applyAsLong(judged + "early"),
                row.applyAsLong(judged + "on_time"),
                row.applyAsLong(judged + "late"),
                row.applyAsLong(judged + "without_deadline"));
    }

    private static Counts.Intake intake(ToLongFunction<String> row) {
        return new Counts.Intake(
                row.applyAsLong("waiting_before"),
                row.applyAsLong("submitted"),
                row.applyAsLong("accepted"),
                row.applyAsLong("intake_refused"),
                row.applyAsLong("intake_withdrawn"),
                row.applyAsLong("waiting"),
                row.applyAsLong("waiting_late"));
    }
}
