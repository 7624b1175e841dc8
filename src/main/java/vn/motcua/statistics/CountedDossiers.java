package vn.motcua.statistics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.http.Cursor;
import vn.motcua.http.Database;
import vn.motcua.http.HttpProblem;
import vn.motcua.http.Page;

/**
 * The very dossiers that figures count, newest first. All pages tell what was known when the first was asked for.
 */
@ApplicationScoped
class CountedDossiers {

    /** Few of many are looked at first; then more at a time, should the page not be full. */
    private static final int GROWTH = 4;

    private static final int MOST_AT_A_TIME = 20_000;
    /** With so many looked at a page ends, however few it shows. */
    private static final int MOST_OF_A_PAGE = 50_000;

    private static final int LONGEST_SECONDS = 600;

    private static final String SQL =
            """
            , found as (
                select dossier, number, place, intake from told where ${figures}
            )
            select found.dossier, found.place, found.intake, d.code, d.receiving_unit,
                coalesce(k.procedure_code, d.procedure_code) as procedure_code, coalesce(k.field, d.field) as field,
                coalesce(k.channel, d.channel) as channel, coalesce(k.zone, d.zone) as zone,
                coalesce(k.competent_unit, d.competent_unit) as competent_unit,
                e.status, e.submitted_at, e.received_at, e.first_due_at, e.due_at, e.due_date, e.missed_date, e.ended_at
            from found join dossier d on d.id = found.dossier
                join dossier_event e on e.dossier = found.dossier and e.number = found.number
                left join lateral (
                    select * from dossier_key f where f.dossier = d.id and f.until > :asOf
                    order by f.number limit 1) as k on true
            order by found.dossier desc limit :rows""";

    private final EntityManager entities;
    private final Histories histories;

    CountedDossiers(EntityManager entities, Histories histories) {
        this.entities = entities;
        this.histories = histories;
    }

    DrillDownAnswer page(DrillDown asked, int limit, String cursor) {
        if (cursor == null) {
            return answer(asked, limit, Long.MAX_VALUE);
        }
        var keys = Cursor.read(asked.list(), cursor, 2);
        var asOf = Cursor.moment(keys.get(0));
        var question = asked.question();
        if (question.live() ? asOf.isAfter(question.asOf()) : !asOf.equals(question.asOf())) {
            throw HttpProblem.CURSOR_INVALID.because();
        }
        return answer(asked.knownBy(asOf), limit, Cursor.number(keys.get(1)));
    }

    private DrillDownAnswer answer(DrillDown asked, int limit, long before) {
        var found = QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            Database.readAtOneMoment(entities);
            return found(asked, limit + 1, before);
        });
        var page = Page.of(found.rows, limit, CountedDossier::of, row -> after(asked, (Long) row.get("dossier")));
        var goesOn = page.next() == null && found.lookedDownTo != null;
        return DrillDownAnswer.of(asked, page.items(), goesOn ? after(asked, found.lookedDownTo) : page.next());
    }

    private static String after(DrillDown asked, long dossier) {
        return Cursor.after(asked.list(), asked.question().asOf().toString(), String.valueOf(dossier));
    }

    private Found found(DrillDown asked, int most, long before) {
        var rows = new ArrayList<Tuple>();
        var last = before;
        var looked = 0;
        for (var some = GROWTH * most; looked < MOST_OF_A_PAGE; some = Math.min(GROWTH * some, MOST_AT_A_TIME)) {
            var candidates = candidates(asked, some, last);
            if (!candidates.isEmpty()) {
                rows.addAll(among(candidates, asked, most - rows.size()));
                last = candidates.get(candidates.size() - 1);
            }
            if (candidates.size() < some || rows.size() == most) {
                return new Found(rows, null);
            }
            looked += some;
        }
        return new Found(rows, last);
    }

    /**
     * Some of the dossiers asked for.
     *
     * @param lookedDownTo the last that was looked at where there may be more; null where there are none, or enough
     */
    private record Found(List<Tuple> rows, Long lookedDownTo) {}

    @SuppressWarnings("unchecked")
    private List<Long> candidates(DrillDown asked, int some, long before) {
        var query = histories.newest(asked.question(), asked.those() + " and d.id < :before");
        List<Tuple> rows = bound(query, asked)
                .setParameter("before", before)
                .setParameter("some", some)
                .getResultList();
        return rows.stream().map(row -> (Long) row.get(0)).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> among(List<Long> candidates, DrillDown asked, int most) {
        var sql = SQL.replace("${figures}", Figure.any(asked.inOrder()));
        var question = asked.question();
        var those = asked.those() + " and d.id = any (cast(:candidates as bigint[]))";
        return bound(histories.told(sql, question, question.parts(), those), asked)
                .setParameter("candidates", candidates.toArray(Long[]::new))
                .setParameter("rows", most)
                .getResultList();
    }

    private static Query bound(Query query, DrillDown asked) {
        return asked.groupUnit() == null
                ? query
                : query.setParameter("groupUnit", asked.groupUnit().value());
    }
}
