package vn.motcua;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL of our own, for those who configured none. Its data survives restarts and crashes: unlike the binaries'
 * usual settings, every commit reaches the disk before it is acknowledged.
 */
final class OwnPostgres {

    private static final Logger LOG = Logger.getLogger(OwnPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Written once initdb has finished; a folder without it holds nothing anybody was promised. */
    private static final String INITIALISED = "initialised";

    private final int port;

    private OwnPostgres(int port) {
        this.port = port;
    }

    /**
     * The server on this folder, running.
     *
     * @param shared whether to join the server of a service that is running on the folder
     */
    static OwnPostgres in(Path data, boolean shared) {
        try {
            Files.createDirectories(data);
            if (lock(data) == null) {
                return join(data.resolve("postgres"), shared);
            }
            return start(data);
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + data, failed);
        }
    }

    Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "quarkus.datasource.username",
                "postgres");
    }

    /** Held until this process ends, however it ends. */
    private static FileLock lock(Path data) throws IOException {
        return FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
    }

    private static OwnPostgres join(Path folder, boolean shared) throws IOException {
        if (!shared) {
            throw new Motcua.Refusal("Another service is running on " + folder.getParent());
        }
        var port = Files.readAllLines(folder.resolve("postmaster.pid")).get(3);
        return new OwnPostgres(Integer.parseInt(port.strip()));
    }

    private static OwnPostgres start(Path data) throws IOException {
        var folder = data.resolve("postgres");
        clearUnfinished(data, folder);
        endLeftOver(folder.resolve("postmaster.pid"));
        var server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(data.resolve("binaries").toFile())
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setPGStartupWait(PATIENCE)
                .start();
        Files.writeString(data.resolve(INITIALISED), "");
        LOG.infof("Own PostgreSQL on port %d, fsync and synchronous_commit on, data in %s", server.getPort(), folder);
        return new OwnPostgres(server.getPort());
    }

    private static void clearUnfinished(Path data, Path folder) throws IOException {
        if (!Files.exists(data.resolve(INITIALISED)) && Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** A service killed outright leaves its server running; nobody else can be using it, since we hold the lock. */
    private static void endLeftOver(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        var server = ProcessHandle.of(pid).filter(OwnPostgres::isPostgres);
        if (server.isEmpty()) {
            Files.delete(pidFile); // the number may belong to another program by now
            return;
        }
        LOG.infof("Ending the PostgreSQL (process %d) that an earlier service left running", pid);
        end(server.get());
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private static void end(ProcessHandle server) throws IOException {
        server.destroy();
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (InterruptedException | java.util.concurrent.ExecutionException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
