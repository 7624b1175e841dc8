package vn.motcua.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which shifts a date has: those of the week then valid, unless the date is exceptional. */
final class WeeklyPattern {

    private final NavigableMap<LocalDate, Week> weeks;
    private final Map<LocalDate, ExceptionalDay> exceptions;

    WeeklyPattern(List<Week> weeks, Collection<ExceptionalDay> days) {
        if (weeks.isEmpty()) {
            throw new IllegalArgumentException("A calendar needs at least one week of shifts");
        }
        this.weeks = new TreeMap<>(once(weeks, Week::validFrom));
        this.exceptions = once(days, ExceptionalDay::date);
    }

    private static <T> Map<LocalDate, T> once(Collection<T> values, Function<T, LocalDate> date) {
        return values.stream().collect(Collectors.toUnmodifiableMap(date, Function.identity(), (one, other) -> {
            throw new IllegalArgumentException("A calendar says two things about " + date.apply(one));
        }));
    }

    Optional<ExceptionalDay> exceptionOn(LocalDate date) {
        return Optional.ofNullable(exceptions.get(date));
    }

    List<Shift> shiftsOn(LocalDate date) {
        return exceptionOn(date).map(this::shiftsOf).orElseGet(() -> usualShifts(date));
    }

    private List<Shift> shiftsOf(ExceptionalDay day) {
        var asReplaced =
                day.kind() == ExceptionalDay.Kind.MAKE_UP && day.shifts().isEmpty();
        return asReplaced ? day.replaces().map(this::usualShifts).orElse(List.of()) : day.shifts();
    }

    private List<Shift> usualShifts(LocalDate date) {
        var week = Optional.ofNullable(weeks.floorEntry(date)).orElseGet(weeks::firstEntry);
        return week.getValue().shiftsOn(date.getDayOfWeek());
    }
}
