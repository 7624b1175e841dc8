package vn.motcua;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.FrontDeskAtWork.PROCEDURE;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an ended unit leaves passes over once, also when a power cut comes in between. */
class SuccessionCrashIT {

    private static final String PROVINCE = FrontDeskAtWork.UNIT;
    private static final String ENDED = PROVINCE + ".1";
    private static final String HEIR = PROVINCE + ".2";
    private static final int OPEN = 1500;
    private static final int OVER = 500;
    private static final long PATIENCE_MILLIS = 120_000;

    @Test
    void a_job_killed_half_way_ends_with_every_dossier_passed_over_once() throws Exception {
        try (var service = PackagedService.onEmptyFolder().demo().start()) {
            furnish(service);
            var sent = service.http()
                    .post(
                            "catalogue",
                            PROVINCE,
                            "/v1/units/" + ENDED + "/successions",
                            Map.of(
                                    "kind", "MERGE",
                                    "date", "2025-07-01",
                                    "legalBasis", "Luật 72/2025/QH15",
                                    "successors", List.of(Map.of("unit", HEIR))));
            assertThat(sent.status()).as(() -> sent.body().toString()).isEqualTo(202);

            var cut = await(service, sent.location(), job -> job.path("done").asInt() > 0);
            service.kill();
            assertThat(cut.path("state").asText()).as("killed half way: " + cut).isEqualTo("RUNNING");

            service.start();
            var job = await(
                    service, sent.location(), it -> it.path("state").asText().equals("DONE"));
            expectEachOnce(service, job);
            var verified = service.run("verify-history");
            assertThat(verified.status()).as(verified.output()).isZero();
        }
    }

    private static void furnish(PackagedService service) throws Exception {
        FrontDeskAtWork.furnish(service.http());
        for (var unit : List.of(ENDED, HEIR)) {
            service.http()
                    .create(
                            PROVINCE,
                            "/v1/units/" + unit,
                            Map.of("name", "Xã", "level", "COMMUNE", "parent", PROVINCE, "validFrom", "2000-01-01"));
        }
        var file =
                IntStream.range(0, OPEN + OVER).mapToObj(SuccessionCrashIT::row).collect(joining("\n"));
        var sent = service.http().post("integrator", PROVINCE, "/v1/imports", "application/x-ndjson", file);
        var job =
                await(service, sent.location(), it -> it.path("state").asText().equals("DONE"));
        assertThat(job.path("accepted").asInt()).isEqualTo(OPEN + OVER);
    }

    private static String row(int number) {
        var end = number < OPEN ? "" : ", \"status\": \"WITHDRAWN\", \"endedAt\": \"2025-03-05T08:00:00+07:00\"";
        return """
                {"externalCode": "X%d", "procedure": "%s", "receivingUnit": "%s", "channel": "COUNTER", \
                "receivedAt": "2025-03-03T08:00:00+07:00"%s}"""
                .formatted(number, PROCEDURE, ENDED, end);
    }

    private static void expectEachOnce(PackagedService service, JsonNode job) throws Exception {
        assertThat(job.path("accepted").asInt()).isEqualTo(OPEN);
        assertThat(job.path("unchanged").asInt()).isEqualTo(OVER);
        assertThat(job.path("total").asInt()).isEqualTo(OPEN + OVER);
        var ofTheHeir = "select count(*) from dossier where competent_heir = '%1$s' and receiving_heir = '%1$s'"
                .formatted(HEIR);
        assertThat(number(service, ofTheHeir)).isEqualTo(OPEN + OVER);
        assertThat(number(service, ofTheHeir + " and current_unit = '" + HEIR + "'"))
                .isEqualTo(OPEN);
        assertThat(number(service, "select count(*) from dossier_event where type = 'PASSED_ON'"))
                .isEqualTo(OPEN);
        assertThat(number(service, "select count(distinct dossier) from dossier_event where type = 'PASSED_ON'"))
                .isEqualTo(OPEN);
    }

    private static int number(PackagedService service, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(service.jdbcUrl());
                var counted = connection.createStatement().executeQuery(sql)) {
            counted.next();
            return counted.getInt(1);
        }
    }

    private static JsonNode await(PackagedService service, String job, Predicate<JsonNode> condition) throws Exception {
        var end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            var state = service.http().get("supervisor", PROVINCE, job).body();
            if (condition.test(state)) {
                return state;
            }
            assertThat(System.currentTimeMillis()).as(state::toString).isLessThan(end);
            Thread.sleep(20);
        }
    }
}
