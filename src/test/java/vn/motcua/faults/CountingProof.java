package vn.motcua.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.PackagedService;

/**
 * Fifty clerks for a minute, an import of 100,000 rows, everything counted anew beside them and the power cut in the
 * middle: after each, the counters hold what the histories say.
 */
class CountingProof {

    private static final int CLERKS = 50;
    private static final int ROWS = Integer.getInteger("faults.rows", 100_000);
    private static final int OPEN_EVERY = 50;
    private static final String ARCHIVE = Line.ROOT + ".09";
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Result result = new Result("counting", "after", "answers so far", "imported so far", "differences");
    private PackagedService service;
    private Office office;
    private String job;

    @Test
    void counters_hold_what_the_histories_say_whatever_happens() throws Exception {
        try (var started = PackagedService.onEmptyFolder().demo().start()) {
            service = started;
            office = new Office(service, SEED, CLERKS);
            office.line.create("/v1/units/" + ARCHIVE, Office.unit("Kho hồ sơ cũ", "COMMUNE", Line.ROOT));
            job = "/v1/jobs/"
                    + office.line.bring(rows(), "all-of-them").body().path("id").asText();

            fiftyClerksForAMinute();
            verify("a minute of fifty clerks, counted anew and cut off in the middle of it");
            await();
            verify("the import");
            countAnew();
            verify("counting everything anew");

            var audit = new Audit(office, service);
            audit.histories(office.touched());
            audit.statistics();
            archive();
            result.say("Seed %d.".formatted(SEED));
            result.conclude(office.answers);
        }
    }

    private void fiftyClerksForAMinute() throws Exception {
        var end = System.nanoTime() + SECONDS.toNanos(60);
        office.open();
        SECONDS.sleep(10);
        countAnew();
        service.kill();
        var struck = System.nanoTime();
        service.start();
        office.awaitDone(struck, 120);
        SECONDS.sleep(Math.max(10, (end - System.nanoTime()) / SECONDS.toNanos(1)));
        office.close();
    }

    private void countAnew() throws Exception {
        var rebuilt = service.run(PATIENCE, "rebuild-counters");
        office.answers.expect(rebuilt.status() == 0, rebuilt.output());
    }

    private void verify(String after) throws Exception {
        var verified = service.run(PATIENCE, "verify-counters");
        office.answers.expect(verified.status() == 0, verified.output());
        var done = office.line.get(job).body().path("done").asInt();
        result.row(after, office.answers.count(it -> true), done, verified.status() == 0 ? 0 : "some");
    }

    private void await() throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!office.line.get(job).body().path("state").asText().equals("DONE")) {
            assertThat(System.nanoTime()).as("the import ends").isLessThan(end);
            SECONDS.sleep(1);
        }
    }

    /** What was imported is told by the figures, row by row. */
    private void archive() throws Exception {
        var imported = office.line.get(job).body();
        office.answers.expect(imported.path("accepted").asInt() == ROWS, "imported: " + imported);
        var counts = office.line
                .get("/v1/statistics/on-time?from=2020-01-01&to=2100-01-01&unit=" + ARCHIVE)
                .body()
                .at("/groups/0/counts");
        var open = ROWS / OPEN_EVERY;
        office.answers.expect(
                counts.at("/received/total").asInt() == ROWS
                        && counts.at("/pending/total").asInt() == open
                        && counts.at("/resolved/total").asInt() == ROWS - open,
                "the archive: " + counts);
    }

    /** Received over four years and a half; one in fifty is open. */
    private static String rows() {
        return IntStream.range(0, ROWS).mapToObj(CountingProof::row).collect(Collectors.joining("\n"));
    }

    private static String row(int number) {
        var received =
                OffsetDateTime.of(2021, 1, 4, 8, 0, 0, 0, ZoneOffset.ofHours(7)).plusDays(number % 1600);
        var finished =
                number % OPEN_EVERY == 0 ? "" : ", \"finishedAt\": \"%s\"".formatted(received.plusDays(1 + number % 9));
        return """
                {"externalCode": "OLD-%d", "procedure": "%s", "receivingUnit": "%s", "channel": "COUNTER", \
                "receivedAt": "%s"%s}"""
                .formatted(number, Office.PROCEDURE, ARCHIVE, received, finished);
    }
}
