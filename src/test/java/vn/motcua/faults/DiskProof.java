package vn.motcua.faults;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.motcua.PackagedService;

/** A disk that is full, and one that is slow: clerks are told to come again, and nothing acknowledged is lost. */
class DiskProof {

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    @Test
    void a_full_disk() throws Exception {
        var result = new Result(
                "full-disk", "while the disk is full", "done", "told to come again", "no answer", "longest wait, s");
        try (var disk = new SmallDisk();
                var service = PackagedService.on(disk.folder()).demo().start()) {
            var office = new Office(service, SEED);
            office.open();
            office.awaitDone(System.nanoTime(), 60);
            Thread.sleep(3000);
            disk.fill();
            during("tables cannot grow, the log still can", 30, office, result);
            var forced = switchLogs(service, disk);
            during("no room for the log either: PostgreSQL itself goes down", 30, office, result);
            disk.makeSpace();
            var back = office.awaitDone(System.nanoTime(), 120);
            Thread.sleep(3000);
            office.close();
            var audit = new Audit(office, service);
            audit.everything(service.jdbcUrl());
            result.say(
                    "Seed %d. PostgreSQL was down after %d forced log switches; the service tried %d times in vain to start it;"
                                    .formatted(SEED, forced, vainStarts(service))
                            + " once there was space, work went on after %.1f s, without anybody's help."
                                    .formatted(back));
            office.answers.expect(office.answers.count(Answers.Moment::busy) > 0, "the disk was never full");
            result.conclude(office.answers);
        }
    }

    /** Makes PostgreSQL begin new log files until it can no more, and goes down. */
    private static int switchLogs(PackagedService service, SmallDisk disk) throws Exception {
        for (var forced = 0; forced < 100; forced++) {
            disk.fill();
            try (var connection = DriverManager.getConnection(service.jdbcUrl() + "&loginTimeout=5");
                    var statement = connection.createStatement()) {
                statement.execute("select pg_logical_emit_message(false, 'fault', 'x'), pg_switch_wal()");
            } catch (SQLException failed) {
                if (failed.getSQLState().startsWith("08")
                        || failed.getSQLState().startsWith("57P")) {
                    return forced;
                }
            }
        }
        throw new AssertionError("PostgreSQL never ran out of room");
    }

    private static long vainStarts(PackagedService service) throws Exception {
        return service.output()
                .lines()
                .filter(line -> line.contains("Own PostgreSQL could not be started"))
                .count();
    }

    @Test
    void a_slow_disk() throws Exception {
        Assumptions.assumeTrue(SlowDisk.isPossible(), "a slow disk needs strace");
        var result = new Result(
                "slow-disk",
                "each flush takes longer by",
                "done",
                "told to come again",
                "no answer",
                "longest wait, s");
        try (var service = PackagedService.onEmptyFolder().demo().start()) {
            var office = new Office(service, SEED);
            office.open();
            office.awaitDone(System.nanoTime(), 60);
            during("nothing", 20, office, result);
            for (var delay : new Duration[] {Duration.ofMillis(500), Duration.ofSeconds(5)}) {
                var server = service.data().resolve(Path.of("postgres", "postmaster.pid"));
                try (var slow = new SlowDisk(ForeignPostgres.processes(server), delay)) {
                    during(delay.toMillis() + " ms", 60, office, result);
                    office.answers.expect(slow.isSlow(), "the disk was not slow to the end");
                }
            }
            var back = office.awaitDone(System.nanoTime(), 60);
            office.close();
            var audit = new Audit(office, service);
            audit.everything(service.jdbcUrl());
            result.say("Seed %d. Once the disk was fast, work went on after %.1f s.".formatted(SEED, back));
            result.conclude(office.answers);
        }
    }

    private static void during(String what, int seconds, Office office, Result result) throws InterruptedException {
        var from = System.nanoTime();
        Thread.sleep(seconds * 1000L);
        var to = System.nanoTime();
        var answers = office.answers;
        result.row(
                what,
                answers.count(it -> it.done() && it.endedIn(from, to)),
                answers.count(it -> it.busy() && it.endedIn(from, to)),
                answers.count(it -> it.nothing() && it.endedIn(from, to)),
                answers.longest(it -> it.endedIn(from, to)));
    }
}
