package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/**
 * A day off announced late with 100,000 open dossiers: how long it takes, what memory, and how long a desk waits for a
 * lock meanwhile. Not part of the build (Linux only):
 * {@code ./mvnw -Pproofs verify -Dit.test=RecalculationProof}, smaller with {@code -Dproof.dossiers=5000}.
 */
class RecalculationProof {

    private static final int DOSSIERS = Integer.getInteger("proof.dossiers", 100_000);
    private static final int BROUGHT = Math.min(2000, DOSSIERS);
    private static final int LONGEST_WAIT_MILLIS = 100;
    private static final long BEFORE_MILLIS = 20_000;

    private PackagedService service;
    private OpenDossiers open;

    @Test
    void a_hundred_thousand_open_dossiers_follow_while_the_desks_go_on() throws Exception {
        try (var started = PackagedService.onEmptyFolder().demo().start()) {
            service = started;
            open = new OpenDossiers(service);
            open.furnish();
            open.bring(BROUGHT);
            open.multiply(DOSSIERS / BROUGHT);
            open.announceDayOff();

            var asked = timed("dry run", () -> done(true));
            say("    " + open.shown(asked).path("totals"));
            desksAlone();
            expectSmallWaits(desksMeanwhile());
        }
    }

    private String done(boolean dryRun) throws Exception {
        var job = open.recalculate(dryRun);
        open.await("catalogue", job, OpenDossiers.isDone());
        return job;
    }

    private void desksAlone() throws Exception {
        try (var watch = new LockWatch(service)) {
            var desks = new DesksInTheWay(service, codes(), () -> (int) (Math.random() * DOSSIERS));
            try (desks) {
                Thread.sleep(BEFORE_MILLIS);
            }
            say("desks alone: " + desks);
            say("    " + watch);
        }
    }

    private LockWatch desksMeanwhile() throws Exception {
        var codes = codes();
        var job = new String[1];
        var watch = new LockWatch(service);
        try (watch;
                var connection = DriverManager.getConnection(service.jdbcUrl())) {
            var desks = new DesksInTheWay(service, codes, front(connection));
            try (desks) {
                job[0] = timed("apply, with desks at work", () -> done(false));
            }
            say("desks meanwhile: " + desks);
            say("    " + watch);
        }
        say("    " + open.shown(job[0]).path("totals"));
        open.expectEachMetOnce(job[0], open.shown(job[0]).at("/job/total").asInt());
        return watch;
    }

    private List<String> codes() throws Exception {
        return open.asked("select code from dossier where source = 'IMPORT' order by id");
    }

    /** How many dossiers the job that was ordered last has met. */
    private IntSupplier front(Connection connection) {
        return () -> {
            synchronized (connection) {
                try (var statement = connection.createStatement()) {
                    var done = statement.executeQuery(
                            "select coalesce(max(done), 0) from job where kind = 'RECALCULATION'");
                    done.next();
                    return done.getInt(1);
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }
        };
    }

    private void expectSmallWaits(LockWatch watch) {
        assertThat(watch.longestMillis()).as(watch.toString()).isLessThan(LONGEST_WAIT_MILLIS);
    }

    private <T> T timed(String what, Work<T> work) throws Exception {
        var process = service.process();
        var before = Memory.megabytes(process);
        Memory.forgetMost(process);
        var begun = System.nanoTime();
        var result = work.done();
        var seconds = (System.nanoTime() - begun) / 1e9;
        say("%s: %.1f s, %.0f a second; memory %d MB before, %d MB at most, %d MB after"
                .formatted(
                        what,
                        seconds,
                        DOSSIERS / seconds,
                        before,
                        Memory.mostMegabytes(process),
                        Memory.megabytes(process)));
        return result;
    }

    private static void say(String line) {
        System.out.println("PROOF " + line);
    }

    /** Something that takes time. */
    private interface Work<T> {

        T done() throws Exception;
    }
}
