package vn.motcua.statistics;

import java.time.LocalDate;
import java.time.YearMonth;

/** A way of cutting the calendar into months; a month is named after the one its last day falls in. */
record PeriodKind(String name, int firstDay) {

    static final String CALENDAR = "CALENDAR";

    /** The month, of this kind, that a date belongs to. */
    YearMonth monthOf(LocalDate date) {
        var month = YearMonth.from(date);
        return beginsTheMonthBefore() && date.getDayOfMonth() >= firstDay ? month.plusMonths(1) : month;
    }

    LocalDate firstDayOf(YearMonth month) {
        return (beginsTheMonthBefore() ? month.minusMonths(1) : month).atDay(firstDay);
    }

    private boolean beginsTheMonthBefore() {
        return firstDay > 1;
    }
}
