package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there again after any crash. */
class DurabilityIT {

    private static PackagedService service;
    private static FrontDeskAtWork desk;

    @BeforeAll
    static void start() throws Exception {
        service = PackagedService.onEmptyFolder().demo().start();
        FrontDeskAtWork.furnish(service.http());
        desk = new FrontDeskAtWork(service);
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void every_commit_reaches_the_disk() throws Exception {
        try (var connection = DriverManager.getConnection(service.jdbcUrl());
                var statement = connection.createStatement()) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                var shown = statement.executeQuery("show " + setting);
                shown.next();
                assertThat(shown.getString(1)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void a_power_cut_loses_no_acknowledged_dossier() throws Exception {
        for (var round = 0; round < 2; round++) {
            crash(service::kill);
            service.start();
            desk.expectAll();
        }
        expectWholeHistory();
    }

    @Test
    void a_killed_service_leaves_a_server_that_the_next_start_ends() throws Exception {
        for (var round = 0; round < 2; round++) {
            crash(service::killServiceOnly);
            var left = service.postgres();
            assertThat(left).as("left running").isNotEmpty();
            service.start();
            assertThat(left).noneMatch(ProcessHandle::isAlive);
            assertThat(service.output()).contains("that an earlier service left running");
            desk.expectAll();
        }
        expectWholeHistory();
    }

    @Test
    void a_server_that_is_gone_is_started_again_under_the_running_service() throws Exception {
        var running = service.process();
        for (var round = 0; round < 2; round++) {
            crash(service::killPostgresOnly);
            service.awaitSaying("Own PostgreSQL is back", round + 1);
            service.awaitReady();
            assertThat(service.process()).isSameAs(running);
            assertThat(running.isAlive()).isTrue();
            desk.expectAll();
        }
        expectWholeHistory();
    }

    @Test
    void a_server_that_falls_silent_is_not_waited_for_for_ever() throws Exception {
        var server = service.postgres();
        Signal.STOP.to(server);
        try {
            var refused = FrontDeskAtWork.receive(service.http());
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.retryAfter()).isNotNull();
        } finally {
            Signal.CONT.to(server);
        }
        service.awaitReady();
        assertThat(FrontDeskAtWork.receive(service.http()).status()).isEqualTo(201);
    }

    @Test
    void stale_files_keep_nobody_from_starting_and_end_nobody_elses_process() throws Exception {
        for (var foreign : List.of(someProcess(), someProcessCalledPostgres())) {
            crash(service::kill);
            leaveStaleFiles(foreign.pid());
            service.start();
            assertThat(foreign.isAlive()).as("not ours to end").isTrue();
            foreign.destroy();
            desk.expectAll();
        }
    }

    private void crash(Runnable blow) throws InterruptedException {
        desk.open();
        desk.awaitMore(50);
        blow.run();
        desk.awaitClosed();
    }

    /** As after a restart of the machine: the number in the file now belongs to another program. */
    private static void leaveStaleFiles(long pid) throws Exception {
        var postgres = service.data().resolve("postgres");
        var file = postgres.resolve("postmaster.pid");
        var lines = Files.readAllLines(file);
        lines.set(0, String.valueOf(pid));
        Files.write(file, lines);
        Files.writeString(postgres.resolve(".s.PGSQL.5432.lock"), pid + "\n");
        Files.writeString(postgres.resolve("epg-lock"), "");
        assertThat(service.data().resolve("lock")).exists();
    }

    private static Process someProcess() throws Exception {
        return new ProcessBuilder("sleep", "120").start();
    }

    private static Process someProcessCalledPostgres() throws Exception {
        var folder = Files.createTempDirectory(Path.of("target", "test-data"), "foreign");
        var program = Files.copy(Path.of("/bin/sleep").toRealPath(), folder.resolve("postgres"));
        return new ProcessBuilder(program.toString(), "120").start();
    }

    private static void expectWholeHistory() throws Exception {
        var verified = service.run("verify-history");
        assertThat(verified.status()).as(verified.output()).isZero();
    }
}
