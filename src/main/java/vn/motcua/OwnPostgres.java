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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final String BINARIES = "binaries";
    /** The server trusts whoever reaches it from this machine; Flyway takes no name without a password. */
    private static final String UNUSED_PASSWORD = "trusted";

    private static final String OWNER = "postgres";
    private static final String SERVICE = "motcua";

    private static final Set<FileLock> HELD = ConcurrentHashMap.newKeySet();

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
            return lock(data) ? start(data) : join(data, shared);
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + data, failed);
        }
    }

    Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "quarkus.datasource.username",
                SERVICE,
                "quarkus.flyway.username",
                OWNER,
                "quarkus.flyway.password",
                UNUSED_PASSWORD);
    }

    /** Held until this process ends, however it ends; a channel that nothing refers to would be closed with its lock. */
    private static boolean lock(Path data) throws IOException {
        var lock = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
        if (lock != null) {
            HELD.add(lock);
        }
        return lock != null;
    }

    private static OwnPostgres join(Path data, boolean shared) throws IOException {
        if (!shared) {
            throw new Motcua.Refusal("Another service is running on " + data);
        }
        var pidFile = PostmasterPid.of(data.resolve("postgres"));
        if (!pidFile.awaitReady(PATIENCE)) {
            throw new Motcua.Refusal("The service on " + data + " has no PostgreSQL running; try again");
        }
        return new OwnPostgres(pidFile.port());
    }

    private static OwnPostgres start(Path data) throws IOException {
        var folder = data.resolve("postgres");
        var binaries = data.resolve(BINARIES);
        LeftOvers.of(binaries).end();
        clearUnfinished(data, folder);
        PostmasterPid.of(folder).delete();
        var server = server(binaries, folder).start();
        var port = server.getPort();
        ServiceRole.named(SERVICE).in(server.getPostgresDatabase());
        Files.writeString(data.resolve(INITIALISED), "");
        new Keeper(binaries, folder).keep();
        LOG.infof("Own PostgreSQL on port %d, fsync and synchronous_commit on, data in %s", port, folder);
        return new OwnPostgres(port);
    }

    private static EmbeddedPostgres.Builder server(Path binaries, Path folder) {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setPGStartupWait(PATIENCE);
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
}
