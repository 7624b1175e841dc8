package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody finds who starts the service in demo mode for the first time. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoProvinceIT {

    private static final String PROVINCE = "H42";
    private static final String COMMUNE = "H42.18";
    private static final double SECONDS_AT_MOST = 20;
    private static final Pattern REPLAYED = Pattern.compile("Demo province: (\\d+) dossiers replayed in ([\\d.]+) s");

    private static PackagedService service;
    private static double load;

    /** Its very first start is cut off half way. */
    @BeforeAll
    static void start() throws Exception {
        service = PackagedService.onEmptyFolder().demoProvince();
        service.killOnceItSays("Demo province: being replayed");
        service.start();
        var machine = ManagementFactory.getOperatingSystemMXBean();
        load = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    @Order(1)
    void it_is_there_once_only() throws Exception {
        var said = REPLAYED.matcher(service.output());

        assertThat(said.find()).as("replayed after a start that was killed").isTrue();
        assertThat(dossiers()).isEqualTo(Long.parseLong(said.group(1)));
    }

    @Test
    @Order(1)
    void nobody_waits_long_for_it() throws Exception {
        var said = REPLAYED.matcher(service.output());

        assertThat(said.find()).isTrue();
        assumeThat(load)
                .as("twice as much to do as this machine can do at once")
                .isLessThan(2);
        assertThat(Double.parseDouble(said.group(2))).isLessThan(SECONDS_AT_MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUBMITTED",
                "RECEIVED",
                "REFUSED",
                "PROCESSING",
                "AWAITING_SUPPLEMENT",
                "AWAITING_PAYMENT",
                "WITHDRAWN",
                "SUSPENDED",
                "FINISHED",
                "RETURNED"
            })
    @Order(2)
    void every_status_is_in_the_list(String status) throws Exception {
        var listed = get("clerk", PROVINCE, "/v1/dossiers?status=" + status).path("items");

        assertThat(listed)
                .isNotEmpty()
                .allMatch(it -> it.path("status").asText().equals(status));
    }

    @Test
    @Order(2)
    void every_figure_shows_something() throws Exception {
        var counts = get("dashboard", PROVINCE, "/v1/statistics/on-time?" + lastMonths())
                .at("/groups/0/counts");

        for (var figure : List.of(
                "/carriedOver",
                "/received/counter",
                "/received/online",
                "/received/postal",
                "/resolved/early",
                "/resolved/onTime",
                "/resolved/late",
                "/resolved/withoutDeadline",
                "/withdrawn",
                "/refused",
                "/pending/withinDeadline",
                "/pending/stopped",
                "/pending/overdue",
                "/pending/withoutDeadline",
                "/cohort/early",
                "/cohort/onTime",
                "/lateEntries",
                "/intake/waitingBefore",
                "/intake/submitted",
                "/intake/accepted",
                "/intake/refused",
                "/intake/withdrawn",
                "/intake/waiting",
                "/intake/waitingLate")) {
            assertThat(counts.at(figure).asLong()).as(figure).isPositive();
        }
        assertThat(counts.at("/intake/waitingLate").asLong())
                .as("some wait, but not too long")
                .isLessThan(counts.at("/intake/waiting").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"06a", "06b"})
    @Order(2)
    void the_reports_are_filled(String report) throws Exception {
        var rows = get("dashboard", PROVINCE, "/v1/reports/" + report + "?" + lastMonths())
                .path("rows");

        assertThat(rows).hasSizeGreaterThan(10);
    }

    @Test
    @Order(2)
    void the_officer_of_the_commune_has_work() throws Exception {
        var worklist = get("officer", COMMUNE, "/v1/units/" + COMMUNE + "/worklist");

        assertThat(worklist.path("items"))
                .isNotEmpty()
                .anyMatch(it -> it.path("officer").asText().equals("demo-officer-" + COMMUNE));
    }

    @Test
    @Order(2)
    void what_an_ended_district_left_open_lies_with_its_successor() throws Exception {
        var passedOn = get("clerk", PROVINCE, "/v1/dossiers?status=PROCESSING&receivedTo=2025-07-01T00:00:00%2B07:00")
                .path("items");

        assertThat(passedOn).isNotEmpty().allSatisfy(it -> {
            assertThat(it.path("competentUnit").asText()).startsWith("H42.1");
            assertThat(it.path("currentUnit").asText())
                    .isNotEqualTo(it.path("competentUnit").asText());
        });
    }

    @Test
    @Order(2)
    void the_history_is_whole() throws Exception {
        var verified = service.run("verify-history");

        assertThat(verified.status()).as(verified.output()).isZero();
    }

    @Test
    @Order(3)
    void another_start_adds_nothing() throws Exception {
        var before = dossiers();
        service.process().destroy();
        service.process().waitFor();
        service.start();

        assertThat(service.output()).doesNotContain("Demo province");
        assertThat(dossiers()).isEqualTo(before);
    }

    /** Not the whole time since the districts ended, so that something is carried over. */
    private static String lastMonths() {
        return "from=" + LocalDate.now().minusDays(120) + "&to="
                + LocalDate.now().plusDays(2);
    }

    private static JsonNode get(String role, String unit, String path) throws Exception {
        var answer = service.http().get(role, unit, path);
        assertThat(answer.status()).as(() -> answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static long dossiers() throws Exception {
        try (var connection = DriverManager.getConnection(service.jdbcUrl());
                var counted = connection.createStatement().executeQuery("select count(*) from dossier")) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
