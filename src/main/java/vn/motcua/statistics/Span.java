package vn.motcua.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A time cut into sub-periods of whole days, as counters can answer for it.
 *
 * @param firsts the first day of each sub-period
 * @param nexts the day after each
 * @param today the day that is not over
 */
record Span(List<LocalDate> firsts, List<LocalDate> nexts, LocalDate today) {

    /** Nothing is counted on earlier days; see {@link vn.motcua.http.Dates}. */
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    /** None where a sub-period does not begin and end with a day, or its cohort is not kept. */
    static Optional<Span> of(List<SubPeriod> parts, Instant now, ZoneId zone) {
        var firsts = days(parts.stream().map(SubPeriod::from), zone);
        var nexts = days(parts.stream().map(SubPeriod::to), zone);
        if (firsts.size() < parts.size()
                || nexts.size() < parts.size()
                || firsts.get(0).isBefore(BEGINNING)) {
            return Optional.empty();
        }
        var span = new Span(firsts, nexts, LocalDate.ofInstant(now, zone));
        return span.knowsEveryCohort() ? Optional.of(span) : Optional.empty();
    }

    private static List<LocalDate> days(Stream<Instant> moments, ZoneId zone) {
        return moments.map(moment -> moment.atZone(zone))
                .filter(local -> local.toLocalTime().equals(LocalTime.MIDNIGHT))
                .map(local -> local.toLocalDate())
                .collect(Collectors.toList());
    }

    private boolean knowsEveryCohort() {
        for (var part = 0; part < firsts.size(); part++) {
            if (cohort(part) == null) {
                return false;
            }
        }
        return true;
    }

    /** From what the cohort of a sub-period, by index, is added up; null where that is not counted. */
    Cohort cohort(int part) {
        if (nexts.get(part).isAfter(today)) {
            return Cohort.SO_FAR;
        }
        if (nexts.get(part).equals(firsts.get(part).plusDays(1))) {
            return Cohort.SAME_DAY;
        }
        return Cells.beginHalf(firsts.get(part)) && Cells.beginHalf(nexts.get(part)) ? Cohort.PAIRS : null;
    }

    /** What has to be read, each with the sub-period it belongs to. */
    List<Cells> cells() {
        var cells = new ArrayList<>(upToNow(BEGINNING, firsts.get(0), 0));
        for (var part = 0; part < firsts.size(); part++) {
            cells.addAll(upToNow(firsts.get(part), nexts.get(part), part + 1));
            if (cohort(part) == Cohort.PAIRS) {
                cells.add(Cells.pairs(firsts.get(part), nexts.get(part), part + 1));
            }
        }
        return cells;
    }

    private List<Cells> upToNow(LocalDate from, LocalDate next, int part) {
        var cells = Cells.cover(from, next.isBefore(today) ? next : today, part);
        if (!from.isAfter(today) && next.isAfter(today)) {
            cells.add(Cells.today(today, part));
        }
        return cells;
    }

    /** The day after the last that is read. */
    LocalDate end() {
        var last = nexts.get(nexts.size() - 1);
        return last.isAfter(today) ? today.plusDays(1) : last;
    }

    /** The first day of each, after the first of the time before them all. */
    List<LocalDate> starts() {
        return Stream.concat(Stream.of(BEGINNING), firsts.stream()).toList();
    }

    /** Ordinal of the sub-period that is not over; 0 for the time before them all, -1 when all are over. */
    int partOfToday() {
        var begun = (int) firsts.stream().filter(first -> !first.isAfter(today)).count();
        return begun == firsts.size() && !nexts.get(begun - 1).isAfter(today) ? -1 : begun;
    }

    /** Those received and finished in a sub-period. */
    enum Cohort {
        /** It is not over: all that is finished by now. */
        SO_FAR,
        SAME_DAY,
        PAIRS
    }
}
