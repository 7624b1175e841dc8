package vn.motcua.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that is not the service's own, on a folder and a port that stay: it can be stopped and started. */
final class ForeignPostgres implements AutoCloseable {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    ForeignPostgres() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "foreign");
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    ForeignPostgres start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.toAbsolutePath())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        return this;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    void stop() throws IOException {
        server.close();
    }

    List<ProcessHandle> processes() throws IOException {
        return processes(folder.resolve("postmaster.pid"));
    }

    /** The server that wrote this file, and its children. */
    static List<ProcessHandle> processes(Path pidFile) throws IOException {
        var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        return ProcessHandle.of(pid)
                .map(server -> Stream.concat(Stream.of(server), server.descendants()))
                .orElseGet(Stream::empty)
                .toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
