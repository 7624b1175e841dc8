package vn.motcua.statistics;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that change counters by what dossiers contribute; {@code touched} comes before each, see {@link
 * Contribution}. Each dossier is counted under four keys: for either of its units, and for the province of either by
 * kind.
 */
final class CountingSql {

    /** For statements over everything there is, in their transaction. */
    static final String MORE_MEMORY = "set local work_mem = '256MB'";

    private static final String KINDLESS = "'' as field, '' as procedure, '' as channel";
    private static final String BY_KIND = "field, procedure, channel";

    /** Those no dossier was counted under before. */
    static final String NEW_KEYS = Contribution.KEYED
            + """

            insert into counted_key (role, path, zone, field, procedure, channel)
            select 'COMPETENT', competent_path, zone, ${kindless} from keyed group by competent_path, zone
            union all select 'RECEIVING', receiving_path, zone, ${kindless} from keyed group by receiving_path, zone
            union all select 'COMPETENT', competent_path[1:1], zone, ${kind} from keyed
            group by competent_path[1:1], zone, ${kind}
            union all select 'RECEIVING', receiving_path[1:1], zone, ${kind} from keyed
            group by receiving_path[1:1], zone, ${kind}
            on conflict do nothing"""
                    .replace("${kindless}", KINDLESS)
                    .replace("${kind}", BY_KIND);

    private static final List<String> KEYS = List.of("competent", "receiving", "competent_kind", "receiving_kind");

    private static final String NUMBERED =
            """
            , numbered as (
                select sign, upto, keyed.id, late_entry, paper_count, papers_digitised, keyed.zone, keyed.channel,
                    competent.id as competent, receiving.id as receiving,
                    competent_kind.id as competent_kind, receiving_kind.id as receiving_kind
                from keyed
                    left join counted_key as competent on (competent.role, competent.path, competent.zone,
                            competent.field, competent.procedure, competent.channel)
                        = ('COMPETENT', keyed.competent_path, keyed.zone, '', '', '')
                    left join counted_key as receiving on (receiving.role, receiving.path, receiving.zone,
                            receiving.field, receiving.procedure, receiving.channel)
                        = ('RECEIVING', keyed.receiving_path, keyed.zone, '', '', '')
                    left join counted_key as competent_kind on (competent_kind.role, competent_kind.path,
                            competent_kind.zone, competent_kind.field, competent_kind.procedure, competent_kind.channel)
                        = ('COMPETENT', keyed.competent_path[1:1], keyed.zone, keyed.field, keyed.procedure, keyed.channel)
                    left join counted_key as receiving_kind on (receiving_kind.role, receiving_kind.path,
                            receiving_kind.zone, receiving_kind.field, receiving_kind.procedure, receiving_kind.channel)
                        = ('RECEIVING', keyed.receiving_path[1:1], keyed.zone, keyed.field, keyed.procedure, keyed.channel)
            )""";

    private static final String SUMMED = Measure.each(each -> "sum(%1$s) as %1$s".formatted(each.column()));

    /** First by day, where most comes together; then what larger grains hold. */
    private static final String SUMS =
            """
            , daily as (
                select ${key} as key, is_pair, day, since, ${summed}
                from (
                    select ${keys}, is_pair, case when is_pair then ${half} else day end as day,
                        case when is_pair then ${halfSince} else since end as since, ${columns}
                    from contribution) as c
                group by grouping sets (${sets})
            ), sums as (
                select key, case when is_pair then 'PAIR' else 'DAY' end as grain, day, since, ${columns} from daily
                union all
                select key, 'HALF', ${half}, ${half}, ${summed} from daily where not is_pair group by key, ${half}
                union all
                select key, 'YEAR', ${year}, ${year}, ${summed} from daily where not is_pair group by key, ${year}
            )"""
                    .replace("${keys}", String.join(", ", KEYS))
                    .replace("${key}", key())
                    .replace("${sets}", sets())
                    .replace("${summed}", SUMMED)
                    .replace("${columns}", Measure.columns())
                    .replace("${halfSince}", Cells.halfSql("since"))
                    .replace("${half}", Cells.halfSql("day"))
                    .replace("${year}", "cast(date_trunc('year', day) as date)");

    /** What the counters should hold, or how they change: everything that is not zero. Without a key it cannot be kept. */
    static final String CHANGES = Contribution.KEYED + NUMBERED + Contribution.of("numbered", String.join(", ", KEYS))
            + SUMS + ", change as (select key, grain, day, since, " + Measure.columns() + " from sums where ("
            + Measure.columns() + ") <> (" + Measure.each(each -> "0") + "))";

    /** Where there are no counters yet. */
    static final String COUNT_FIRST = CHANGES + " insert into counter (key, grain, day, since, " + Measure.columns()
            + ") select key, grain, day, since, " + Measure.columns() + " from change order by key, grain, day, since";

    static final String COUNT = COUNT_FIRST + " on conflict (key, grain, day, since) do update set "
            + Measure.each(each -> "%1$s = counter.%1$s + excluded.%1$s".formatted(each.column()));

    private CountingSql() {}

    private static String key() {
        return KEYS.stream()
                .map(key -> "when grouping(%1$s) = 0 then %1$s".formatted(key))
                .collect(Collectors.joining(" ", "case ", " end"));
    }

    private static String sets() {
        return KEYS.stream().map(key -> "(" + key + ", is_pair, day, since)").collect(Collectors.joining(", "));
    }
}
