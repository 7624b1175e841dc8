package vn.motcua.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What figures can be told apart by: a property of the dossier, or sub-periods of the time asked for. */
enum Grouping {
    UNIT,
    FIELD,
    PROCEDURE,
    CHANNEL,
    DAY,
    MONTH,
    QUARTER,
    YEAR;

    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final int MONTHS_OF_A_YEAR = 12;

    static Optional<Grouping> named(String name) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.parameterName().equals(name))
                .findFirst();
    }

    /** The name in {@code groupBy} and in the keys of the answer. */
    String parameterName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isTime() {
        return compareTo(DAY) >= 0;
    }

    /** SQL for the key of a dossier. */
    String key(UnitRole unitRole, UnitView units) {
        return switch (this) {
            case UNIT -> units.key(unitRole);
            case FIELD -> "d.field";
            case PROCEDURE -> "d.procedure_code";
            case CHANNEL -> "d.channel";
            case DAY, MONTH, QUARTER, YEAR -> throw new IllegalStateException("a dossier has no " + this);
        };
    }

    /** The whole day, month, quarter or year around a date. */
    Span around(LocalDate date, PeriodKind kind) {
        var month = kind.monthOf(date);
        return switch (this) {
            case DAY -> new Span(date.toString(), date, date.plusDays(1));
            case MONTH -> months(month.toString(), month, 1, kind);
            case QUARTER -> quarter(month, kind);
            case YEAR -> months(Integer.toString(month.getYear()), month.withMonth(1), MONTHS_OF_A_YEAR, kind);
            case UNIT, FIELD, PROCEDURE, CHANNEL -> throw new IllegalStateException(this + " is no time");
        };
    }

    private static Span quarter(YearMonth month, PeriodKind kind) {
        var before = (month.getMonthValue() - 1) / MONTHS_OF_A_QUARTER;
        var first = month.withMonth(before * MONTHS_OF_A_QUARTER + 1);
        return months(month.getYear() + "-Q" + (before + 1), first, MONTHS_OF_A_QUARTER, kind);
    }

    private static Span months(String name, YearMonth first, int count, PeriodKind kind) {
        return new Span(name, kind.firstDayOf(first), kind.firstDayOf(first.plusMonths(count)));
    }

    /** A whole period of the calendar: its name, its first day and the first day of the next. */
    record Span(String name, LocalDate first, LocalDate next) {}
}
