package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Takes people and free texts away from dossiers; the chain of their history goes on, and no count changes. */
@ApplicationScoped
class Anonymiser {

    private static final String OVER =
            """
            from dossier d where coalesce(d.competent_heir, d.competent_unit) = any(cast(?1 as text[]))
            and d.anonymised_at is null and coalesce(d.ended_at, d.voided_at) < ?2""";

    /** Each leaves only what says nothing of anybody; by the applicant's area a unit's heirs share its dossiers. */
    private static final List<String> TAKEN_AWAY = List.of(
            """
            update dossier_person set name = null, name_key = null, identity_kind = null,
                area_code = case role when 'APPLICANT' then area_code end, sealed = null, key_id = null, identity_digest = null, phone_digest = null
            where dossier = any(cast(?1 as bigint[]))""",
            "delete from dossier_person_former where dossier = any(cast(?1 as bigint[]))",
            "delete from dossier_content where dossier = any(cast(?1 as bigint[]))",
            "delete from dossier_text where dossier = any(cast(?1 as bigint[]))");

    private final EntityManager entities;
    private final History history;
    private final InstantSource time;

    Anonymiser(EntityManager entities, History history, InstantSource time) {
        this.entities = entities;
        this.history = history;
        this.time = time;
    }

    long count(Anonymisation wanted, Set<String> reach) {
        return ((Number) over("select count(*) " + OVER, wanted, reach).getSingleResult()).longValue();
    }

    /** Those to be taken up next; what a desk or another replica is at work on is left for later. */
    @SuppressWarnings("unchecked")
    List<Long> next(Anonymisation wanted, Set<String> reach, int most) {
        return over("select d.id " + OVER + " limit " + most + " for update skip locked", wanted, reach)
                .getResultList();
    }

    private Query over(String sql, Anonymisation wanted, Set<String> reach) {
        return entities.createNativeQuery(sql, Long.class)
                .setParameter(1, reach.toArray(String[]::new))
                .setParameter(2, wanted.endedBefore());
    }

    /** Each with a row of its history, by whoever gave the order. */
    void letGo(List<Long> ids, Anonymisation wanted, Actor by) {
        var now = Moment.of(time.instant());
        var rows = new LinkedHashMap<Dossier, HistoryRow>();
        entities.createQuery("from Dossier where id in ?1", Dossier.class)
                .setParameter(1, ids)
                .getResultStream()
                .forEach(dossier -> rows.put(
                        dossier,
                        history.next(dossier, dossier.amendments().letGo(wanted.job(), now.recordedAt()), now, by)));
        history.keepAll(rows);
        entities.flush();
        TAKEN_AWAY.forEach(sql -> entities.createNativeQuery(sql)
                .setParameter(1, ids.toArray(Long[]::new))
                .executeUpdate());
    }
}
