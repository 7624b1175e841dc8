package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.http.Cursor;
import vn.motcua.http.Page;

/** Finds dossiers: what the caller may see, narrowed by what was asked, in an order that never ties. */
@ApplicationScoped
class DossierList {

    private static final String SEEN =
            "select " + DossierLine.COLUMNS + " from dossier d where d.units && cast(:reach as text[])";
    private static final String NEWEST_FIRST = " order by d.recorded_at desc, d.id desc";

    private final EntityManager entities;
    private final Sides sides;
    private final Strongbox strongbox;

    DossierList(EntityManager entities, Sides sides, Strongbox strongbox) {
        this.entities = entities;
        this.sides = sides;
        this.strongbox = strongbox;
    }

    Page<DossierLine> list(DossierFilter filter, int limit, String cursor) {
        return newestFirst("dossiers", filter.conditions(), limit, cursor);
    }

    /** Dossiers of a person: by name as clerks type it, by identity number, by phone. */
    Page<DossierLine> search(SearchBody wanted, int limit, String cursor) {
        var conditions = wanted.conditions(strongbox);
        conditions.require("not d.voided");
        return newestFirst("search", conditions, limit, cursor);
    }

    @SuppressWarnings("unchecked")
    private Page<DossierLine> newestFirst(String list, Conditions conditions, int limit, String cursor) {
        goOn(list, cursor, conditions);
        List<Object[]> rows =
                query(conditions, sides.reach(), " limit " + (limit + 1)).getResultList();
        return Page.of(rows, limit, DossierLine::of, row -> Cursor.after(list, row[24].toString(), row[25].toString()));
    }

    private static void goOn(String list, String cursor, Conditions conditions) {
        if (cursor != null) {
            var keys = Cursor.read(list, cursor, 2);
            conditions.add("(d.recorded_at, d.id) < (:afterTime, :afterId)", "afterTime", Cursor.moment(keys.get(0)));
            conditions.put("afterId", Cursor.number(keys.get(1)));
        }
    }

    /** The whole list, newest first, as somebody with this reach sees it. */
    Query whole(Conditions conditions, Set<String> reach) {
        return query(conditions, reach, "");
    }

    private Query query(Conditions conditions, Set<String> reach, String limited) {
        var query = entities.createNativeQuery(SEEN + conditions.sql() + NEWEST_FIRST + limited);
        return bound(query, conditions, reach);
    }

    /** How many there are, counted up to the cap. */
    Page.Count count(DossierFilter filter) {
        var conditions = filter.conditions();
        var capped = SEEN + conditions.sql() + " limit " + (Page.Count.CAP + 1);
        var query = entities.createNativeQuery("select count(*) from (" + capped + ") as capped");
        return Page.Count.of(((Number) bound(query, conditions, sides.reach()).getSingleResult()).longValue());
    }

    private static Query bound(Query query, Conditions conditions, Set<String> reach) {
        query.setParameter("reach", reach.toArray(String[]::new));
        conditions.bind(query);
        return query;
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

        void bind(Query query) {
            values.forEach(query::setParameter);
        }
    }
}
