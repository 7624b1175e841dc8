package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The PostgreSQL under service and pgbench alike, every commit on disk; it can be asked to log all it is told. */
final class Server implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final EmbeddedPostgres postgres;

    Server(Path place) throws IOException {
        folder = place.resolve("postgres").toAbsolutePath();
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(place.resolve("binaries").toFile())
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_destination", "jsonlog")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    int port() {
        return postgres.getPort();
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?user=postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    String version() throws SQLException {
        return one("show server_version").split(" ")[0];
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String one(String sql) throws SQLException {
        return column(sql).get(0);
    }

    List<String> column(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** Everything it is told from here on, with how long each took. */
    void logAll() throws SQLException, InterruptedException {
        set("0");
    }

    void logNothing() throws SQLException, InterruptedException {
        set("-1");
    }

    private void set(String threshold) throws SQLException, InterruptedException {
        execute("alter system set log_min_duration_statement = " + threshold);
        execute("select pg_reload_conf()");
        Thread.sleep(1500); // idle sessions read it with their next command, the collector writes a little later
    }

    List<JsonNode> log() throws IOException {
        try (var files = Files.list(folder.resolve("log"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(Server::lines)
                    .toList();
        }
    }

    private static Stream<JsonNode> lines(Path file) {
        try {
            var read = new ArrayList<JsonNode>();
            for (var line : Files.readAllLines(file)) {
                read.add(JSON.readTree(line));
            }
            return read.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Until the service has counted all there is; how long that took. */
    Duration awaitCounted() throws SQLException, InterruptedException {
        var begun = System.nanoTime();
        while (!one("select count(*) from (select from uncounted limit 1) as waiting")
                .equals("0")) {
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** The server and its children. */
    List<ProcessHandle> processes() {
        try {
            var pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
            var server = ProcessHandle.of(pid).orElseThrow();
            return Stream.concat(Stream.of(server), server.descendants()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
