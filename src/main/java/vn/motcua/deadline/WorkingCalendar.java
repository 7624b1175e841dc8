package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The hours an office keeps, in its zone: weekly shifts with validity dates, days off and make-up days (design
 * section 4, Calendars). Compiled once for the years 1990 to 2130, then immutable; times outside them are refused
 * with {@link DeadlineOutOfRange}. A shift lasts as long as it really lasts, daylight saving included.
 */
public final class WorkingCalendar {

    /** The first instant a deadline may be asked for. */
    public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** The last instant a deadline may be asked for or fall on. */
    public static final Instant LATEST = Instant.parse("2130-12-31T23:59:59Z");

    private static final LocalDate FIRST_DATE = LocalDate.of(1989, 12, 31);
    private static final LocalDate LAST_DATE = LocalDate.of(2131, 1, 1);

    private final ZoneId zone;
    private final WeeklyPattern pattern;
    private final Optional<LocalDate> knownUntil;
    private final Timetable timetable;

    private WorkingCalendar(ZoneId zone, WeeklyPattern pattern, Optional<LocalDate> knownUntil) {
        this.zone = zone;
        this.pattern = pattern;
        this.knownUntil = knownUntil;
        var builder = new TimetableBuilder(zone);
        FIRST_DATE.datesUntil(LAST_DATE.plusDays(1)).forEach(date -> builder.add(date, pattern.shiftsOn(date)));
        this.timetable = builder.build();
    }

    /**
     * @param weeks at least one; dates before the first week's validity use the first week
     * @param knownUntil the last date whose days off are settled; dates after it are provisional
     * @throws IllegalArgumentException if nothing is ever worked, or a date or validity date is given twice
     */
    public static WorkingCalendar of(
            ZoneId zone, List<Week> weeks, Collection<ExceptionalDay> days, Optional<LocalDate> knownUntil) {
        return new WorkingCalendar(zone, new WeeklyPattern(weeks, days), knownUntil);
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(covered(moment), zone);
    }

    public boolean isWorkingDay(LocalDate date) {
        return timetable.isWorkingDay(covered(date));
    }

    public Optional<ExceptionalDay> exceptionOn(LocalDate date) {
        return pattern.exceptionOn(date);
    }

    /** The moment itself inside a shift, else the next opening; a closing time is no longer inside. */
    public Instant openingAtOrAfter(Instant moment) {
        return timetable.openingAtOrAfter(covered(moment)).at();
    }

    /** When a date closes; a date without shifts closes with the next working day. */
    public Instant closeOf(LocalDate date) {
        return close(date).at();
    }

    Due close(LocalDate date) {
        return timetable.closeOf(covered(date));
    }

    /**
     * When the clock starts for something received: at once inside a shift, else at the next opening; at or after
     * the cut-off of a working day, at the next working day's opening.
     */
    public Instant effectiveStart(Instant received, Optional<CutOff> cutOff) {
        var date = dateOf(received);
        var late = isWorkingDay(date)
                && cutOff.filter(limit -> !received.isBefore(cutOffOn(date, limit)))
                        .isPresent();
        return late ? timetable.openingAfter(date).at() : openingAtOrAfter(received);
    }

    private Instant cutOffOn(LocalDate date, CutOff cutOff) {
        return cutOff.at() != null ? momentOf(date, cutOff.at()) : closeOf(date).minus(cutOff.beforeClose());
    }

    /** Whether days off after the calendar's known end may still change this date. */
    public boolean isProvisional(LocalDate date) {
        return knownUntil.filter(date::isAfter).isPresent();
    }

    Timetable timetable() {
        return timetable;
    }

    Instant momentOf(LocalDate date, LocalTime time) {
        return Instant.ofEpochSecond(TimetableBuilder.second(zone, date.atTime(time)), time.getNano());
    }

    Instant beginOf(LocalDate date) {
        return momentOf(date, LocalTime.MIDNIGHT);
    }

    static Instant covered(Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new DeadlineOutOfRange(moment);
        }
        return moment;
    }

    private static LocalDate covered(LocalDate date) {
        if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
            throw new DeadlineOutOfRange(date);
        }
        return date;
    }
}
