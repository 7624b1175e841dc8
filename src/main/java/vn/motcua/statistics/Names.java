package vn.motcua.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What units and fields are called today, for whoever prints figures. */
@ApplicationScoped
class Names {

    private final EntityManager entities;

    Names(EntityManager entities) {
        this.entities = entities;
    }

    /** The names by code; those of codes that are not on record are missing. */
    SortedMap<String, String> of(Grouping kind, Collection<String> codes) {
        var table = kind == Grouping.UNIT ? "unit" : "field";
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "select code, name from " + table + " where code = any (:codes)")
                .setParameter("codes", codes.toArray(String[]::new))
                .getResultList();
        var names = new TreeMap<String, String>();
        rows.forEach(row -> names.put((String) row[0], (String) row[1]));
        return names;
    }
}
