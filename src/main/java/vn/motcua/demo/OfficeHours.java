package vn.motcua.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.motcua.deadline.AfterSupplement;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.DueMoment;
import vn.motcua.deadline.Facts;
import vn.motcua.deadline.LimitUnit;
import vn.motcua.deadline.Terms;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.WorkingCalendar;

/** When people come to an office, and when somebody there gets round to something. */
final class OfficeHours {

    private static final int FIRST_HOUR_ONLINE = 6;
    private static final Duration A_NIGHT = Duration.ofHours(8);
    private static final Duration A_MOMENT = Duration.ofMinutes(5);

    private final WorkingCalendar calendar;
    private final Instant end;

    /** @param end the last moment somebody can have come */
    OfficeHours(WorkingCalendar calendar, Instant end) {
        this.calendar = calendar;
        this.end = end;
    }

    Instant end() {
        return end;
    }

    Instant noon(LocalDate date) {
        return date.atTime(12, 0).atZone(calendar.zone()).toInstant();
    }

    /** As a desk writes it, with the offset of its zone. */
    String local(Instant moment) {
        return moment.atZone(calendar.zone())
                .truncatedTo(ChronoUnit.SECONDS)
                .toOffsetDateTime()
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    LocalDate dateOf(Instant moment) {
        return calendar.dateOf(moment);
    }

    /** So many working hours later, in quarters, and a few minutes. */
    Instant after(Instant start, double hours, Chance chance) {
        var quarters = BigDecimal.valueOf(Math.max(1, Math.round(hours * 4)));
        var limit = new TimeLimit(quarters.divide(BigDecimal.valueOf(4)), LimitUnit.WORKING_HOUR);
        var terms = new Terms(Optional.of(limit), DueMoment.SAME_TIME, Optional.empty(), AfterSupplement.PAUSE);
        var due = Deadline.of(Facts.of(calendar, terms, start)).dueAt().orElseThrow();
        return due.plusSeconds(chance.below(600));
    }

    /** Somewhere between the two, by day where it can be. */
    Instant between(Instant start, Instant due, double share, Chance chance) {
        var sometime = part(start, due, share);
        var open = calendar.openingAtOrAfter(sometime);
        var worked = open.equals(sometime) ? open : open.plusSeconds(chance.below(6000));
        return worked.isBefore(due) ? worked : sometime;
    }

    /** On the date something is due, before it is due; at once where that is past. */
    Instant onTheDayOf(Instant due, Instant now, Chance chance) {
        var opening = opening(dateOf(due));
        var earliest = opening.isAfter(now) ? opening : now.plus(A_MOMENT);
        return earliest.isBefore(due) ? part(earliest, due, chance.between(0, 1)) : earliest;
    }

    /** Somebody comes to the desk that day, or on the last working day before. */
    Instant atTheDesk(Instant day, Chance chance) {
        var date = dateOf(day);
        while (!calendar.isWorkingDay(date) || !opening(date).isBefore(end)) {
            date = date.minusDays(1);
        }
        var close = calendar.closeOf(date);
        return between(opening(date), close.isBefore(end) ? close : end, chance.between(0, 1), chance);
    }

    private Instant opening(LocalDate date) {
        return calendar.openingAtOrAfter(date.atStartOfDay(calendar.zone()).toInstant());
    }

    /** Online somebody comes on any day, but seldom at night. */
    Instant online(Instant sometime) {
        var hour = sometime.atZone(calendar.zone()).getHour();
        return hour < FIRST_HOUR_ONLINE ? sometime.minus(A_NIGHT) : sometime;
    }

    private static Instant part(Instant from, Instant to, double share) {
        var seconds = Math.max(0, Duration.between(from, to).toSeconds());
        return from.plusSeconds(Math.round(seconds * share));
    }
}
