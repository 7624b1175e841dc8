package vn.motcua;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.FrontDeskAtWork.PROCEDURE;
import static vn.motcua.FrontDeskAtWork.UNIT;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An import that a power cut interrupts is taken up again and brought to its end. */
class ImportCrashIT {

    private static final int ROWS = 4000;
    private static final long PATIENCE_MILLIS = 120_000;

    @Test
    void an_import_killed_half_way_ends_with_every_row_concluded_once() throws Exception {
        try (var service = PackagedService.onEmptyFolder().demo().start()) {
            FrontDeskAtWork.furnish(service.http());
            var sent = service.http().post("integrator", UNIT, "/v1/imports", "application/x-ndjson", file());
            assertThat(sent.status()).as(() -> sent.body().toString()).isEqualTo(202);

            var cut = await(service, sent.location(), job -> job.path("done").asInt() > 0);
            service.kill();
            assertThat(cut.path("state").asText()).as("killed half way: " + cut).isEqualTo("RUNNING");

            service.start();
            var job = await(
                    service, sent.location(), it -> it.path("state").asText().equals("DONE"));
            expectEveryRowOnce(service, job);
        }
    }

    private static void expectEveryRowOnce(PackagedService service, JsonNode job) throws Exception {
        var rows = rows(service, job.path("id").asText());
        assertThat(rows).hasSize(ROWS);
        assertThat(rows.stream().map(row -> row.path("row").asInt())).doesNotHaveDuplicates();
        var outcomes =
                rows.stream().collect(groupingBy(row -> row.path("outcome").asText()));
        assertThat(job.path("accepted").asInt())
                .isEqualTo(outcomes.get("ACCEPTED").size());
        assertThat(job.path("unchanged").asInt())
                .isEqualTo(outcomes.get("UNCHANGED").size());
        assertThat(job.path("refused").asInt())
                .isEqualTo(outcomes.get("REFUSED").size());
        assertThat(job.path("total").asInt())
                .isEqualTo(job.path("done").asInt())
                .isEqualTo(ROWS);
        assertThat(dossiers(service)).isEqualTo(outcomes.get("ACCEPTED").size());
    }

    /** Every tenth row is the one before it once more, every tenth cannot be read. */
    private static String file() {
        return IntStream.range(0, ROWS).mapToObj(ImportCrashIT::row).collect(joining("\n"));
    }

    private static String row(int number) {
        if (number % 10 == 9) {
            return "{\"receivingUnit\": \"nowhere\"}";
        }
        return """
                {"externalCode": "X%d", "procedure": "%s", "receivingUnit": "%s", "channel": "COUNTER", \
                "receivedAt": "2025-03-03T08:00:00+07:00", "finishedAt": "2025-03-05T08:00:00+07:00"}"""
                .formatted(number % 10 == 8 ? number - 1 : number, PROCEDURE, UNIT);
    }

    private static JsonNode await(PackagedService service, String job, java.util.function.Predicate<JsonNode> condition)
            throws Exception {
        var end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            var state = service.http().get("integrator", UNIT, job).body();
            if (condition.test(state)) {
                return state;
            }
            assertThat(System.currentTimeMillis()).as(state::toString).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static List<JsonNode> rows(PackagedService service, String job) throws Exception {
        var rows = new ArrayList<JsonNode>();
        var path = "/v1/imports/" + job + "/rows?limit=200";
        for (var next = ""; next != null; ) {
            var page = service.http().get("integrator", UNIT, path + next).body();
            page.path("items").forEach(rows::add);
            next = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : null;
        }
        return rows;
    }

    private static int dossiers(PackagedService service) throws Exception {
        try (var connection = DriverManager.getConnection(service.jdbcUrl());
                var statement = connection.createStatement()) {
            var counted =
                    statement.executeQuery("select count(*) from dossier where receiving_unit = '%s'".formatted(UNIT));
            counted.next();
            return counted.getInt(1);
        }
    }
}
