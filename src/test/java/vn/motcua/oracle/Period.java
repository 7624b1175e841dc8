package vn.motcua.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Half-open, with the part of a group's key that says which one it is. */
record Period(Instant from, Instant to, Map<String, String> key) {

    static final List<String> KINDS = List.of("day", "month", "quarter", "year");

    /** Statutory months end on the 14th; from the 15th on it is the next month. */
    static String key(String kind, LocalDate date, String calendar) {
        if (kind.equals("day")) {
            return date.toString();
        }
        var month = calendar.equals("STATUTORY") && date.getDayOfMonth() >= 15
                ? date.withDayOfMonth(1).plusMonths(1)
                : date.withDayOfMonth(1);
        return switch (kind) {
            case "month" -> month.toString().substring(0, 7);
            case "quarter" -> month.getYear() + "-Q" + ((month.getMonthValue() + 2) / 3);
            default -> String.valueOf(month.getYear());
        };
    }

    boolean contains(Instant moment) {
        return moment != null && !moment.isBefore(from) && moment.isBefore(to);
    }

    boolean beginsAfter(Instant moment) {
        return moment != null && moment.isBefore(from);
    }
}
