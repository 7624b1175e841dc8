package vn.motcua.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many dossiers were early, on time, late, or are still open and overdue: read from the histories, in one
 * statement for all sub-periods, so that all counts of an answer belong together.
 */
@ApplicationScoped
class OnTimeCount {

    /** {@code placed}: dossiers that stand alike, once. */
    private static final String SQL =
            """
            , placed as (
                select ordinal, first_key, second_key, channel, late_entry, first_verdict, moment_verdict, arrival,
                    place, entry, intake,
                    count(*) as n, sum(paper_count) as papers, sum(papers_digitised) as digitised_papers,
                    count(*) filter (where digitised) as digitised_results
                from told
                group by ordinal, first_key, second_key, channel, late_entry, first_verdict, moment_verdict, arrival,
                    place, entry, intake
            )
            select ordinal, first_key, second_key, ${figures},
                sum(n) filter (where first_verdict = 'EARLY') as first_early,
                sum(n) filter (where first_verdict = 'ON_TIME') as first_on_time,
                sum(n) filter (where first_verdict = 'LATE') as first_late,
                sum(n) filter (where first_verdict = 'NO_DEADLINE') as first_without_deadline,
                sum(n) filter (where moment_verdict = 'EARLY') as moment_early,
                sum(n) filter (where moment_verdict = 'ON_TIME') as moment_on_time,
                sum(n) filter (where moment_verdict = 'LATE') as moment_late,
                sum(n) filter (where moment_verdict = 'NO_DEADLINE') as moment_without_deadline,
                sum(papers) filter (where arrival = 'IN') as papers,
                sum(digitised_papers) filter (where arrival = 'IN') as digitised_papers,
                sum(digitised_results) filter (where ${resolved}) as digitised_results
            from placed group by ordinal, first_key, second_key"""
                    .replace("${figures}", Figure.sums())
                    .replace("${resolved}", Figure.RESOLVED.condition());

    private final Histories histories;

    OnTimeCount(Histories histories) {
        this.histories = histories;
    }

    /** A tally for each sub-period and each key that occurs in it; values of the key in the order of the groupings. */
    Map<Place, Tally> count(Question asked, List<SubPeriod> parts) {
        var tallies = new LinkedHashMap<Place, Tally>();
        rows(asked, parts).forEach(row -> tallies.put(place(row), Tally.of(name -> number(row.get(name)))));
        return tallies;
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(Question asked, List<SubPeriod> parts) {
        return histories.told(SQL, asked, parts, "").getResultList();
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
