package vn.motcua.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.motcua.http.Done;

/** Puts on record what was done, in the transaction that did it. */
@ApplicationScoped
class DoingAudit {

    private final Trail trail;
    private final AuditEntries entries;

    DoingAudit(Trail trail, AuditEntries entries) {
        this.trail = trail;
        this.entries = entries;
    }

    void record(@Observes Done done) {
        entries.add(trail.footprints(null));
    }
}
