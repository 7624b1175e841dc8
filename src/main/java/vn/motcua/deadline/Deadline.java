package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a dossier's result is due: derived from the facts each time, never patched (design section 4). The first
 * promise is moved by nothing; a promise that ended while the clock ran stays the one judged.
 */
public final class Deadline {

    private final Course course;
    private final Optional<Due> first;
    private final Optional<Due> promise;

    private Deadline(Course begun, List<Change> changes) {
        first = begun.due();
        course = under(begun, changes);
        course.run();
        promise = course.due();
    }

    private static Course under(Course begun, List<Change> changes) {
        var course = begun;
        for (var change : changes) {
            course = course.changed(change);
        }
        return course;
    }

    /** @throws DeadlineOutOfRange if a due date would fall outside the years calendars cover */
    public static Deadline of(Facts facts) {
        return of(facts, List.of());
    }

    /**
     * The same where other rules came to hold later.
     *
     * @param facts under the rules at receipt
     * @param changes in the order of time
     */
    public static Deadline of(Facts facts, List<Change> changes) {
        return new Deadline(new Course(facts, Missed.NOTHING), changes);
    }

    /** When the clock last started: after receipt, or after the arrival that restarted the limit. */
    public Instant startsAt() {
        return course.start();
    }

    public Optional<Instant> firstDueAt() {
        return first.map(Due::at);
    }

    public Optional<LocalDate> firstDueDate() {
        return first.map(Due::date);
    }

    /** The moment promised; empty while a stop is open. */
    public Optional<Instant> dueAt() {
        return due().map(Due::at);
    }

    /** The date promised, in the running calendar's zone; empty while a stop is open. */
    public Optional<LocalDate> dueDate() {
        return due().map(Due::date);
    }

    private Optional<Due> due() {
        return promise.filter(due -> openStop().isEmpty());
    }

    /** Whether anything is promised: there is a limit or a named date. */
    public boolean promised() {
        return promise.isPresent();
    }

    /** The due date that had ended when a stop, a restart or a new date moved the promise; it stays judged. */
    public Optional<LocalDate> missedDate() {
        return course.missed().byDate().map(Due::date);
    }

    /** The same by the moment: what a stop on the due date itself, but after the due moment, does not heal. */
    public Optional<Instant> missedMoment() {
        return course.missed().byMoment().map(Due::at);
    }

    public Optional<Stop> openStop() {
        return course.facts().openStop();
    }

    /**
     * What is left while a stop is open: the whole limit where the arrival of papers will restart it, else in the
     * limit's unit (months in calendar days, a named date without limit in working hours).
     */
    public Optional<Remaining> remaining() {
        return openStop().flatMap(stop -> {
            var terms = course.facts().terms();
            return terms.restartsAfter(stop)
                    ? terms.limit().map(limit -> new Remaining(limit.value(), limit.unit()))
                    : course.left(stop.from())
                            .map(left -> new Remaining(TimeLimit.plain(left.decimal()), terms.countedIn()));
        });
    }

    /** Whether the date promised lies beyond the running calendar's known end. */
    public boolean provisional() {
        return dueDate()
                .or(this::firstDueDate)
                .filter(course.facts().running()::isProvisional)
                .isPresent();
    }

    /**
     * How a finish did against a promise; the missed promise is judged in place of the current one.
     *
     * @throws IllegalStateException while a stop is open, for nothing is finished then
     */
    public Verdict verdict(Instant finishedAt, Basis basis, PromiseKind kind) {
        if (openStop().isPresent()) {
            throw new IllegalStateException("A dossier is not finished while its clock stands still");
        }
        return judged(basis, kind).map(due -> verdict(finishedAt, basis, due)).orElse(Verdict.NO_DEADLINE);
    }

    private Verdict verdict(Instant finishedAt, Basis basis, Due due) {
        if (isPast(due, finishedAt, basis)) {
            return Verdict.LATE;
        }
        return dateOf(finishedAt).isBefore(due.date()) ? Verdict.EARLY : Verdict.ON_TIME;
    }

    /**
     * Whether an unfinished dossier is overdue: its promise was missed before something moved it, or is past while
     * the clock runs (design section 4, Promise ledger).
     */
    public boolean overdue(Instant now, Basis basis, PromiseKind kind) {
        var ranUntil = openStop().map(Stop::from).filter(now::isAfter).orElse(now);
        return judged(basis, kind).filter(due -> isPast(due, ranUntil, basis)).isPresent();
    }

    private Optional<Due> judged(Basis basis, PromiseKind kind) {
        if (kind == PromiseKind.FIRST) {
            return first;
        }
        return (basis == Basis.DATE ? course.missed().byDate() : course.missed().byMoment()).or(() -> promise);
    }

    private boolean isPast(Due due, Instant moment, Basis basis) {
        return basis == Basis.DATE ? due.endedByDate(moment, course.facts().running()) : moment.isAfter(due.at());
    }

    private LocalDate dateOf(Instant moment) {
        return course.facts().running().dateOf(moment);
    }

    /**
     * Each date from receipt to the due date, or to the beginning of an open stop: how much of it counted and why
     * not all of it. The counted shares add up to the limit. Empty where nothing is promised.
     */
    public List<ReckonedDay> reckoning() {
        return promise.map(due -> new Reckoning(course, due).days()).orElse(List.of());
    }
}
