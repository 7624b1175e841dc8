package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;

/**
 * The open dossiers a recalculation still has before it: those whose clock, whose intake hours or whose step under way
 * keep an older version of its calendar, and that it has not met yet.
 */
@ApplicationScoped
class Concerned {

    /** Each way has an index of its own that gives its dossiers in order; a step already late keeps its calendar. */
    private static final String SQL =
            """
            (select d.id from dossier d
                where d.calendar = :calendar and d.calendar_version < :version and d.id > :after ${open})
            union
            (select d.id from dossier d
                where d.intake_calendar = :calendar and d.intake_calendar_version < :version and d.id > :after
                    and (d.intake_calendar <> d.calendar or d.intake_calendar_version <> d.calendar_version) ${open})
            union
            (select d.id from dossier_hand_over h join dossier d on d.id = h.dossier
                where h.calendar = :calendar and h.calendar_version < :version and h.dossier > :after
                    and h.ended_at is null and (h.due_at is null or h.due_at > :now) ${open})""";

    private static final String OPEN =
            """
            and d.ended_at is null and not d.voided and not exists (
                select from recalculation_row r where r.job = :job and r.dossier = d.id)""";

    private final EntityManager entities;

    Concerned(EntityManager entities) {
        this.entities = entities;
    }

    long count(Recalculation wanted, Instant now) {
        var all = SQL.replace("${open}", OPEN);
        var query = entities.createNativeQuery("select count(*) from (" + all + ") as concerned");
        return ((Number) bound(query, wanted, 0, now).getSingleResult()).longValue();
    }

    /** The ids of the next, in order. */
    @SuppressWarnings("unchecked")
    List<Long> next(Recalculation wanted, long after, int most, Instant now) {
        var page = SQL.replace("${open}", OPEN + " order by id limit " + most);
        var query = entities.createNativeQuery(page + " order by id limit " + most, Long.class);
        return bound(query, wanted, after, now).getResultList();
    }

    private static Query bound(Query query, Recalculation wanted, long after, Instant now) {
        return query.setParameter("calendar", wanted.calendar())
                .setParameter("version", wanted.version())
                .setParameter("job", wanted.job())
                .setParameter("after", after)
                .setParameter("now", now);
    }
}
