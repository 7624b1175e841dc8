package vn.motcua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The PostgreSQL processes that a service killed outright left running. They are known by the folder their program
 * lies in, not by the number in postmaster.pid: that may belong to another program by now, even to somebody else's
 * PostgreSQL, and the children of a server that was killed stand in no file at all.
 */
final class LeftOvers {

    private static final Logger LOG = Logger.getLogger(LeftOvers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<ProcessHandle> processes;

    private LeftOvers(List<ProcessHandle> processes) {
        this.processes = processes;
    }

    static LeftOvers of(Path binaries) throws IOException {
        if (!Files.exists(binaries)) {
            return new LeftOvers(List.of());
        }
        var folder = binaries.toRealPath();
        return new LeftOvers(ProcessHandle.allProcesses()
                .filter(process -> runsFrom(folder, process))
                .toList());
    }

    private static boolean runsFrom(Path folder, ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> Path.of(program).startsWith(folder))
                .isPresent();
    }

    /** Ends them; nothing runs on the data any more when this returns. */
    void end() throws IOException {
        for (var server : processes.stream().filter(this::isServer).toList()) {
            LOG.infof("Ending the PostgreSQL (process %d) that an earlier service left running", server.pid());
            server.destroy();
        }
        if (!gone(PATIENCE)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            gone(PATIENCE);
        }
    }

    /** The server's children end with it; one whose server was killed ends by itself once it notices. */
    private boolean isServer(ProcessHandle process) {
        return process.parent().filter(processes::contains).isEmpty();
    }

    private boolean gone(Duration patience) throws IOException {
        var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(exits).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stuck) {
            return false;
        } catch (InterruptedException | ExecutionException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
