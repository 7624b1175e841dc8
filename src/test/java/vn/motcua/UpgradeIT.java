package vn.motcua;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database the first release filled, and the service of today started on it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeIT {

    private static final String ROOT = "X10";
    private static final String COMMUNE = "X10.1";
    private static final String UNFINISHED = "3f0a5a34-6c3b-4d0c-8a52-6f3a5f1b9a77";
    /** What the first release kept as it was said. */
    private static final String[] PLAIN = {
        "098099000001", "098099000002", "0900000001", "mau@example.vn", "1 Phố Thử", "Giấy ủy quyền"
    };
    /** The dossiers that were moved after the upgrade. */
    private static final Set<String> MOVED = new HashSet<>();

    private static EmbeddedPostgres postgres;
    private static FirstRelease before;
    private static PackagedService service;

    @BeforeAll
    static void upgrade() throws Exception {
        postgres = EmbeddedPostgres.start();
        before = FirstRelease.in(postgres.getPostgresDatabase());
        leaveAnImportUnfinished();
        service = PackagedService.onEmptyFolder()
                .demo()
                .with("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"))
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void every_migration_succeeded_and_made_the_documented_schema() throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            assertThat(SchemaDocument.of(connection)).isEqualTo(Files.readString(SchemaDocument.FILE));
        }
        assertThat(number("select count(*) from flyway_schema_history where not success"))
                .isZero();
    }

    @Test
    @Order(2)
    void whatever_the_first_release_said_is_still_said() throws Exception {
        assertThat(before.asked()).hasSizeGreaterThan(100);
        for (var asked : before.asked()) {
            var now = asked.again(service.http());
            assertThat(now.status()).as(asked.path()).isEqualTo(200);
            assertThat(asked.missingFrom(now.body())).as(asked.path()).isEmpty();
        }
    }

    @Test
    @Order(3)
    void a_click_repeated_over_the_upgrade_gets_the_answer_it_missed() throws Exception {
        var dossiers = number("select count(*) from dossier");
        assertThat(before.clicks()).isNotEmpty();
        for (var click : before.clicks()) {
            ObjectNode now = click.again(service.http()).body().deepCopy();
            var secret = now.remove("trackingSecret"); // the citizen gets one for an earlier dossier, too
            assertThat(secret != null).as(click.path()).isEqualTo(click.path().equals("/v1/dossiers"));
            assertThat(now).as(click.path()).isEqualTo(click.answer());
        }
        assertThat(number("select count(*) from dossier")).isEqualTo(dossiers);
    }

    /** A file that had been taken in when the first release was stopped; the rows stood there as they came. */
    private static void leaveAnImportUnfinished() throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into job (id, kind, state, unit, caller, total, created_at) values
                        ('%1$s', 'IMPORT', 'QUEUED', 'X10', 'demo-integrator-X10', 1, now());
                    insert into import_row (job, row, line) values ('%1$s', 1, '{"externalCode": "WAITED-1",
                        "procedure": "1.999999", "receivingUnit": "X10.1", "channel": "COUNTER",
                        "receivedAt": "2025-06-30T09:00:00+07:00", "applicantName": "Hồ Thị Chờ"}')"""
                            .formatted(UNFINISHED));
        }
    }

    @Test
    @Order(3)
    void what_stood_there_in_plain_is_sealed_and_found() throws Exception {
        assertThat(number("select count(*) from dossier_person where sealed is not null"))
                .isPositive();
        for (var wanted : List.of(
                Map.of("identityNumber", "098-099-000001"),
                Map.of("phone", "+84 900 000 001"),
                Map.of("identityNumber", "098099000002"))) {
            var found = service.http().post("clerk", ROOT, "/v1/dossiers/search", wanted);
            assertThat(found.body().findValuesAsText("code")).contains("X10.1-250825-0001");
        }
        var shown = service.http().get("clerk", COMMUNE, "/v1/dossiers/X10.1-250825-0001");
        assertThat(shown.body().at("/applicant/identity/number").asText()).isEqualTo("098099000001");
        assertThat(shown.body().at("/applicant/address/text").asText()).isEqualTo("1 Phố Thử");
        assertThat(shown.body().at("/proxy/authorisation").asText()).isEqualTo("Giấy ủy quyền số 1");
    }

    /** Not only out of reach of queries: the files of the tables were written anew. */
    @Test
    @Order(3)
    void nothing_is_left_in_plain_in_the_files_of_the_database() throws Exception {
        assertThat(bytesOf("dossier_person")).contains("Trần Văn Mẫu").doesNotContain(PLAIN);
        assertThat(bytesOf("import_row"))
                .contains("X10.1/CU-1")
                .doesNotContain("applicantName", "Phạm Văn Cũ", "Hồ Thị Chờ");
        assertThat(bytesOf("idempotency_key"))
                .contains("click-1001")
                .doesNotContain("5d7652f9f45430c4daff1ffa356f5debe8e62405031f2fb53af023f129d63b85");
    }

    private static String bytesOf(String table) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
            try (var file =
                    statement.executeQuery("select pg_read_binary_file(pg_relation_filepath('" + table + "'))")) {
                file.next();
                return new String(file.getBytes(1), UTF_8);
            }
        }
    }

    @Test
    @Order(3)
    void an_import_that_was_waiting_goes_on() throws Exception {
        var rows = "select count(*) from import_row where job = '" + UNFINISHED + "'";
        for (var attempt = 0; attempt < 300 && number(rows + " and outcome is null") > 0; attempt++) {
            Thread.sleep(100);
        }
        assertThat(number(
                        rows + " and sealed is null and identity = 'X10.1/WAITED-1' and problem = 'procedure-unknown'"))
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @Order(4)
    @CsvSource(
            textBlock =
                    """
                    X10.1-250825-0015, acceptance,   RECEIVED,   {}
                    X10.1-250825-0018, supplement,   SUBMITTED,  {}
                    X10.1-250825-0024, payment,      RECEIVED,   {}
                    X10.1-250825-0025, resumption,   RECEIVED,   {}
                    X10.1-250825-0030, supplement,   RECEIVED,   {}
                    X10.1-250825-0009, result,       FINISHED,   '{"outcome": "GRANTED"}'
                    X10.1-250825-0002, return,       RETURNED,   {}
                    X10.1-250825-0034, correction,   RECEIVED,   '{"kind": "REOPEN", "reason": "Rút nhầm"}'
                    X10.1-250825-0005, correction,   FINISHED,   '{"kind": "REOPEN", "reason": "Trả nhầm"}'
                    X10.1-250825-0004, correction,   RECEIVED,   '{"kind": "REOPEN", "reason": "Xong nhầm"}'
                    X10.1-250825-0017, correction,   SUBMITTED,  '{"kind": "REOPEN", "reason": "Từ chối nhầm"}'
                    X10.1-250825-0011, correction,   AWAITING_SUPPLEMENT, '{"kind": "REOPEN", "reason": "Từ chối nhầm"}'
                    X10.1-250825-0008, correction,   PROCESSING, '{"kind": "UNIT", "unit": "X10.1", "reason": "Chọn nhầm"}'
                    X10.1-250825-0023, correction,   FINISHED,   '{"kind": "CHANNEL", "channel": "POSTAL", "reason": "Chọn nhầm"}'
                    X10.1-250825-0010, hand-over,    PROCESSING, '{"officer": "officer-9"}'
                    """)
    void old_dossiers_go_on(String code, String step, String becomes, String body) throws Exception {
        var taken = service.http().take("supervisor", ROOT, code, step, body);

        MOVED.add(code);
        assertThat(taken.status()).as(() -> taken.body().toString()).isEqualTo(200);
        assertThat(taken.body().path("status").asText()).isEqualTo(becomes);
    }

    @Test
    @Order(5)
    void what_comes_in_now_gets_a_code_nobody_has() throws Exception {
        var codes = new HashSet<String>();
        for (var i = 0; i < 3; i++) {
            var received = service.http().post("clerk", COMMUNE, "/v1/dossiers", receipt());
            assertThat(received.status()).as(() -> received.body().toString()).isEqualTo(201);
            assertThat(codes.add(received.body().path("code").asText())).isTrue();
        }
        // two dossiers of that day came by the first release's import
        assertThat(importedOn("2025-07-01")).isEqualTo("X10.1-250701-0003");
        assertThat(number("select count(*) from dossier"))
                .isEqualTo(number("select count(distinct code) from dossier"));
    }

    private static Map<String, Object> receipt() {
        return Map.of(
                "procedure",
                "1.100002",
                "case",
                "Cần đo đạc",
                "channel",
                "COUNTER",
                "receivingUnit",
                COMMUNE,
                "applicant",
                Map.of("kind", "CITIZEN", "name", "Nguyễn Thị Thử"));
    }

    private static String importedOn(String date) throws Exception {
        var row =
                """
                {"externalCode": "NEW-1", "procedure": "1.100001", "receivingUnit": "%s", "channel": "COUNTER", \
                "receivedAt": "%sT09:00:00+07:00"}"""
                        .formatted(COMMUNE, date);
        var sent = service.http().post("integrator", ROOT, "/v1/imports", "application/x-ndjson", row);
        assertThat(sent.status()).as(() -> sent.body().toString()).isEqualTo(202);
        var rows = "/v1/imports/" + sent.body().path("id").asText() + "/rows?outcome=ACCEPTED";
        for (var attempt = 0; attempt < 300; attempt++) {
            var items = service.http().get("integrator", ROOT, rows).body().path("items");
            if (!items.isEmpty()) {
                return items.get(0).path("code").asText();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the row was not accepted: " + rows);
    }

    @Test
    @Order(6)
    void histories_are_whole_and_go_on_after_what_they_held() throws Exception {
        var verified = service.run("verify-history");

        assertThat(verified.status()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("0 differences");
        assertThat(
                        number(
                                """
                        select count(*) from dossier_event earlier join dossier_event later using (dossier)
                        where earlier.number < later.number and earlier.position > later.position"""))
                .isZero();
    }

    @Test
    @Order(7)
    void a_restart_finds_everything_again() throws Exception {
        service.process().destroy();
        service.process().waitFor();
        service.start();

        assertThat(number("select count(*) from flyway_schema_history where not success"))
                .isZero();
        for (var asked : untouched()) {
            var now = asked.again(service.http());
            assertThat(asked.missingFrom(now.body())).as(asked.path()).isEmpty();
        }
        for (var code : MOVED) {
            JsonNode found = service.http()
                    .get("supervisor", ROOT, "/v1/dossiers/" + code)
                    .body();
            assertThat(found.path("code").asText()).isEqualTo(code);
        }
    }

    private static List<FirstRelease.Asked> untouched() {
        return before.asked().stream()
                .filter(asked -> asked.path().startsWith("/v1/dossiers/" + ROOT))
                .filter(asked -> MOVED.stream().noneMatch(asked::isAbout))
                .toList();
    }

    private static long number(String query) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
