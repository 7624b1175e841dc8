package vn.motcua.statistics;

import java.util.stream.Collectors;

/**
 * The statements that read counters: only names of columns, all of them ours, are put into the text. An offset of 0 has
 * each run of counters read from the index where it lies; the planner, which cannot know how short runs are, would
 * rather read all counters there are.
 */
final class CounterSql {

    /** How many dossiers wait to be counted, up to a limit, and whether days and places are those of the counters. */
    static final String STATE =
            """
            select (select count(*) from (select from uncounted limit :most) as waiting) as uncounted,
                not exists (
                    select from counted_key where role = :role and path @> array[cast(:unit as text)]
                        and (zone <> :zone or cast(:whole as boolean) and path[1] <> :unit))
                and not exists (
                    select from (select dossier from uncounted limit :most) as u join dossier d on d.id = u.dossier
                    where d.${path} @> array[cast(:unit as text)]
                        and (d.zone <> :zone or cast(:whole as boolean) and d.${path}[1] <> :unit)) as fits""";

    private static final String CELL =
            """
            with cells as (
                select grain, first, next, part, closed, since
                from unnest(cast(:grains as text[]), cast(:days as date[]), cast(:nexts as date[]),
                    cast(:parts as integer[]), cast(:closed as boolean[]), cast(:sinces as date[]))
                    as cell (grain, first, next, part, closed, since)
            ), """;

    private static final String MISSING =
            """
            pending as (
                select dossier, min(number) as first from uncounted group by dossier
            ), touched as (
                select dossier, first - 1 as upto, -1 as sign from pending where first > 1
                union all
                select dossier, 2147483647, 1 from pending
            ), """
                    + Contribution.KEYED
                    + Contribution.of("keyed", "competent_path, receiving_path, zone, field, procedure, channel")
                    + """
            , missing as (
                select d.*, d.${path} as path, width_bucket(d.day, cast(:firsts as date[])) as part
                from contribution as d where d.day < cast(:end as date)
            ), """;

    private static final String KEPT =
            """
            found as (
                select ${keys}, cell.part, c.grain = 'PAIR' as is_pair, ${closed}
                from counted_key as k cross join cells as cell cross join lateral (
                    select * from counter where counter.key = k.id and counter.grain = cell.grain
                        and counter.day >= cell.first and counter.day < cell.next and counter.since >= cell.since
                    offset 0) as c
                where k.role = :role and ${cube} ${scope}
                union all
                select ${keys}, :nowIn, false, ${waiting}
                from (select d.*, d.${path} as path, d.procedure_code as procedure from dossier as d
                    where received_at is null and ended_at is null and not voided
                        and intake_due_at >= cast(:today as timestamptz) and intake_due_at < cast(:now as timestamptz)) as k
                where :nowIn >= 0 ${scope}""";

    private static final String AND_MISSING =
            """

                union all
                select ${keys}, k.part, k.is_pair, ${closedToday}
                from missing as k
                where (not k.is_pair or k.since >= (cast(:starts as date[]))[k.part + 1]) ${scope}""";

    private static final String SUMS =
            """

            )
            select first_key, second_key, part, ${sums},
                coalesce(sum(cohort_early) filter (where is_pair), 0) as pair_early,
                coalesce(sum(cohort_on_time) filter (where is_pair), 0) as pair_on_time
            from found group by first_key, second_key, part""";

    private CounterSql() {}

    /** Sums of all measures by key and sub-period; those of steps not counted yet are read only where there are any. */
    static String of(Question asked, boolean withMissing) {
        var sql = withMissing ? CELL + MISSING + KEPT + AND_MISSING + SUMS : CELL + KEPT + SUMS;
        return sql.replace("${keys}", key(asked, 0) + " as first_key, " + key(asked, 1) + " as second_key")
                .replace("${cube}", isByKind(asked) ? "k.procedure <> ''" : "k.procedure = ''")
                .replace("${scope}", "and k.path @> array[cast(:unit as text)] " + narrowed(asked))
                .replace("${path}", asked.unitRole().pathColumn())
                .replace("${closed}", Measure.each(each -> closing(each, "c", "cell.closed")))
                .replace(
                        "${closedToday}", Measure.each(each -> closing(each, "k", "k.day < cast(:localToday as date)")))
                .replace("${waiting}", Measure.each(each -> each == Measure.WAITING_LATE ? "1" : "0"))
                .replace("${sums}", Measure.each(CounterSql::sum));
    }

    /** Whether dossiers are told apart, or chosen, by what they are about. */
    static boolean isByKind(Question asked) {
        return !asked.wanted().isEmpty() || asked.properties().stream().anyMatch(each -> each != Grouping.UNIT);
    }

    /** A due date of a day that is not over has not passed: those due today are not overdue yet. */
    private static String closing(Measure measure, String row, String closed) {
        var value = row + "." + measure.column();
        var waitsForTheEnd = measure == Measure.MISSED || measure == Measure.INTAKE_MISSED;
        return (waitsForTheEnd ? "case when " + closed + " then " + value + " else 0 end" : value) + " as "
                + measure.column();
    }

    private static String sum(Measure measure) {
        return "coalesce(sum(%1$s) filter (where not is_pair), 0) as %1$s".formatted(measure.column());
    }

    private static String key(Question asked, int place) {
        var properties = asked.properties();
        return place < properties.size() ? column(properties.get(place)) : "''";
    }

    private static String column(Grouping property) {
        return property == Grouping.UNIT ? "k.path[cardinality(k.path)]" : "k." + property.parameterName();
    }

    private static String narrowed(Question asked) {
        return asked.wanted().keySet().stream()
                .map(property -> "and " + column(property) + " = :" + property)
                .collect(Collectors.joining(" "));
    }
}
