package vn.motcua.oracle;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** Questions at and between the moments at which something happened or fell due. */
final class RandomQuestions {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 20);
    private static final int DAYS = 205;
    private static final int MOST_DAYS_BY_DAY = 40;

    private final OwnProvince province;
    private final Random random;
    private final List<Instant> began;
    private final List<Instant> happened;
    private final List<Instant> recorded;

    RandomQuestions(OwnProvince province, long seed, List<Story> stories) {
        this.province = province;
        this.random = new Random(seed);
        var rows = stories.stream().flatMap(story -> story.rows().stream()).toList();
        this.began = stories.stream().map(story -> story.rows().get(0).at()).toList();
        this.recorded = rows.stream().map(Row::recordedAt).toList();
        this.happened = rows.stream()
                .flatMap(row -> Stream.of(row.at(), row.time("dueAt"), row.time("firstDueAt"), row.time("intakeDueAt")))
                .filter(Objects::nonNull)
                .toList();
    }

    Question next() {
        var query = new LinkedHashMap<String, String>();
        query.put("unit", random.nextInt(5) < 2 ? province.root() : one(province.units()));
        narrow(query);
        perhaps(query, 2, "basis", List.of("DATE", "MOMENT", "MOMENT"));
        perhaps(query, 2, "promise", List.of("CURRENT", "FIRST", "FIRST"));
        perhaps(query, 3, "units", List.of("AS_NOW"));
        groupBy(query);
        period(query);
        asOf(query);
        return new Question(query);
    }

    /** As dashboards ask: whole days, all that is known now, judged the usual way. */
    Question ofWholeDays() {
        var query = new LinkedHashMap<String, String>();
        query.put("unit", random.nextInt(3) < 2 ? province.root() : one(province.units()));
        narrow(query);
        groupBy(query);
        var longest = query.getOrDefault("groupBy", "").contains("day") ? MOST_DAYS_BY_DAY : 2 * DAYS;
        var from = FIRST_DAY.plusDays(random.nextInt(DAYS));
        var to = from.plusDays(random.nextInt(1, longest));
        if (random.nextInt(3) < 2) {
            from = from.withDayOfMonth(random.nextBoolean() ? 1 : 15);
            to = to.plusMonths(1).withDayOfMonth(random.nextBoolean() ? 1 : 15);
        }
        query.put("from", from.toString());
        query.put("to", to.toString());
        return new Question(query);
    }

    private void narrow(Map<String, String> query) {
        perhaps(query, 3, "unitRole", List.of("COMPETENT", "RECEIVING", "RECEIVING"));
        perhaps(query, 6, "field", province.fields());
        perhaps(query, 6, "procedure", province.procedures());
        perhaps(query, 6, "channel", List.of("COUNTER", "ONLINE", "POSTAL"));
    }

    private void perhaps(Map<String, String> query, int oneIn, String name, List<String> values) {
        if (random.nextInt(oneIn) == 0) {
            query.put(name, one(values));
        }
    }

    private void groupBy(Map<String, String> query) {
        var by = new ArrayList<String>();
        var plain = List.of("unit", "field", "procedure", "channel");
        if (random.nextInt(5) < 2) {
            by.add(one(plain));
        }
        if (random.nextInt(5) < 2) {
            by.add(random.nextBoolean() ? one(Period.KINDS) : one(plain));
        }
        if (!by.isEmpty()) {
            query.put("groupBy", String.join(",", by.stream().distinct().toList()));
        }
        perhaps(query, 4, "period", List.of("CALENDAR", "STATUTORY"));
    }

    private void period(Map<String, String> query) {
        int longest =
                Arrays.asList(query.getOrDefault("groupBy", "").split(",")).contains("day") ? MOST_DAYS_BY_DAY : DAYS;
        var from = FIRST_DAY.plusDays(random.nextInt(DAYS));
        if (random.nextInt(4) == 0) {
            from = from.withDayOfMonth(1);
        }
        var to = from.plusDays(random.nextInt(1, random.nextBoolean() ? 8 : longest));
        if (random.nextInt(5) < 3) {
            query.put("from", from.toString());
            query.put("to", to.toString());
            return;
        }
        var begin = atOrNear(random.nextBoolean() ? began : happened);
        var length = Duration.between(from.atStartOfDay(OwnProvince.HOME), to.atStartOfDay(OwnProvince.HOME));
        var near = begin.plus(length);
        var end =
                happened.stream().filter(near::isBefore).min(Instant::compareTo).orElse(near);
        query.put("from", begin.toString());
        query.put("to", end.plus(random.nextInt(-1, 2), MICROS).toString());
    }

    private void asOf(Map<String, String> query) {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> {}
            case 4, 5, 6 -> query.put("asOf", past(atOrNear(recorded)).toString());
            case 7 -> query.put("asOf", past(atOrNear(happened)).toString());
            default -> query.put("asOf", past(between()).toString());
        }
    }

    private Instant between() {
        var span = Duration.between(RandomOffice.BEGIN, RandomOffice.END);
        return RandomOffice.BEGIN.plusSeconds(random.nextLong(span.toSeconds()));
    }

    private static Instant past(Instant moment) {
        return moment.isAfter(RandomOffice.END) ? RandomOffice.END : moment;
    }

    /** Exactly when something was so, or a microsecond to either side. */
    private Instant atOrNear(List<Instant> moments) {
        return one(moments).plus(random.nextInt(-1, 2), MICROS);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
