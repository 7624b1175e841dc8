package vn.motcua.dossier;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import vn.motcua.http.Job;
import vn.motcua.organization.UnitCode;

/** An order to let go of the people of dossiers that have been over for long enough. */
@Entity
class Anonymisation {

    @Id
    private UUID job;

    private String unit;
    private Instant endedBefore;
    private String legalBasis;

    protected Anonymisation() {}

    Anonymisation(Job job, UnitCode unit, Instant endedBefore, String legalBasis) {
        this.job = job.id();
        this.unit = unit.value();
        this.endedBefore = endedBefore;
        this.legalBasis = legalBasis;
    }

    UUID job() {
        return job;
    }

    /** The unit that answers, or one above it. */
    String unit() {
        return unit;
    }

    Instant endedBefore() {
        return endedBefore;
    }
}
