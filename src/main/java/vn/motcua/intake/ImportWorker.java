package vn.motcua.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.validation.Validator;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.motcua.dossier.Actor;
import vn.motcua.dossier.Archive;
import vn.motcua.dossier.Archive.How;
import vn.motcua.dossier.Archive.Taken;
import vn.motcua.dossier.PastDossier;
import vn.motcua.http.Database;
import vn.motcua.http.Job;
import vn.motcua.http.Jobs;
import vn.motcua.intake.ImportRows.Concluded;
import vn.motcua.intake.ImportRows.Line;
import vn.motcua.organization.Units;
import vn.motcua.problem.Problem;

/** Does imports, a batch a transaction: a killed service goes on with the rows that have no outcome yet. */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int BATCH = 500;
    private static final int LONGEST_ROW = 64 * 1024;

    private final Jobs jobs;
    private final ImportRows rows;
    private final Archive archive;
    private final Units units;
    private final ObjectMapper json;
    private final Validator validator;
    private final InstantSource time;

    ImportWorker(
            Jobs jobs,
            ImportRows rows,
            Archive archive,
            Units units,
            ObjectMapper json,
            Validator validator,
            InstantSource time) {
        this.jobs = jobs;
        this.rows = rows;
        this.archive = archive;
        this.units = units;
        this.json = json;
        this.validator = validator;
        this.time = time;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        var job = QuarkusTransaction.requiringNew().call(() -> jobs.takeUp(ImportDesk.KIND, time.instant()));
        job.ifPresent(this::finish);
    }

    private void finish(UUID job) {
        try {
            while (batch(job, BATCH)) {
                // each batch is committed before the next begins
            }
        } catch (PersistenceException failed) {
            LOG.warnf("a batch of import %s failed (%s), going on row by row", job, failed.getClass());
            rowByRow(job);
        }
    }

    /** Each row stands alone: what the database refuses for a reason nobody foresaw is said, and the rest goes on. */
    private void rowByRow(UUID job) {
        var more = true;
        while (more) {
            try {
                more = batch(job, 1);
            } catch (PersistenceException refused) {
                if (Database.isAway(refused)) {
                    throw refused; // the lease runs out and the import is taken up again
                }
                LOG.errorf(refused, "a row of import %s was refused by the database", job);
                refuseNext(job);
            }
        }
    }

    private void refuseNext(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            var job = jobs.hold(id);
            var refused = rows.next(id, 1).stream()
                    .map(line -> new Concluded(line, null, refused(ImportProblem.ROW_NOT_KEPT.because())))
                    .toList();
            rows.conclude(id, refused);
            job.advance(0, 0, refused.size(), time.instant().plus(Jobs.LEASE));
        });
    }

    /** Returns whether there may be more to do. */
    private boolean batch(UUID id, int most) {
        return QuarkusTransaction.requiringNew().timeout(600).call(() -> {
            var job = jobs.hold(id);
            var lines = rows.next(id, most);
            if (lines.isEmpty()) {
                job.end(Job.State.DONE);
                return false;
            }
            conclude(job, lines);
            return true;
        });
    }

    private void conclude(Job job, List<Line> lines) {
        var read = lines.stream().map(this::read).toList();
        var readable = read.stream()
                .filter(row -> row.refusal == null)
                .map(Read::dossier)
                .toList();
        var actor = new Actor(job.caller(), job.unit(), true);
        var taken = archive.record(readable, actor, units.subtree(job.unit())).iterator();
        var results = read.stream()
                .map(row -> new Concluded(
                        row.line, row.identity(), row.refusal == null ? taken.next() : refused(row.refusal)))
                .toList();
        rows.conclude(job.id(), results);
        job.advance(
                count(results, How.ACCEPTED),
                count(results, How.UNCHANGED),
                count(results, How.REFUSED),
                time.instant().plus(Jobs.LEASE));
    }

    private static Taken refused(Problem problem) {
        return new Taken(How.REFUSED, null, problem);
    }

    private static long count(List<Concluded> results, How how) {
        return results.stream().filter(row -> row.taken().how() == how).count();
    }

    private Read read(Line line) {
        if (line.text().length() > LONGEST_ROW) {
            return new Read(line, null, ImportProblem.ROW_TOO_LONG.because(LONGEST_ROW));
        }
        try {
            var row = json.readValue(line.text(), ImportLine.class);
            var wrong = row == null || !validator.validate(row).isEmpty();
            return wrong
                    ? new Read(line, null, ImportProblem.ROW_MALFORMED.because())
                    : new Read(line, row.dossier(), null);
        } catch (JsonMappingException malformed) {
            var known = malformed.getCause() instanceof Problem problem ? problem : null;
            return new Read(line, null, known == null ? ImportProblem.ROW_MALFORMED.because() : known);
        } catch (JsonProcessingException malformed) {
            return new Read(line, null, ImportProblem.ROW_MALFORMED.because());
        }
    }

    /** A line and what it turned out to be: a dossier, or nothing that can be read. */
    private record Read(Line line, PastDossier dossier, Problem refusal) {

        String identity() {
            return dossier == null || refusal != null ? null : dossier.identity();
        }
    }
}
