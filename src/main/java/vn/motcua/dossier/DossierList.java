package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.http.Cursor;
import vn.motcua.http.Dates;
import vn.motcua.http.HttpProblem;
import vn.motcua.http.Page;

/** Finds dossiers: what the caller may see, narrowed by what was asked, in an order that never ties. */
@ApplicationScoped
class DossierList {

    private static final String COLUMNS =
            """
            select d.code, d.status, d.procedure_code, d.channel, d.receiving_unit, d.competent_unit, d.current_unit,
                d.officer, d.source, d.zone, d.submitted_at, d.intake_due_at, d.received_at, d.first_due_at, d.due_at,
                d.due_date, d.stopped_at, d.answer_by, d.ended_at, d.date_verdict, d.moment_verdict,
                d.date_verdict_first, d.moment_verdict_first, d.version, d.recorded_at, d.id,
                d.extended_at
            from dossier d where d.units && cast(:reach as text[]) and not d.voided""";
    private static final String OPEN =
            " and d.status in ('SUBMITTED', 'RECEIVED', 'PROCESSING', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT',"
                    + " 'SUSPENDED')";
    /** After every due date: what has none comes last. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final EntityManager entities;
    private final Sides sides;

    DossierList(EntityManager entities, Sides sides) {
        this.entities = entities;
        this.sides = sides;
    }

    Page<DossierLine> list(DossierFilter filter, int limit, String cursor) {
        return newestFirst("dossiers", filter.conditions(), limit, cursor);
    }

    /** Dossiers of a person: by name as clerks type it, by identity number, by phone. */
    Page<DossierLine> search(SearchBody wanted, int limit, String cursor) {
        return newestFirst("search", wanted.conditions(), limit, cursor);
    }

    private Page<DossierLine> newestFirst(String list, Conditions conditions, int limit, String cursor) {
        goOn(list, cursor, "(d.recorded_at, d.id) < (:afterTime, :afterId)", conditions);
        var rows = rows(COLUMNS + conditions.sql() + " order by d.recorded_at desc, d.id desc", conditions, limit);
        return Page.of(rows, limit, DossierLine::of, row -> Cursor.after(list, row[24].toString(), row[25].toString()));
    }

    private static void goOn(String list, String cursor, String condition, Conditions conditions) {
        if (cursor != null) {
            var keys = Cursor.read(list, cursor, 2);
            conditions.add(condition, "afterTime", instant(keys.get(0)));
            conditions.put("afterId", number(keys.get(1)));
        }
    }

    /** How many there are, counted up to the cap. */
    Page.Count count(DossierFilter filter) {
        var conditions = filter.conditions();
        var capped = COLUMNS + conditions.sql() + " limit " + (Page.Count.CAP + 1);
        var query = entities.createNativeQuery("select count(*) from (" + capped + ") as capped");
        return Page.Count.of(((Number) bound(query, conditions).getSingleResult()).longValue());
    }

    /** What a unit holds and must still finish, most urgent first; what has no due date now comes last. */
    Page<DossierLine> worklist(String unit, String officer, int limit, String cursor) {
        var conditions = new Conditions();
        conditions.add("d.current_unit = :unit", "unit", unit);
        if (officer != null) {
            conditions.add("d.officer = :officer", "officer", officer);
        }
        var urgency = "coalesce(d.due_at, d.intake_due_at, timestamptz '9999-12-31 00:00:00+00')";
        goOn("worklist", cursor, "(" + urgency + ", d.id) > (:afterTime, :afterId)", conditions);
        var rows = rows(COLUMNS + OPEN + conditions.sql() + " order by " + urgency + ", d.id", conditions, limit);
        return Page.of(rows, limit, DossierLine::of, row -> Cursor.after("worklist", urgency(row), row[25].toString()));
    }

    private static String urgency(Object[] row) {
        var due = row[14] != null ? row[14] : row[11];
        return (due == null ? NEVER : due).toString();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Conditions conditions, int limit) {
        return bound(entities.createNativeQuery(sql + " limit " + (limit + 1)), conditions)
                .getResultList();
    }

    private Query bound(Query query, Conditions conditions) {
        query.setParameter("reach", sides.reach().toArray(String[]::new));
        conditions.values.forEach(query::setParameter);
        return query;
    }

    private static Instant instant(String key) {
        try {
            var moment = Instant.parse(key);
            if (Dates.isAskedFor(moment)) {
                return moment;
            }
        } catch (java.time.format.DateTimeParseException forged) {
            // falls through: not a moment, so not one of ours
        }
        throw HttpProblem.CURSOR_INVALID.because();
    }

    private static Long number(String key) {
        try {
            return Long.valueOf(key);
        } catch (NumberFormatException forged) {
            throw HttpProblem.CURSOR_INVALID.because();
        }
    }

    /** What narrows a list: SQL of our own, values of the caller's. */
    static final class Conditions {

        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void add(String sql, String name, Object value) {
            require(sql);
            put(name, value);
        }

        void require(String sql) {
            parts.add(sql);
        }

        void put(String name, Object value) {
            values.put(name, value);
        }

        String sql() {
            return parts.isEmpty() ? "" : " and " + String.join(" and ", parts);
        }
    }
}
