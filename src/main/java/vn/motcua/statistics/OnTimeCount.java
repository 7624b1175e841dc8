package vn.motcua.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.organization.Units;

/**
 * How many dossiers were early, on time, late, or are still open and overdue: read from the histories, in one
 * statement for all sub-periods, so that all counts of an answer belong together.
 */
@ApplicationScoped
class OnTimeCount {

    /**
     * {@code d}: each dossier that was not void by asOf, under the key a correction known by then gave it.
     * {@code known}: each history row known by asOf that no correction known by then annuls, with the moment from which
     * a later row of its dossier speaks.
     * {@code standing}: for each sub-period each dossier that was open in it, as the last row before its end says;
     * width_bucket counts the ends (starts) not after a moment, so the sub-periods a row speaks for are a range.
     * {@code placed}: each of these once, at the first place that fits.
     * Two conditions on the dossier only spare reading histories: what was recorded at or after the end is not in
     * question, nor what has ended, as it stands today, before the start and before asOf, since nothing known by asOf
     * undoes that.
     */
    private static final String SQL =
            """
            with asked as (
                select cast(:starts as timestamptz[]) as starts, cast(:ends as timestamptz[]) as ends,
                    cast(:asOf as timestamptz) as as_of
            ), known as (
                select ${first} as first_key, ${second} as second_key, d.channel, d.late_entry, d.zone,
                    d.paper_count, d.papers_digitised, e.digitised,
                    e.at, min(e.at) over later as until,
                    e.status, e.submitted_at, e.intake_due_at, e.received_at, e.promised, e.first_due_at,
                    e.first_due_date, e.due_at, e.due_date, e.missed_date, e.missed_moment, e.stopped_at, e.ended_at,
                    e.${verdict} as verdict, e.${firstVerdict} as first_verdict, e.${momentVerdict} as moment_verdict
                from (
                    select id, late_entry, paper_count, papers_digitised, submitted_at, received_at, ended_at,
                        voided_at, receiving_unit, receiving_heir, receiving_path, competent_unit, competent_heir,
                        competent_path, procedure_code, field, channel, zone
                    from dossier
                    where not exists (select from dossier_key k where k.dossier = id and k.until > :asOf)
                    union all
                    select id, late_entry, paper_count, papers_digitised, submitted_at, received_at, ended_at,
                        voided_at, receiving_unit, receiving_heir, receiving_path,
                        k.competent_unit, k.competent_heir, k.competent_path,
                        k.procedure_code, k.field, k.channel, k.zone
                    from dossier_key k join dossier on id = k.dossier
                    where k.until > :asOf and not exists (
                        select from dossier_key before
                        where before.dossier = k.dossier and before.until > :asOf and before.number < k.number)
                ) as d join dossier_event e on e.dossier = d.id
                where ${scope} and e.known_at <= :asOf
                    ${narrowed}
                    and (d.voided_at is null or d.voided_at > :asOf)
                    and e.at < :to and coalesce(d.submitted_at, d.received_at) < :to
                    and (d.ended_at is null or d.ended_at >= :from or d.ended_at >= :asOf)
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
            ), placed as (
                select ordinal, first_key, second_key, channel, late_entry, first_verdict, moment_verdict,
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
                    end as intake,
                    count(*) as n, sum(paper_count) as papers, sum(papers_digitised) as digitised_papers,
                    count(*) filter (where digitised) as digitised_results
                from standing
                group by ordinal, first_key, second_key, channel, late_entry, first_verdict, moment_verdict, arrival,
                    place, entry, intake
            )
            select ordinal, first_key, second_key,
                sum(n) filter (where arrival = 'BEFORE') as carried_over,
                sum(n) filter (where arrival = 'IN' and channel = 'COUNTER') as counter,
                sum(n) filter (where arrival = 'IN' and channel = 'ONLINE') as online,
                sum(n) filter (where arrival = 'IN' and channel = 'POSTAL') as postal,
                sum(n) filter (where place = 'EARLY') as early,
                sum(n) filter (where place = 'ON_TIME') as on_time,
                sum(n) filter (where place = 'LATE') as late,
                sum(n) filter (where place = 'NO_DEADLINE') as without_deadline,
                sum(n) filter (where first_verdict = 'EARLY') as first_early,
                sum(n) filter (where first_verdict = 'ON_TIME') as first_on_time,
                sum(n) filter (where first_verdict = 'LATE') as first_late,
                sum(n) filter (where first_verdict = 'NO_DEADLINE') as first_without_deadline,
                sum(n) filter (where moment_verdict = 'EARLY') as moment_early,
                sum(n) filter (where moment_verdict = 'ON_TIME') as moment_on_time,
                sum(n) filter (where moment_verdict = 'LATE') as moment_late,
                sum(n) filter (where moment_verdict = 'NO_DEADLINE') as moment_without_deadline,
                sum(n) filter (where place = 'WITHDRAWN') as withdrawn,
                sum(n) filter (where place = 'REFUSED') as refused,
                sum(n) filter (where place = 'WITHIN_DEADLINE') as within_deadline,
                sum(n) filter (where place = 'STOPPED') as stopped,
                sum(n) filter (where place = 'OVERDUE') as overdue,
                sum(n) filter (where place = 'OPEN_WITHOUT_DEADLINE') as open_without_deadline,
                sum(n) filter (where arrival = 'IN' and place = 'EARLY') as cohort_early,
                sum(n) filter (where arrival = 'IN' and place = 'ON_TIME') as cohort_on_time,
                sum(n) filter (where arrival = 'IN' and late_entry) as late_entries,
                sum(papers) filter (where arrival = 'IN') as papers,
                sum(digitised_papers) filter (where arrival = 'IN') as digitised_papers,
                sum(digitised_results) filter (where place in ('EARLY', 'ON_TIME', 'LATE', 'NO_DEADLINE')) as digitised_results,
                sum(n) filter (where intake is not null and entry = 'BEFORE') as waiting_before,
                sum(n) filter (where intake is not null and entry = 'IN') as submitted,
                sum(n) filter (where intake = 'ACCEPTED') as accepted,
                sum(n) filter (where intake = 'REFUSED') as intake_refused,
                sum(n) filter (where intake = 'WITHDRAWN') as intake_withdrawn,
                sum(n) filter (where intake in ('WAITING', 'WAITING_LATE')) as waiting,
                sum(n) filter (where intake = 'WAITING_LATE') as waiting_late
            from placed group by ordinal, first_key, second_key""";

    private final EntityManager entities;
    private final Units units;

    OnTimeCount(EntityManager entities, Units units) {
        this.entities = entities;
        this.units = units;
    }

    /** A tally for each sub-period and each key that occurs in it; values of the key in the order of the groupings. */
    Map<Place, Tally> count(Question asked, List<SubPeriod> parts) {
        var tallies = new LinkedHashMap<Place, Tally>();
        rows(asked, parts).forEach(row -> tallies.put(place(row), Tally.of(name -> number(row.get(name)))));
        return tallies;
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(Question asked, List<SubPeriod> parts) {
        return bound(entities.createNativeQuery(sql(asked), Tuple.class), asked, parts)
                .getResultList();
    }

    /** Only names of columns, all of them ours, are put into the text. */
    private static String sql(Question asked) {
        var judged = asked.judgement();
        return SQL.replace("${first}", key(asked, 0))
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

    private Query bound(Query query, Question asked, List<SubPeriod> parts) {
        asked.wanted().forEach((property, value) -> query.setParameter(property.name(), value));
        var unit = asked.unit().value();
        if (asked.units() == UnitView.AS_NOW) {
            query.setParameter("below", units.subtree(unit).toArray(String[]::new));
        } else {
            query.setParameter("unit", unit);
        }
        return query.setParameter("from", asked.from())
                .setParameter("to", asked.to())
                .setParameter("asOf", asked.asOf())
                .setParameter("starts", moments(parts, SubPeriod::from))
                .setParameter("ends", moments(parts, SubPeriod::to));
    }

    private static String[] moments(List<SubPeriod> parts, Function<SubPeriod, Instant> moment) {
        return parts.stream().map(moment).map(Instant::toString).toArray(String[]::new);
    }

    private static Place place(Tuple row) {
        var part = (int) number(row.get("ordinal")) - 1;
        return new Place(part, (String) row.get("first_key"), (String) row.get("second_key"));
    }

    private static long number(Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }

    /** A sub-period, by its index, and the values of the properties asked for; empty where none are. */
    record Place(int part, String first, String second) {

        static Place whole(int part) {
            return new Place(part, "", "");
        }

        String value(int property) {
            return property == 0 ? first : second;
        }
    }
}
