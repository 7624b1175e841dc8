package vn.motcua.dossier;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.motcua.calendar.KeptCalendar;
import vn.motcua.http.Job;

/** The wish that open dossiers go over to a version of a calendar, or the question what would come of it. */
@Entity
@Immutable
class Recalculation {

    @Id
    private UUID job;

    private String calendar;
    private int version;
    private boolean dryRun;
    private String legalBasis;
    private String reason;

    protected Recalculation() {}

    Recalculation(Job job, KeptCalendar to, RecalculationBody body) {
        this.job = job.id();
        this.calendar = to.code();
        this.version = to.version();
        this.dryRun = body.dryRun();
        this.legalBasis = body.legalBasis();
        this.reason = body.reason();
    }

    UUID job() {
        return job;
    }

    String calendar() {
        return calendar;
    }

    /** The version of the calendar it leads to: the newest when it was asked for. */
    int version() {
        return version;
    }

    boolean dryRun() {
        return dryRun;
    }

    String legalBasis() {
        return legalBasis;
    }

    String reason() {
        return reason;
    }

    /** What every dossier's history says of it. */
    Map<String, String> texts() {
        var texts = new HashMap<>(Map.of("legalBasis", legalBasis));
        if (reason != null) {
            texts.put("reason", reason);
        }
        return texts;
    }
}
