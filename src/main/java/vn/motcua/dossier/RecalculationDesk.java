package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.access.Caller;
import vn.motcua.calendar.Calendars;
import vn.motcua.http.HttpProblem;
import vn.motcua.http.Job;
import vn.motcua.http.Jobs;
import vn.motcua.organization.CatalogueRights;

/** Where a keeper of the calendars asks what a day off announced late does to open dossiers, and has it done. */
@ApplicationScoped
@Transactional
class RecalculationDesk {

    private static final String DRY_RUN = "RECALCULATION_DRY_RUN";
    private static final String APPLIED = "RECALCULATION";
    static final List<String> KINDS = List.of(APPLIED, DRY_RUN);

    private final CatalogueRights rights;
    private final Calendars calendars;
    private final Jobs jobs;
    private final Concerned concerned;
    private final RecalculationRows rows;
    private final Caller caller;
    private final EntityManager entities;
    private final InstantSource time;

    RecalculationDesk(
            CatalogueRights rights,
            Calendars calendars,
            Jobs jobs,
            Concerned concerned,
            RecalculationRows rows,
            Caller caller,
            EntityManager entities,
            InstantSource time) {
        this.rights = rights;
        this.calendars = calendars;
        this.jobs = jobs;
        this.concerned = concerned;
        this.rows = rows;
        this.caller = caller;
        this.entities = entities;
        this.time = time;
    }

    /** Has every open dossier of a calendar follow what is its newest version now, or asks what would come of it. */
    Job order(String calendar, RecalculationBody body) {
        rights.requireOverAll();
        var newest = calendars.newest(calendar);
        var job = new Job(body.dryRun() ? DRY_RUN : APPLIED, caller.id(), caller.unit(), time.instant());
        var wanted = new Recalculation(job, newest, body);
        job.expect(concerned.count(wanted, time.instant()));
        jobs.add(job);
        entities.persist(wanted);
        return job;
    }

    RecalculationView show(UUID id) {
        return RecalculationView.of(require(id), jobs.require(id), rows.byUnit(id));
    }

    List<RecalculationRow.Placed> rows(UUID id, RecalculationRow.Filter filter, long after, int most) {
        return rows.list(require(id).job(), filter, after, most);
    }

    private Recalculation require(UUID id) {
        rights.requireOverAll();
        return Optional.ofNullable(
                        entities.find(Recalculation.class, jobs.require(id).id()))
                .orElseThrow(() -> HttpProblem.JOB_UNKNOWN.because(id));
    }
}
