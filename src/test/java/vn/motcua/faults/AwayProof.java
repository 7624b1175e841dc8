package vn.motcua.faults;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.motcua.PackagedService;
import vn.motcua.Signal;

/** PostgreSQL is away for a minute, stopped or silent: everybody is told to come again, then work goes on by itself. */
class AwayProof {

    private static final long AWAY_MILLIS = 1000L * Integer.getInteger("faults.away", 60);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    private final Result result = new Result(
            "away",
            "away for a minute",
            "told to come again",
            "longest wait, s",
            "readiness down after, s",
            "work goes on after, s",
            "told to come again after that",
            "readiness up after, s");

    @Test
    void everybody_is_told_to_come_again_and_then_work_goes_on() throws Exception {
        try (var database = new ForeignPostgres().start();
                var service = PackagedService.onEmptyFolder()
                        .demo()
                        .with("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl())
                        .start()) {
            var office = new Office(service, SEED);
            away("stopped: connections refused", office, database::stop, database::start);
            away(
                    "frozen: connections stay, nothing answers",
                    office,
                    () -> Signal.STOP.to(database.processes()),
                    () -> Signal.CONT.to(database.processes()));
            var audit = new Audit(office, service);
            audit.everything(database.jdbcUrl());
            result.say("Seed %d. Of the clicks given up, %d had been done, %d had not."
                    .formatted(SEED, audit.settledAsDone(), audit.settledAsNotDone()));
            result.conclude(office.answers);
        }
    }

    private void away(String how, Office office, Blow leave, Blow comeBack) throws Exception {
        var answers = office.answers;
        office.open();
        office.awaitDone(System.nanoTime(), 60);
        Thread.sleep(3000);
        leave.strike();
        var left = System.nanoTime();
        var probe = new Probe(office.line);
        Thread.sleep(AWAY_MILLIS);
        var down = probe.seconds(left);
        var back = System.nanoTime();
        answers.expect(
                answers.count(it -> it.done() && it.endedIn(left, back) && it.start() > left) == 0,
                "done without a database");
        answers.expect(answers.count(it -> it.nothing() && it.end() > left) == 0, "no answer at all");
        comeBack.strike();
        var again = office.awaitDone(back, 60);
        var up = probe.awaitUp(back);
        Thread.sleep(5000);
        office.close();
        var working = back + (long) (again * 1e9);
        result.row(
                how,
                answers.count(it -> it.busy() && it.endedIn(left, working)),
                answers.longest(it -> it.end() > left),
                down,
                again,
                answers.count(it -> it.busy() && it.end() >= working),
                up);
        answers.expect(answers.longest(it -> it.end() > left) < 45, how + ": somebody waited too long");
        answers.expect(down < 60, how + ": readiness never down");
    }

    @FunctionalInterface
    private interface Blow {
        void strike() throws IOException, InterruptedException;
    }

    /** Asks for readiness once a second, as a balancer does. */
    private static final class Probe {

        private final Line line;
        private volatile long downAt = Long.MAX_VALUE;
        private volatile long upAt;

        Probe(Line line) {
            this.line = line;
            var thread = new Thread(this::ask);
            thread.setDaemon(true);
            thread.start();
        }

        private void ask() {
            try {
                while (upAt == 0) {
                    var up = line.readiness() == 200;
                    if (!up && downAt == Long.MAX_VALUE) {
                        downAt = System.nanoTime();
                    } else if (up && downAt != Long.MAX_VALUE) {
                        upAt = System.nanoTime();
                    }
                    Thread.sleep(1000);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        double seconds(long since) {
            return downAt == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : (downAt - since) / 1e9;
        }

        double awaitUp(long since) throws InterruptedException {
            for (var waited = 0; upAt == 0 && waited < 600; waited++) {
                Thread.sleep(100);
            }
            return upAt == 0 ? Double.POSITIVE_INFINITY : (upAt - since) / 1e9;
        }
    }
}
