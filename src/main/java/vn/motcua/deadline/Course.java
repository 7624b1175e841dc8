package vn.motcua.deadline;

import java.time.Instant;
import java.util.Optional;

/**
 * The course of a promise: walks through what happened to a dossier, in order, and knows what was promised at each
 * moment, and whether a promise had ended before something moved it (design section 4, Missed is missed).
 */
final class Course {

    private final Facts facts;
    private final Ruler ruler;
    private Instant start;
    private Optional<Position> limitEnd;
    private boolean restarted;
    private Optional<Named> named;
    private Optional<Named> notYetNamed;
    private Position added = Position.ZERO;
    private Optional<Due> floor = Optional.empty();
    private Optional<Due> promise;
    private Missed missed;

    /** @param missed under the rules that held before */
    Course(Facts facts, Missed missed) {
        this.facts = facts;
        this.missed = missed;
        this.ruler = Ruler.of(facts.running(), facts.terms().limit());
        startAfter(facts.receivedAt());
        this.named = facts.namedAtReceipt();
        this.notYetNamed = facts.namedLater();
        this.promise = reckoned();
    }

    void run() {
        facts.stops().forEach(this::stop);
        notYetNamed.ifPresent(this::name);
    }

    /** Goes on from a moment under other rules, as though they had held since the receipt. */
    Course changed(Change change) {
        var before = new Course(facts.until(change.at()), missed);
        before.run();
        if (before.facts.openStop().isEmpty()) {
            before.judge(change.at());
        }
        return new Course(facts.under(change), before.missed.since(change.at()));
    }

    private void startAfter(Instant received) {
        start = facts.intake().effectiveStart(received, facts.terms().cutOff());
        limitEnd = facts.terms().limit().map(limit -> ruler.end(start, limit));
    }

    private void stop(Stop stop) {
        notYetNamed.filter(date -> !date.namedAt().isAfter(stop.from())).ifPresent(this::name);
        judge(stop.from());
        if (restarts(stop)) {
            stop.to().ifPresent(this::restart);
        } else if (!namedDuring(stop)) {
            stop.to().ifPresent(end -> pause(stop.from(), end));
        }
    }

    /** Papers that came before the receipt restart nothing. */
    private boolean restarts(Stop stop) {
        return facts.terms().restartsAfter(stop)
                && stop.to().filter(facts.receivedAt()::isBefore).isPresent();
    }

    private void name(Named date) {
        judge(date.namedAt());
        promiseAnew(Optional.of(date));
    }

    /** A date named while the clock stands still cannot have been missed meanwhile; the rest of the stop is added. */
    private boolean namedDuring(Stop stop) {
        var during = notYetNamed.filter(
                date -> stop.to().filter(end -> !date.namedAt().isBefore(end)).isEmpty());
        during.ifPresent(date -> {
            promiseAnew(during);
            stop.to().ifPresent(end -> pause(date.namedAt(), end));
        });
        return during.isPresent();
    }

    /** The arrival is treated as a receipt: earlier stops and a date named before it drop out. */
    private void restart(Instant arrival) {
        var stillToBeNamed = notYetNamed.filter(date -> !date.namedAt().isBefore(arrival));
        startAfter(arrival);
        promiseAnew(Optional.empty());
        notYetNamed = stillToBeNamed;
        restarted = true;
    }

    private void promiseAnew(Optional<Named> date) {
        named = date;
        notYetNamed = Optional.empty();
        added = Position.ZERO;
        floor = Optional.empty();
        promise = reckoned();
    }

    /** Adds the time waited; a promise whose date had not ended is not late by the stop itself. */
    private void pause(Instant from, Instant end) {
        var counted = afterStart(from);
        if (end.isAfter(counted)) {
            added = added.plus(ruler.position(end).minus(ruler.position(counted)));
        }
        if (promise.filter(due -> !due.endedByDate(from, facts.running())).isPresent()) {
            var earliest = settled(facts.running().timetable().openingAtOrAfter(end));
            floor = Optional.of(floor.map(earliest::orLater).orElse(earliest));
        }
        promise = reckoned();
    }

    private void judge(Instant moment) {
        missed = missed.judging(moment, promise, facts.running());
    }

    /** What is promised, as far as the clock has run. */
    Optional<Due> due() {
        return promise;
    }

    private Optional<Due> reckoned() {
        return named.map(this::dueAsNamed)
                .or(() -> limitEnd.map(end -> settled(ruler.at(end.plus(added), start))))
                .map(due -> floor.map(due::orLater).orElse(due));
    }

    private Due dueAsNamed(Named date) {
        return added.isZero()
                ? new Due(date.due(), facts.running().dateOf(date.due()))
                : settled(ruler.at(end(date), date.due()));
    }

    private Due settled(Due due) {
        var settled =
                facts.terms().due() == DueMoment.END_OF_DAY ? facts.running().close(due.date()) : due;
        WorkingCalendar.covered(settled.at());
        return settled;
    }

    private Position end(Named date) {
        return ruler.position(date.due()).plus(added);
    }

    /** How far the clock still had to run when it was stopped. */
    Optional<Position> left(Instant stopped) {
        var from = named.map(Named::namedAt).filter(stopped::isBefore).orElse(stopped);
        return named.map(this::end)
                .or(() -> limitEnd.map(added::plus))
                .map(end -> end.minus(ruler.position(afterStart(from))).atLeast(Position.ZERO));
    }

    private Instant afterStart(Instant moment) {
        return moment.isBefore(start) ? start : moment;
    }

    Facts facts() {
        return facts;
    }

    Ruler ruler() {
        return ruler;
    }

    Instant start() {
        return start;
    }

    boolean restarted() {
        return restarted;
    }

    boolean runsToNamedDate() {
        return named.isPresent();
    }

    Missed missed() {
        return missed;
    }
}
