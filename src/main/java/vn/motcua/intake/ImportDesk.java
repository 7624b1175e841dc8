package vn.motcua.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import vn.motcua.access.Caller;
import vn.motcua.http.Job;
import vn.motcua.http.Jobs;

/** Takes a file in. It is acknowledged once every row is kept; the work itself comes after. */
@ApplicationScoped
class ImportDesk {

    static final String KIND = "IMPORT";

    private final Jobs jobs;
    private final ImportRows rows;
    private final Caller caller;
    private final ObjectMapper json;
    private final InstantSource time;

    ImportDesk(Jobs jobs, ImportRows rows, Caller caller, ObjectMapper json, InstantSource time) {
        this.jobs = jobs;
        this.rows = rows;
        this.caller = caller;
        this.json = json;
        this.time = time;
    }

    @Transactional
    Job takeIn(ImportFile file) {
        var job = new Job(KIND, caller.id(), caller.unit(), time.instant());
        jobs.add(job);
        var total = rows.keep(job.id(), row -> file.forEachRow(json, row));
        if (total == 0) {
            throw ImportProblem.FILE_EMPTY.because();
        }
        job.expect(total);
        return job;
    }
}
