package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Measures time the way a limit counts it: from moments to exact positions and back (design section 4). */
interface Ruler {

    Position position(Instant moment);

    /** The position at which a limit begun at {@code start} is used up. */
    default Position end(Instant start, TimeLimit limit) {
        return position(start).plus(limit.length());
    }

    /** The moment at a position; rulers that count dates take the time of day from {@code like}. */
    Due at(Position position, Instant like);

    /** The ruler of a limit; a date named without any is measured in working hours. */
    static Ruler of(WorkingCalendar calendar, Optional<TimeLimit> limit) {
        return switch (limit.map(TimeLimit::unit).orElse(LimitUnit.WORKING_HOUR)) {
            case WORKING_DAY ->
                new WorkingDays(
                        calendar.timetable(),
                        limit.filter(TimeLimit::inWholeWorkingDays).isPresent());
            case WORKING_HOUR -> new WorkingHours(calendar.timetable());
            case CLOCK_HOUR -> new ClockHours(calendar);
            case CALENDAR_DAY, MONTH -> new CalendarDates(calendar);
        };
    }

    /** A limit in whole days ends at the far side of a gap, one in parts of a day at its near side. */
    record WorkingDays(Timetable timetable, boolean farSide) implements Ruler {

        @Override
        public Position position(Instant moment) {
            return timetable.daysUntil(moment);
        }

        @Override
        public Due at(Position position, Instant like) {
            return timetable.afterDays(position, farSide);
        }
    }

    record WorkingHours(Timetable timetable) implements Ruler {

        @Override
        public Position position(Instant moment) {
            return hours(timetable.workedUntil(moment));
        }

        @Override
        public Due at(Position position, Instant like) {
            return timetable.afterWork(nanos(position), false);
        }
    }

    record ClockHours(WorkingCalendar calendar) implements Ruler {

        private static final long EPOCH = WorkingCalendar.EARLIEST.getEpochSecond();

        @Override
        public Position position(Instant moment) {
            return hours((moment.getEpochSecond() - EPOCH) * Timetable.SECOND + moment.getNano());
        }

        @Override
        public Due at(Position position, Instant like) {
            var at = WorkingCalendar.EARLIEST.plusNanos(nanos(position));
            return new Due(at, calendar.dateOf(at));
        }
    }

    /** Counts dates; only the last one is rolled to a working day, at the time of day of the start. */
    record CalendarDates(WorkingCalendar calendar) implements Ruler {

        @Override
        public Position position(Instant moment) {
            return Position.whole(calendar.dateOf(moment).toEpochDay());
        }

        @Override
        public Position end(Instant start, TimeLimit limit) {
            var date = calendar.dateOf(start);
            long count = limit.value().longValueExact();
            var end = limit.unit() == LimitUnit.MONTH ? date.plusMonths(count) : date.plusDays(count);
            return Position.whole(end.toEpochDay());
        }

        @Override
        public Due at(Position position, Instant like) {
            var close = calendar.close(LocalDate.ofEpochDay(position.floor()));
            var sameTime =
                    calendar.momentOf(close.date(), like.atZone(calendar.zone()).toLocalTime());
            return sameTime.isBefore(close.at()) ? calendar.timetable().openingAtOrAfter(sameTime) : close;
        }
    }

    long HOUR = 3600 * Timetable.SECOND;

    private static Position hours(long nanos) {
        return Position.of(nanos / HOUR, nanos % HOUR, HOUR);
    }

    private static long nanos(Position hours) {
        return Math.addExact(Math.multiplyExact(hours.floor(), HOUR), hours.shareOf(HOUR));
    }
}
