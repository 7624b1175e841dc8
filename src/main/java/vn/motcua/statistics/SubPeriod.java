package vn.motcua.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.http.Flaws;

/** A part of the time asked for, answered as if asked alone. */
record SubPeriod(String name, Instant from, Instant to) {

    static final int MOST = 400;

    /** The days, months, quarters or years between two moments; the first and the last may be cut short. */
    static List<SubPeriod> between(Instant from, Instant to, Grouping grouping, PeriodKind kind, ZoneId zone) {
        var parts = new ArrayList<SubPeriod>();
        for (var start = from; start.isBefore(to); ) {
            refuseTooMany(parts);
            var span = grouping.around(LocalDate.ofInstant(start, zone), kind);
            var next = earlier(span.next().atStartOfDay(zone).toInstant(), to);
            parts.add(new SubPeriod(span.name(), start, next));
            start = next;
        }
        return parts;
    }

    private static void refuseTooMany(List<SubPeriod> parts) {
        if (parts.size() == MOST) {
            throw Flaws.at(
                    "groupBy",
                    "too-many-periods",
                    "Khoảng thời gian này có hơn %s kỳ, hãy chọn khoảng ngắn hơn hoặc kỳ dài hơn".formatted(MOST),
                    "There are more than %s periods in this time, ask for less time or longer periods".formatted(MOST));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
