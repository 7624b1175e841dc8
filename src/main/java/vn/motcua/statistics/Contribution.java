package vn.motcua.statistics;

import static vn.motcua.statistics.Measure.ACCEPTED;
import static vn.motcua.statistics.Measure.COHORT_EARLY;
import static vn.motcua.statistics.Measure.COHORT_ON_TIME;
import static vn.motcua.statistics.Measure.DIGITISED_PAPERS;
import static vn.motcua.statistics.Measure.DIGITISED_RESULTS;
import static vn.motcua.statistics.Measure.INTAKE_MISSED;
import static vn.motcua.statistics.Measure.INTAKE_REFUSED;
import static vn.motcua.statistics.Measure.INTAKE_WITHDRAWN;
import static vn.motcua.statistics.Measure.LATE_ENTRIES;
import static vn.motcua.statistics.Measure.MISSED;
import static vn.motcua.statistics.Measure.OPEN_WITHOUT_DEADLINE;
import static vn.motcua.statistics.Measure.OVERDUE;
import static vn.motcua.statistics.Measure.PAPERS;
import static vn.motcua.statistics.Measure.RECEIVED_COUNTER;
import static vn.motcua.statistics.Measure.RECEIVED_ONLINE;
import static vn.motcua.statistics.Measure.RECEIVED_POSTAL;
import static vn.motcua.statistics.Measure.REFUSED;
import static vn.motcua.statistics.Measure.SAME_DAY_EARLY;
import static vn.motcua.statistics.Measure.SAME_DAY_ON_TIME;
import static vn.motcua.statistics.Measure.STOPPED;
import static vn.motcua.statistics.Measure.SUBMITTED;
import static vn.motcua.statistics.Measure.WAITING_LATE;
import static vn.motcua.statistics.Measure.WITHDRAWN;
import static vn.motcua.statistics.Measure.WITHIN_DEADLINE;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What dossiers contribute to the counters, day by day, as their histories say: SQL from which all counting, recounting
 * and verifying is made, so that they cannot differ in what they count.
 */
final class Contribution {

    /**
     * {@code touched (dossier, upto, sign)} has to come before: whose history, up to which of its rows, and whether
     * what it says is added (1) or taken away (-1).
     * {@code keyed}: each that was not void by then, under the key it had then. {@code known}: the rows no correction
     * had annulled by then, each with the moment from which a later one speaks. {@code placed}: the same in days, from
     * {@code a} to before {@code b}, with the place it stands at by the end of a day; it {@code passes} when the end of
     * its due date finds it running.
     */
    static final String KEYED =
            """
            keyed as (
                select t.sign, t.upto, d.id, d.late_entry, d.paper_count, d.papers_digitised, d.receiving_path,
                    coalesce(k.competent_path, d.competent_path) as competent_path, coalesce(k.zone, d.zone) as zone,
                    coalesce(k.field, d.field) as field, coalesce(k.procedure_code, d.procedure_code) as procedure,
                    coalesce(k.channel, d.channel) as channel
                from touched t join dossier d on d.id = t.dossier
                    left join lateral (
                        select * from dossier_key f where f.dossier = t.dossier and f.number > t.upto
                        order by f.number limit 1) as k on true
                where not exists (
                    select from dossier_event v
                    where v.dossier = t.dossier and v.number <= t.upto and v.type = 'VOIDED')
            )""";

    private static final String PLACED =
            """
            , known as (
                select k.*, e.status, e.at, min(e.at) over later as until, count(*) over later = 0 as is_last,
                    e.submitted_at, e.intake_due_at, e.received_at, e.promised, e.due_date, e.missed_date,
                    e.stopped_at, e.ended_at, e.date_verdict, e.date_verdict_first, e.moment_verdict, e.digitised
                from ${keyed} k join dossier_event e on e.dossier = k.id and e.number <= k.upto
                where not exists (
                    select from dossier_event undoing
                    where undoing.dossier = e.dossier and undoing.annuls <= e.number
                        and undoing.number > e.number and undoing.number <= k.upto)
                window later as (
                    partition by k.sign, k.id order by e.number
                    rows between 1 following and unbounded following)
            ), dated as (
                select *, cast(at at time zone zone as date) as a, cast(until at time zone zone as date) as b,
                    cast(submitted_at at time zone zone as date) as submitted_day,
                    cast(intake_due_at at time zone zone as date) as intake_due_day,
                    cast(received_at at time zone zone as date) as received_day,
                    cast(ended_at at time zone zone as date) as ended_day,
                    received_at is not null and ended_at is null as is_open,
                    submitted_at is not null and received_at is null and ended_at is null as is_waiting
                from known
            ), placed as (
                select *,
                    case
                        when not promised and missed_date is null then 'OPEN_WITHOUT_DEADLINE'
                        when missed_date is not null or (stopped_at is null and due_date < a) then 'OVERDUE'
                        when stopped_at is not null then 'STOPPED'
                        else 'WITHIN_DEADLINE'
                    end as place,
                    stopped_at is null and missed_date is null and due_date >= a and coalesce(due_date < b, true)
                        as passes
                from dated
            ), contribution as (
            ${parts})""";

    private static final String SPEAKS = "coalesce(b > a, true)";

    private Contribution() {}

    /** The contributions of {@code keyed}, or of what has come of it, each with some of its columns beside it. */
    static String of(String keyed, String beside) {
        return PLACED.replace("${keyed}", keyed).replace("${parts}", all(beside));
    }

    private static String all(String beside) {
        return Stream.of(
                        received(),
                        ended(),
                        pair(),
                        new Part("submitted_day", "is_last and submitted_at is not null").add(SUBMITTED, "1"),
                        entering(),
                        new Part("due_date", "is_open and passes and " + SPEAKS).add(MISSED, "1"),
                        leaving(),
                        new Part("a", "is_waiting and intake_due_day < a and " + SPEAKS).add(WAITING_LATE, "1"),
                        new Part(
                                        "intake_due_day",
                                        "is_waiting and intake_due_day >= a and coalesce(intake_due_day < b, true)")
                                .add(INTAKE_MISSED, "1"),
                        new Part("b", "is_waiting and intake_due_day < b and b > a").add(WAITING_LATE, "-1"))
                .map(part -> part.sql(beside))
                .collect(Collectors.joining("\nunion all\n"));
    }

    private static Part received() {
        return new Part("received_day", "is_last and received_at is not null")
                .add(RECEIVED_COUNTER, one("channel = 'COUNTER'"))
                .add(RECEIVED_ONLINE, one("channel = 'ONLINE'"))
                .add(RECEIVED_POSTAL, one("channel = 'POSTAL'"))
                .add(LATE_ENTRIES, one("late_entry"))
                .add(PAPERS, "paper_count")
                .add(DIGITISED_PAPERS, "papers_digitised")
                .add(ACCEPTED, one("submitted_at is not null"))
                .add(COHORT_EARLY, one("date_verdict = 'EARLY'"))
                .add(COHORT_ON_TIME, one("date_verdict = 'ON_TIME'"));
    }

    private static Part ended() {
        var part = new Part("ended_day", "is_last and ended_at is not null")
                .add(DIGITISED_RESULTS, one("digitised and date_verdict is not null"))
                .add(WITHDRAWN, one("received_at is not null and status = 'WITHDRAWN'"))
                .add(REFUSED, one("received_at is not null and status = 'REFUSED'"))
                .add(INTAKE_WITHDRAWN, one("received_at is null and status = 'WITHDRAWN'"))
                .add(INTAKE_REFUSED, one("received_at is null and status = 'REFUSED'"))
                .add(SAME_DAY_EARLY, one("date_verdict = 'EARLY' and received_day = ended_day"))
                .add(SAME_DAY_ON_TIME, one("date_verdict = 'ON_TIME' and received_day = ended_day"));
        for (var verdict : List.of("EARLY", "ON_TIME", "LATE", "NO_DEADLINE")) {
            part.add(Measure.valueOf(verdict), one("date_verdict = '" + verdict + "'"))
                    .add(Measure.valueOf("FIRST_" + verdict), one("date_verdict_first = '" + verdict + "'"))
                    .add(Measure.valueOf("MOMENT_" + verdict), one("moment_verdict = '" + verdict + "'"));
        }
        return part;
    }

    private static Part pair() {
        return new Part("ended_day", "is_last and date_verdict in ('EARLY', 'ON_TIME')")
                .since("received_day")
                .add(COHORT_EARLY, one("date_verdict = 'EARLY'"))
                .add(COHORT_ON_TIME, one("date_verdict = 'ON_TIME'"));
    }

    private static Part entering() {
        var part = new Part("a", "is_open and " + SPEAKS);
        for (var place : List.of(WITHIN_DEADLINE, STOPPED, OVERDUE, OPEN_WITHOUT_DEADLINE)) {
            part.add(place, one("place = '" + place + "'"));
        }
        return part;
    }

    private static Part leaving() {
        return new Part("b", "is_open and b > a")
                .add(WITHIN_DEADLINE, "-" + one("place = 'WITHIN_DEADLINE' and not coalesce(passes, false)"))
                .add(OVERDUE, "-" + one("place = 'OVERDUE' or passes"))
                .add(STOPPED, "-" + one("place = 'STOPPED'"))
                .add(OPEN_WITHOUT_DEADLINE, "-" + one("place = 'OPEN_WITHOUT_DEADLINE'"));
    }

    private static String one(String condition) {
        return "cast(coalesce(" + condition + ", false) as integer)";
    }

    /** What some rows of history contribute to one day; in a pair, to those received on an earlier one. */
    private static final class Part {

        private final String day;
        private final String condition;
        private final Map<Measure, String> values = new EnumMap<>(Measure.class);
        private String since;

        private Part(String day, String condition) {
            this.day = day;
            this.condition = condition;
        }

        private Part since(String earlier) {
            since = earlier;
            return this;
        }

        private Part add(Measure measure, String value) {
            values.put(measure, value);
            return this;
        }

        private String sql(String beside) {
            return "select " + beside + ", " + (since != null)
                    + " as is_pair, " + day + " as day, " + (since == null ? day : since) + " as since, "
                    + Measure.each(each -> "sign * " + values.getOrDefault(each, "0") + " as " + each.column())
                    + " from placed where " + condition;
        }
    }
}
