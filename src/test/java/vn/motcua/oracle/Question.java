package vn.motcua.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One question as it is asked over HTTP: the query parameters by name, those left out left out. */
record Question(Map<String, String> query) {

    String get(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    String get(String name) {
        return query.get(name);
    }

    /** The same with one more parameter. */
    Question with(String name, String value) {
        var more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new Question(more);
    }

    List<String> groupBy() {
        return query.containsKey("groupBy") ? List.of(query.get("groupBy").split(",")) : List.of();
    }

    /** A date is its beginning in the zone of the unit's calendar, anything else an instant. */
    Instant moment(String name, ZoneId zone) {
        var text = query.get(name);
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                : ZonedDateTime.parse(text).toInstant();
    }

    Instant asOf(Instant now) {
        return query.containsKey("asOf") ? moment("asOf", ZoneOffset.UTC) : now;
    }

    /** The period asked about, cut at local midnights where it is to be grouped by time. */
    List<Period> periods(ZoneId zone) {
        var from = moment("from", zone);
        var to = moment("to", zone);
        var times = groupBy().stream().filter(Period.KINDS::contains).toList();
        if (times.isEmpty()) {
            return List.of(new Period(from, to, Map.of()));
        }
        var periods = new ArrayList<Period>();
        for (var date = from.atZone(zone).toLocalDate(); from.isBefore(to); date = date.plusDays(1)) {
            var midnight = date.plusDays(1).atStartOfDay(zone).toInstant();
            var end = midnight.isBefore(to) ? midnight : to;
            var day = date;
            var key = times.stream().collect(Collectors.toMap(kind -> kind, kind -> key(kind, day)));
            var last = periods.isEmpty() ? null : periods.get(periods.size() - 1);
            if (last != null && last.key().equals(key)) {
                periods.set(periods.size() - 1, new Period(last.from(), end, key));
            } else {
                periods.add(new Period(from, end, key));
            }
            from = end;
        }
        return periods;
    }

    private String key(String kind, LocalDate date) {
        return Period.key(kind, date, get("period", "CALENDAR"));
    }

    @Override
    public String toString() {
        return new TreeMap<>(query)
                .entrySet().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("&", "/v1/statistics/on-time?", ""));
    }
}
