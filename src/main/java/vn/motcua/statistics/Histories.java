package vn.motcua.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.organization.Units;

/**
 * What the histories say of dossiers in a time: one piece of SQL from which figures are counted and the dossiers behind
 * them listed, so that the two cannot differ.
 */
@ApplicationScoped
class Histories {

    /** The dossiers no correction unknown by asOf has moved since: their key is their own. */
    private static final String UNMOVED =
            """
            (
                select id, late_entry, paper_count, papers_digitised, submitted_at, received_at, ended_at,
                    voided_at, receiving_unit, receiving_heir, receiving_path, competent_unit, competent_heir,
                    competent_path, procedure_code, field, channel, zone,
                    status, date_verdict, moment_verdict, date_verdict_first, moment_verdict_first
                from dossier
                where not exists (select from dossier_key k where k.dossier = id and k.until > :asOf)
            )""";

    /** The others, under the key they had by asOf. */
    private static final String MOVED =
            """
            (
                select id, late_entry, paper_count, papers_digitised, submitted_at, received_at, ended_at,
                    voided_at, receiving_unit, receiving_heir, receiving_path,
                    k.competent_unit, k.competent_heir, k.competent_path,
                    k.procedure_code, k.field, k.channel, k.zone,
                    status, date_verdict, moment_verdict, date_verdict_first, moment_verdict_first
                from dossier_key k join dossier on id = k.dossier
                where k.until > :asOf and not exists (
                    select from dossier_key before
                    where before.dossier = k.dossier and before.until > :asOf and before.number < k.number)
            )""";

    /**
     * Those in question that were not void by asOf. The last two conditions only spare reading histories: what was
     * recorded at or after the end is not in question, nor what has ended, as it stands today, before the start and
     * before asOf, since nothing known by asOf undoes that.
     */
    private static final String IN_QUESTION =
            """
            ${scope} ${narrowed} ${those}
                and (d.voided_at is null or d.voided_at > :asOf)
                and coalesce(d.submitted_at, d.received_at) < :to
                and (d.ended_at is null or d.ended_at >= :from or d.ended_at >= :asOf)""";

    /**
     * {@code known}: each history row known by asOf that no correction known by then annuls, with the moment from which
     * a later row of its dossier speaks.
     * {@code standing}: for each sub-period each dossier that was open in it, as the last row before its end says;
     * width_bucket counts the ends (starts) not after a moment, so the sub-periods a row speaks for are a range.
     * {@code told}: the same, each at the first place that fits.
     */
    private static final String TOLD =
            """
            with asked as (
                select cast(:starts as timestamptz[]) as starts, cast(:ends as timestamptz[]) as ends,
                    cast(:asOf as timestamptz) as as_of
            ), known as (
                select ${first} as first_key, ${second} as second_key, d.channel, d.late_entry, d.zone,
                    d.paper_count, d.papers_digitised, e.digitised, e.dossier, e.number,
                    e.at, min(e.at) over later as until,
                    e.status, e.submitted_at, e.intake_due_at, e.received_at, e.promised, e.first_due_at,
                    e.first_due_date, e.due_at, e.due_date, e.missed_date, e.missed_moment, e.stopped_at, e.ended_at,
                    e.${verdict} as verdict, e.${firstVerdict} as first_verdict, e.${momentVerdict} as moment_verdict
                from (${unmoved} union all ${moved}) as d join dossier_event e on e.dossier = d.id
                where ${inQuestion} and e.known_at <= :asOf and e.at < :to
                    and not exists (
                        select from dossier_event undoing
                        where undoing.dossier = e.dossier and undoing.annuls <= e.number
                            and undoing.number > e.number and undoing.known_at <= :asOf)
                window later as (
                    partition by e.dossier order by e.number rows between 1 following and unbounded following)
            ), standing as (
                select known.*, part.ordinal, part.starts, least(part.ends, asked.as_of) as cut
                from known cross join asked
                    cross join lateral generate_series(
                        width_bucket(known.at, asked.ends) + 1,
                        least(width_bucket(known.until, asked.ends), width_bucket(known.ended_at, asked.starts),
                            cardinality(asked.ends))) as covered (ordinal)
                    join (select part.* from asked, unnest(asked.starts, asked.ends)
                        with ordinality as part (starts, ends, ordinal)) as part on part.ordinal = covered.ordinal
            ), told as (
                select ordinal, first_key, second_key, channel, late_entry, first_verdict, moment_verdict, dossier,
                    number, paper_count, papers_digitised, digitised,
                    case when received_at >= starts then 'IN' when received_at < starts then 'BEFORE' end as arrival,
                    case
                        when received_at is null then null
                        when status in ('FINISHED', 'RETURNED') then verdict
                        when ended_at is not null then status
                        when ${unpromised} then 'OPEN_WITHOUT_DEADLINE'
                        when ${overdue} then 'OVERDUE'
                        when stopped_at is not null then 'STOPPED'
                        else 'WITHIN_DEADLINE'
                    end as place,
                    case when submitted_at >= starts then 'IN' when submitted_at < starts then 'BEFORE' end as entry,
                    case
                        when submitted_at is null or coalesce(received_at, ended_at) < starts then null
                        when received_at is not null then 'ACCEPTED'
                        when ended_at is not null then status
                        when intake_due_at < cut then 'WAITING_LATE'
                        else 'WAITING'
                    end as intake
                from standing
            )""";

    /** Each half is read from the index of ids where that finds them sooner than the index of units. */
    private static final String NEWEST =
            """
            select id from (
                (select d.id from ${unmoved} as d where ${inQuestion} order by d.id desc limit :some)
                union all
                (select d.id from ${moved} as d where ${inQuestion} order by d.id desc limit :some)
            ) as halves order by id desc limit :some""";

    private final EntityManager entities;
    private final Units units;

    Histories(EntityManager entities, Units units) {
        this.entities = entities;
        this.units = units;
    }

    /**
     * A statement over {@code told}.
     *
     * @param those further conditions on a dossier {@code d}, each after an "and"; their values are still to be set
     */
    Query told(String sql, Question asked, List<SubPeriod> parts, String those) {
        return query(TOLD + sql, asked, those)
                .setParameter("starts", moments(parts, SubPeriod::from))
                .setParameter("ends", moments(parts, SubPeriod::to));
    }

    /** Of the dossiers that may be in question the newest, {@code some} of them; their histories are not read. */
    Query newest(Question asked, String those) {
        return query(NEWEST, asked, those);
    }

    private Query query(String sql, Question asked, String those) {
        var query = entities.createNativeQuery(filled(sql, asked, those), Tuple.class);
        asked.wanted().forEach((property, value) -> query.setParameter(property.name(), value));
        var unit = asked.unit().value();
        if (asked.units() == UnitView.AS_NOW) {
            query.setParameter("below", units.subtree(unit).toArray(String[]::new));
        } else {
            query.setParameter("unit", unit);
        }
        return query.setParameter("from", asked.from())
                .setParameter("to", asked.to())
                .setParameter("asOf", asked.asOf());
    }

    /** Only names of columns, all of them ours, are put into the text. */
    private static String filled(String sql, Question asked, String those) {
        var judged = asked.judgement();
        return sql.replace("${unmoved}", UNMOVED)
                .replace("${moved}", MOVED)
                .replace("${inQuestion}", IN_QUESTION)
                .replace("${those}", those)
                .replace("${first}", key(asked, 0))
                .replace("${second}", key(asked, 1))
                .replace("${scope}", asked.units().scope(asked.unitRole()))
                .replace("${narrowed}", narrowed(asked))
                .replace("${verdict}", judged.verdictColumn())
                .replace("${firstVerdict}", judged.againstFirstPromise().verdictColumn())
                .replace("${momentVerdict}", judged.byMoment().verdictColumn())
                .replace("${unpromised}", judged.unpromisedSql())
                .replace("${overdue}", judged.overdueSql());
    }

    private static String key(Question asked, int place) {
        var properties = asked.properties();
        return place < properties.size() ? key(asked, properties.get(place)) : "''";
    }

    private static String key(Question asked, Grouping property) {
        return property.key(asked.unitRole(), asked.units());
    }

    private static String narrowed(Question asked) {
        return asked.wanted().keySet().stream()
                .map(property -> "and " + key(asked, property) + " = :" + property)
                .collect(Collectors.joining(" "));
    }

    private static String[] moments(List<SubPeriod> parts, Function<SubPeriod, Instant> moment) {
        return parts.stream().map(moment).map(Instant::toString).toArray(String[]::new);
    }
}
