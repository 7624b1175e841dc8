package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A province full of open dossiers on a calendar of its own: running, stopped and overdue ones, in many communes. */
final class OpenDossiers {

    static final String ROOT = "Q40";
    static final int COMMUNES = 20;
    static final String LONG = "1.940001";
    private static final String SHORT = "1.940002";
    private static final String CALENDAR = ROOT + "-LICH";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long PATIENCE_MILLIS = 1_800_000;

    private final PackagedService service;

    OpenDossiers(PackagedService service) {
        this.service = service;
    }

    static String commune(int number) {
        return ROOT + "." + (number % COMMUNES + 1);
    }

    void furnish() throws Exception {
        var http = service.http();
        var shifts = List.of(Map.of("from", "07:30", "to", "11:30"), Map.of("from", "13:30", "to", "17:30"));
        var week = Stream.of(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                .collect(Collectors.toMap(DayOfWeek::name, day -> shifts));
        var weeks = List.of(Map.of("validFrom", "2020-01-01", "shifts", week));
        http.create(
                ROOT,
                "/v1/calendars/" + CALENDAR,
                Map.of("name", "Giờ riêng", "zone", VIETNAM.getId(), "weeks", weeks));
        unit(ROOT, Map.of("level", "PROVINCE", "calendar", CALENDAR));
        for (var i = 0; i < COMMUNES; i++) {
            unit(commune(i), Map.of("level", "COMMUNE", "parent", ROOT));
        }
        http.create(ROOT, "/v1/fields/TEST", Map.of("name", "Thử nghiệm"));
        procedure(LONG, 40);
        procedure(SHORT, 1);
    }

    private void unit(String code, Map<String, String> more) throws Exception {
        var body = new java.util.HashMap<>(Map.of("name", "Đơn vị " + code, "validFrom", "2000-01-01"));
        body.putAll(more);
        service.http().create(ROOT, "/v1/units/" + code, body);
    }

    private void procedure(String code, int days) throws Exception {
        var limit = Map.of("limit", Map.of("value", days, "unit", "WORKING_DAY"));
        service.http()
                .create(
                        ROOT,
                        "/v1/procedures/" + code,
                        Map.of("name", "Thử", "field", "TEST", "validFrom", "2000-01-01", "limits", List.of(limit)));
    }

    /** Brings them as an import; of ten eight are running, one stands still and one is overdue. */
    void bring(int dossiers) throws Exception {
        var monday = LocalDate.now(VIETNAM).minusDays(21).with(DayOfWeek.MONDAY);
        var rows = IntStream.range(0, dossiers).mapToObj(i -> row(i, monday)).collect(Collectors.joining("\n"));
        var sent = service.http().post("integrator", ROOT, "/v1/imports", "application/x-ndjson", rows);
        assertThat(sent.status()).as(() -> sent.body().toString()).isEqualTo(202);
        var job = await("integrator", sent.location(), isDone());
        assertThat(job.path("accepted").asInt()).isEqualTo(dossiers);
    }

    /**
     * Multiplies what was brought, in the database: an import of them all would take the longest part of a proof. Each
     * copy has a code, a history and hashes of its own, which the verifier of histories checks in the end.
     */
    void multiply(int times) throws Exception {
        try (var connection = DriverManager.getConnection(service.jdbcUrl());
                var statement = connection.createStatement()) {
            for (var sql : Copies.sql(times)) {
                statement.execute(sql);
            }
        }
    }

    private static String row(int number, LocalDate monday) {
        var received = monday.plusDays(number % 5).atTime(LocalTime.of(8, 0).plusMinutes(number % 180));
        var stopped = received.plusHours(4).atZone(VIETNAM).toOffsetDateTime();
        return """
                {"externalCode": "P%d", "procedure": "%s", "receivingUnit": "%s", "channel": "COUNTER", \
                "receivedAt": "%s"%s}"""
                .formatted(
                        number,
                        number % 10 == 9 ? SHORT : LONG,
                        commune(number),
                        received.atZone(VIETNAM).toOffsetDateTime(),
                        number % 10 == 8 ? ", \"status\": \"SUSPENDED\", \"stoppedAt\": \"" + stopped + "\"" : "");
    }

    /** The next Wednesday but one is a day off: every running promise lies beyond it. */
    void announceDayOff() throws Exception {
        var day = LocalDate.now(VIETNAM).plusDays(7).with(DayOfWeek.WEDNESDAY);
        var body = Map.of("kind", "OFF", "name", "Nghỉ do bão", "legalBasis", "Thông báo 12/TB");
        var path = "/v1/calendars/" + CALENDAR;
        var version = service.http()
                .get("catalogue", ROOT, path)
                .body()
                .path("version")
                .asInt();
        var answer = service.http().put("catalogue", ROOT, path + "/days/" + day, "\"" + version + "\"", body);
        assertThat(answer.status()).as(() -> answer.body().toString()).isEqualTo(200);
    }

    /** The path of the job. */
    String recalculate(boolean dryRun) throws Exception {
        var ordered = service.http()
                .post(
                        "catalogue",
                        ROOT,
                        "/v1/calendars/" + CALENDAR + "/recalculations",
                        Map.of("dryRun", dryRun, "legalBasis", "Thông báo 12/TB"));
        assertThat(ordered.status()).as(() -> ordered.body().toString()).isEqualTo(202);
        return ordered.location();
    }

    JsonNode shown(String job) throws Exception {
        return service.http()
                .get("catalogue", ROOT, job.replace("/v1/jobs/", "/v1/recalculations/"))
                .body();
    }

    JsonNode await(String role, String job, Predicate<JsonNode> condition) throws Exception {
        var end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            var state = service.http().get(role, ROOT, job).body();
            if (condition.test(state)) {
                return state;
            }
            assertThat(System.currentTimeMillis()).as(state::toString).isLessThan(end);
            Thread.sleep(20);
        }
    }

    static Predicate<JsonNode> isDone() {
        return job -> job.path("state").asText().equals("DONE");
    }

    /** The first column of what the database says. */
    List<String> asked(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(service.jdbcUrl());
                var statement = connection.createStatement()) {
            return firstColumn(statement.executeQuery(sql));
        }
    }

    private static List<String> firstColumn(java.sql.ResultSet rows) throws SQLException {
        var values = new ArrayList<String>();
        while (rows.next()) {
            values.add(rows.getString(1));
        }
        return values;
    }

    /** Every open dossier went over once, what it promised is what its row says, and nothing is left to do. */
    void expectEachMetOnce(String job, int dossiers) throws Exception {
        var id = job.substring(job.lastIndexOf('/') + 1);
        assertThat(asked("select count(*) from recalculation_row where job = '" + id + "'"))
                .containsExactly(String.valueOf(dossiers));
        assertThat(asked(
                        """
                        select count(*) || ' ' || count(distinct dossier) from dossier_event
                        where type = 'CALENDAR_CHANGED' and facts like '%%"recalculation":"%s"%%'"""
                                .formatted(id)))
                .containsExactly(dossiers + " " + dossiers);
        var again = await("catalogue", recalculate(false), isDone());
        assertThat(again.path("total").asInt()).isZero();
        var verified = service.run("verify-history");
        assertThat(verified.status()).as(verified.output()).isZero();
    }
}
