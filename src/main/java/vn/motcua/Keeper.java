package vn.motcua;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Starts our own PostgreSQL again whenever it ends, on the port it had, as long as the service runs. Until it is back
 * the service answers 503, as it does without any other database.
 */
final class Keeper {

    private static final Logger LOG = Logger.getLogger(Keeper.class);
    /** Long enough for the shutdown hooks, one of which ends the server, all to have begun. */
    private static final long FIRST_PAUSE_MILLIS = 500;

    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    /** A server that replays a long log is not slow to start but at work; pg_ctl tells when it has ended. */
    private static final String PATIENCE_SECONDS = String.valueOf(TimeUnit.DAYS.toSeconds(1));

    private final Path binaries;
    private final Path folder;
    private final PostmasterPid pidFile;
    private volatile boolean ending;

    Keeper(Path binaries, Path folder) {
        this.binaries = binaries;
        this.folder = folder;
        this.pidFile = PostmasterPid.of(folder);
    }

    void keep() throws IOException {
        var server = pidFile.server();
        var program = Path.of(server.info().command().orElseThrow());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true));
        var keeper = new Thread(() -> keep(server, program), "own-postgresql");
        keeper.setDaemon(true);
        keeper.start();
    }

    private void keep(ProcessHandle first, Path program) {
        try {
            var server = first;
            while (hasEndedUnasked(server)) {
                server = untilItRuns(program);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted); // nobody interrupts it
        }
    }

    private boolean hasEndedUnasked(ProcessHandle server) throws InterruptedException {
        server.onExit().join();
        Thread.sleep(FIRST_PAUSE_MILLIS);
        return !ending;
    }

    private ProcessHandle untilItRuns(Path program) throws InterruptedException {
        LOG.error("Own PostgreSQL has ended and is started again");
        for (var pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                var server = startAgain(program);
                LOG.info("Own PostgreSQL is back");
                return server;
            } catch (IOException failed) {
                LOG.errorf("%s; trying again in %d ms", failed.getMessage(), pause);
                Thread.sleep(pause);
            }
        }
    }

    /** With the port and settings it had: it keeps its command line in a file of its own. */
    private ProcessHandle startAgain(Path program) throws IOException, InterruptedException {
        LeftOvers.of(binaries).end();
        pidFile.delete();
        var control = program.resolveSibling(program.getFileName().toString().replace("postgres", "pg_ctl"));
        var line = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            line.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
        }
        line.addAll(List.of(control.toString(), "-D", folder.toString(), "-w", "-t", PATIENCE_SECONDS, "restart"));
        var starting = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (starting.waitFor() != 0) {
            throw new IOException("Own PostgreSQL could not be started on " + folder);
        }
        return pidFile.server();
    }
}
