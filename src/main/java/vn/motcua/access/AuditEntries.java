package vn.motcua.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Who read and did what: the append-only record of it. */
@ApplicationScoped
class AuditEntries {

    /** Any number of them, in one round trip. */
    static final String INSERT =
            """
            insert into audit_entry (at, caller, roles, unit, client, operation, dossier, found, units, trace)
            select at, caller, roles, unit, client, operation, dossier, found, units, trace
            from json_to_recordset(cast(? as json)) as entry (at timestamptz, caller text, roles text[], unit text,
                client text, operation text, dossier text, found integer, units text[], trace text)""";

    private static final String LIST =
            """
            select id, at, caller, roles, unit, client, operation, dossier, found, trace from audit_entry
            where units && cast(:reach as text[])""";

    private final EntityManager entities;
    private final ObjectMapper json;

    AuditEntries(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** In the caller's transaction. */
    void add(List<Footprint> some) {
        entities.createNativeQuery(INSERT.replace("?", "?1"))
                .setParameter(1, json(some))
                .executeUpdate();
    }

    String json(List<Footprint> some) {
        try {
            return json.writeValueAsString(some);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Those that concern one of these units, newest first, after the place of one. */
    @SuppressWarnings("unchecked")
    List<Kept> list(AuditFilter filter, Instant now, Set<String> reach, Place after, int most) {
        var values = filter.values(now);
        var where = new StringBuilder(LIST);
        values.keySet().forEach(name -> where.append(AuditFilter.CONDITIONS.get(name)));
        values.put("reach", reach.toArray(String[]::new));
        if (after != null) {
            where.append(" and (at, id) < (:afterAt, :afterId)");
            values.put("afterAt", after.at());
            values.put("afterId", after.id());
        }
        var query = entities.createNativeQuery(where + " order by at desc, id desc limit " + most);
        values.forEach(query::setParameter);
        return ((List<Object[]>) query.getResultList()).stream().map(Kept::of).toList();
    }

    /** Where an entry stands in the list. */
    record Place(Instant at, long id) {}

    /** An entry as it was written down. */
    record Kept(
            long id,
            Instant at,
            String caller,
            List<String> roles,
            String unit,
            String client,
            String operation,
            String dossier,
            Integer found,
            String trace) {

        static Kept of(Object[] row) {
            return new Kept(
                    (Long) row[0],
                    (Instant) row[1],
                    (String) row[2],
                    Arrays.asList((String[]) row[3]),
                    (String) row[4],
                    (String) row[5],
                    (String) row[6],
                    (String) row[7],
                    (Integer) row[8],
                    (String) row[9]);
        }
    }
}
