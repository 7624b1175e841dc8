package vn.motcua.deadline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains a due date, date by date (design section 4, Explained). */
final class Reckoning {

    private final Course course;
    private final WorkingCalendar calendar;
    private final Optional<TimeLimit> limit;
    private final Instant received;
    private final Instant end;
    private final LocalDate lastDate;
    private final Optional<Position> whole;
    private Position counted = Position.ZERO;

    Reckoning(Course course, Due due) {
        var facts = course.facts();
        this.course = course;
        this.calendar = facts.running();
        this.limit = facts.terms().limit();
        this.received = facts.receivedAt();
        this.end = limit.isPresent() && !course.runsToNamedDate() ? WorkingCalendar.LATEST : due.at();
        this.lastDate =
                facts.openStop().map(stop -> calendar.dateOf(stop.from())).orElse(due.date());
        this.whole = limit.map(given ->
                course.ruler().end(course.start(), given).minus(course.ruler().position(course.start())));
    }

    List<ReckonedDay> days() {
        var days = new ArrayList<ReckonedDay>();
        for (var date = calendar.dateOf(received); !date.isAfter(lastDate); date = date.plusDays(1)) {
            days.add(day(date));
        }
        return days;
    }

    private ReckonedDay day(LocalDate date) {
        var from = later(boundary(date), course.start());
        var to = earlier(boundary(date.plusDays(1)), end);
        var stopped = stopped(later(boundary(date), received), boundary(date.plusDays(1)));
        var before = counted;
        counted = atMostWhole(before.plus(measure(from, to)).minus(stopped(from, to)));
        var share = counted.decimal().subtract(before.decimal());
        var exception = calendar.exceptionOn(date);
        return new ReckonedDay(
                date,
                TimeLimit.plain(share),
                reason(date, share, stopped),
                exception.map(ExceptionalDay::name),
                exception.map(ExceptionalDay::legalBasis));
    }

    /** Units that count dates count the midnight at which a date begins, others the time until it ends. */
    private Instant boundary(LocalDate date) {
        return calendar.beginOf(countsDates() ? date.minusDays(1) : date);
    }

    private Position measure(Instant from, Instant to) {
        return from.isBefore(to)
                ? course.ruler().position(to).minus(course.ruler().position(from))
                : Position.ZERO;
    }

    private Position stopped(Instant from, Instant to) {
        var sum = Position.ZERO;
        for (var stop : course.facts().stops()) {
            sum = sum.plus(
                    measure(later(from, stop.from()), earlier(to, stop.to().orElse(to))));
        }
        return sum;
    }

    private Position atMostWhole(Position position) {
        return whole.map(position::atMost).orElse(position);
    }

    private Optional<Reason> reason(LocalDate date, BigDecimal share, Position stopped) {
        if (!stopped.isZero()) {
            return Optional.of(Reason.STOP);
        }
        return share.signum() > 0 ? whyCounted(date) : Optional.of(whyNot(date));
    }

    private Optional<Reason> whyCounted(LocalDate date) {
        return calendar.exceptionOn(date)
                .filter(day -> day.kind() == ExceptionalDay.Kind.MAKE_UP)
                .map(day -> Reason.MAKE_UP);
    }

    private Reason whyNot(LocalDate date) {
        if (!calendar.isWorkingDay(date)) {
            return calendar.exceptionOn(date).isPresent() ? Reason.DAY_OFF : Reason.WEEKLY_REST;
        }
        var startDate = calendar.dateOf(course.start());
        if (date.isBefore(startDate)) {
            return course.restarted() ? Reason.RESTARTED : Reason.BEFORE_START;
        }
        return date.isEqual(startDate) && countsDates() ? Reason.FIRST_DAY : whyNoMore();
    }

    private Reason whyNoMore() {
        if (course.runsToNamedDate()) {
            return Reason.EXTENDED;
        }
        return countsDates() ? Reason.ROLLED : Reason.USED_UP;
    }

    private boolean countsDates() {
        return limit.filter(given -> given.unit().countsDates()).isPresent();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
