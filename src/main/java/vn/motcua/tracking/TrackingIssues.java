package vn.motcua.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import vn.motcua.access.Caller;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.TrackingSecrets;

/** How often secrets were given out again; only the last opens. */
@ApplicationScoped
class TrackingIssues {

    private final EntityManager entities;

    TrackingIssues(EntityManager entities) {
        this.entities = entities;
    }

    /** The number of the one that opens; the first for whatever nothing was given out for, be there a dossier or not. */
    int current(String code) {
        var highest = entities.createNativeQuery(
                        "select coalesce(max(issue), ?2) from tracking_issue where dossier = ?1")
                .setParameter(1, code)
                .setParameter(2, TrackingSecrets.FIRST_ISSUE)
                .getSingleResult();
        return (Integer) highest;
    }

    void add(DossierCode dossier, int issue, Instant at, Caller by) {
        entities.createNativeQuery(
                        """
                        insert into tracking_issue (dossier, issue, issued_at, issued_by, unit)
                        values (?1, ?2, ?3, ?4, ?5)""")
                .setParameter(1, dossier.value())
                .setParameter(2, issue)
                .setParameter(3, at)
                .setParameter(4, by.id())
                .setParameter(5, by.unit())
                .executeUpdate();
    }
}
