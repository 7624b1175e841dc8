package vn.motcua.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.Owner;
import vn.motcua.Province;
import vn.motcua.Service;

@QuarkusTest
@Service
class ImportTest {

    private final ObjectMapper json = new ObjectMapper();

    @Inject
    EntityManager entities;

    @Test
    void each_row_stands_alone_and_says_what_became_of_it() throws Exception {
        Province.at("I02");
        var province = Province.at("I01");
        var unit = province.communeA();
        var procedure = province.procedure(3, "WORKING_DAY");
        var expected = new java.util.LinkedHashMap<String, String>();
        expected.put(row(unit, procedure, "a", Map.of()), null);
        expected.put("{\"broken\": ", "row-malformed");
        expected.put("{\"colour\": 1}", "row-malformed");
        expected.put("[1]", "row-malformed");
        expected.put(row(unit, procedure, "b", Map.of("channel", "PIGEON")), "row-malformed");
        expected.put(row(unit, procedure, null, Map.of()), "identity-required");
        expected.put(row(unit, procedure, null, Map.of("code", "nonsense")), "code-malformed");
        expected.put(row("I01.77", procedure, "c", Map.of()), "unit-unknown");
        expected.put(row("I02", procedure, "c", Map.of()), "unit-out-of-reach");
        expected.put(row(unit, "1.999999", "d", Map.of()), "procedure-unknown");
        expected.put(
                row(unit, procedure, "e", Map.of("finishedAt", "2026-01-05T08:59:59+07:00")),
                "finished-before-received");
        expected.put(row(unit, procedure, "f", Map.of("receivedAt", "2126-01-05T09:00:00+07:00")), "time-in-future");
        expected.put(
                row(unit, procedure, "g", Map.of("receivedAt", "1726-01-05T09:00:00+07:00")), "deadline-out-of-range");
        expected.put(row(unit, procedure, "h", Map.of("status", "SUBMITTED")), "status-not-imported");
        expected.put(row(unit, procedure, "i", Map.of("status", "FINISHED")), "status-and-times-differ");
        expected.put(
                row(unit, procedure, "j", Map.of("endedAt", "2026-01-06T09:00:00+07:00")), "status-and-times-differ");
        expected.put(
                row(unit, procedure, "k", Map.of("submittedAt", "2026-01-05T09:00:01+07:00")),
                "received-before-submitted");
        expected.put(row(unit, procedure, "a", Map.of("channel", "POSTAL")), "import-differs");
        expected.put(
                row(unit, procedure, "l", Map.of("returnedAt", "2026-01-06T09:00:00+07:00")),
                "status-and-times-differ");
        expected.put(
                row(
                        unit,
                        procedure,
                        "m",
                        Map.of("finishedAt", "2026-01-07T09:00:00+07:00", "returnedAt", "2026-01-06T09:00:00+07:00")),
                "returned-before-finished");
        expected.put(
                row(unit, procedure, "n", Map.of("status", "SUSPENDED", "stoppedAt", "2026-01-04T09:00:00+07:00")),
                "stopped-before-received");
        expected.put(
                row(unit, procedure, "o", Map.of("status", "REFUSED", "endedAt", "2026-01-04T09:00:00+07:00")),
                "ended-before-received");

        var job = Importing.run("I01", String.join("\n", expected.keySet()));

        var rows = Importing.rows("I01", job.path("id"));
        int number = 0;
        for (var row : expected.entrySet()) {
            assertThat(rows.get(++number).get("problem")).as(row.getKey()).isEqualTo(row.getValue());
        }
        assertThat(job.<Integer>path("accepted")).isEqualTo(1);
    }

    @Test
    void every_status_that_may_be_brought_stands_as_it_stood() throws Exception {
        var province = Province.at("I03");
        var unit = province.communeA();
        var procedure = province.procedure(3, "WORKING_DAY");
        Map<String, Map<String, String>> statuses = Map.of(
                "RECEIVED", Map.of(),
                "PROCESSING", Map.of(),
                "AWAITING_SUPPLEMENT", Map.of("stoppedAt", "2026-01-06T09:00:00+07:00"),
                "AWAITING_PAYMENT", Map.of("stoppedAt", "2026-01-06T09:00:00+07:00"),
                "SUSPENDED", Map.of("stoppedAt", "2026-01-06T09:00:00+07:00"),
                "REFUSED", Map.of("endedAt", "2026-01-06T09:00:00+07:00"),
                "WITHDRAWN", Map.of("endedAt", "2026-01-06T09:00:00+07:00"),
                "FINISHED", Map.of("finishedAt", "2026-01-06T09:00:00+07:00"),
                "RETURNED",
                        Map.of("finishedAt", "2026-01-06T09:00:00+07:00", "returnedAt", "2026-01-07T09:00:00+07:00"));
        var file = new StringBuilder();
        statuses.forEach((status, times) -> {
            var more = new HashMap<String, Object>(times);
            more.put("status", status);
            file.append(row(unit, procedure, status, more)).append('\n');
        });

        var job = Importing.run("I03", file.toString());

        assertThat(job.<Integer>path("accepted")).isEqualTo(statuses.size());
        for (var row : Importing.rows("I03", job.path("id")).values()) {
            as("clerk", unit)
                    .get("/v1/dossiers/" + row.get("code"))
                    .then()
                    .body("status", is(((String) row.get("identity")).substring(unit.length() + 1)))
                    .body("source", is("IMPORT"))
                    .body("firstDueAt", is("2026-01-08T09:00:00+07:00"));
        }
    }

    @Test
    void a_named_date_stands_and_a_stop_is_added_to_it() throws Exception {
        var province = Province.at("I04");
        var unit = province.communeA();
        var procedure = province.procedure(Map.of());
        var row = row(
                unit,
                procedure,
                "x",
                Map.of(
                        "dueAt", "2026-01-08T09:00:00+07:00",
                        "status", "SUSPENDED",
                        "stoppedAt", "2026-01-06T09:00:00+07:00",
                        "submittedAt", "2026-01-04T20:00:00+07:00"));

        var job = Importing.run("I04", row);

        var code = (String) Importing.rows("I04", job.path("id")).get(1).get("code");
        assertThat(code).isEqualTo(unit + "-260104-0001");
        step("officer", unit, code, "resumption", Map.of())
                .then()
                .statusCode(200)
                .body("dueAt", notNullValue());
        as("clerk", unit)
                .get("/v1/dossiers/" + code + "/events")
                .then()
                .body("items.type", contains("SUBMITTED", "ACCEPTED", "SUSPENDED", "RESUMED"));
    }

    @Test
    void csv_is_read_as_well_and_codes_brought_in_are_skipped_when_new_ones_are_given() throws Exception {
        var province = Province.at("I05");
        var unit = province.communeA();
        var procedure = province.procedure(3, "WORKING_DAY");
        var today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh"))
                .format(java.time.format.DateTimeFormatter.ofPattern("yyMMdd"));
        var csv = "code,procedure,receivingUnit,channel,receivedAt,dueAt,applicantName\r\n"
                + unit + "-" + today + "-0001," + procedure + "," + unit
                + ",COUNTER,2026-01-05T09:00:00+07:00,,\"Lê, Văn \"\"Tám\"\"\"\r\n";
        var sent = Importing.send("I05", "text/csv", csv, UUID.randomUUID().toString());
        assertThat(sent.statusCode()).isEqualTo(202);
        Importing.finished("I05", sent.header("Location"));
        as("clerk", unit)
                .get("/v1/dossiers/" + unit + "-" + today + "-0001")
                .then()
                .body("applicant.name", is("Lê, Văn \"Tám\""));
        String next =
                receive(as("clerk", unit), receipt(procedure, unit, "COUNTER")).path("code");
        assertThat(next).endsWith("-0002");
    }

    @Test
    void codes_are_given_in_the_order_of_rows_around_those_that_rows_bring() throws Exception {
        var province = Province.at("I10");
        var unit = province.communeA();
        var procedure = province.procedure(3, "WORKING_DAY");
        var brought = unit + "-260105-0002";
        var file = String.join(
                "\n",
                row(unit, procedure, "a", Map.of()),
                row(unit, procedure, "out of time", Map.of("receivedAt", "2126-01-05T09:00:00+07:00")),
                row(unit, procedure, "b", Map.of()),
                row(unit, procedure, "a", Map.of()),
                row(unit, procedure, null, Map.of("code", brought)),
                row(province.communeB(), procedure, "a", Map.of()),
                row(unit, procedure, "c", Map.of()));

        var job = Importing.run("I10", file);

        var rows = Importing.rows("I10", job.path("id"));
        assertThat(java.util.stream.IntStream.rangeClosed(1, 7)
                        .mapToObj(nth -> rows.get(nth).get("code")))
                .containsExactly(
                        unit + "-260105-0001",
                        null,
                        unit + "-260105-0003",
                        unit + "-260105-0001",
                        brought,
                        province.communeB() + "-260105-0001",
                        unit + "-260105-0004");
        assertThat(rows.get(4).get("outcome")).isEqualTo("UNCHANGED");
    }

    @Test
    void a_name_is_kept_as_it_was_written_whatever_signs_are_in_it() throws Exception {
        var province = Province.at("I11");
        var unit = province.communeA();
        var procedure = province.procedure(3, "WORKING_DAY");
        var names = List.of("\\N", "\\.", "a\tb", "a\nb\r\n", "\\t\\\\", "\"{Lê}, 'Tám'\"", "NULL");
        var file = new StringBuilder();
        for (var name : names) {
            file.append(row(unit, procedure, "x" + file.length(), Map.of("applicantName", name)))
                    .append('\n');
        }

        var job = Importing.run("I11", file.toString());

        var rows = Importing.rows("I11", job.path("id"));
        for (var nth = 1; nth <= names.size(); nth++) {
            as("clerk", unit)
                    .get("/v1/dossiers/" + rows.get(nth).get("code"))
                    .then()
                    .body("applicant.name", is(names.get(nth - 1)));
        }
    }

    @Test
    void a_unit_that_receives_by_itself_takes_only_what_came_before() throws Exception {
        var province = Province.at("I08");
        create(
                        as("catalogue", "I08"),
                        "/v1/units/I08.5",
                        Map.of(
                                "name", "Xã mới",
                                "parent", "I08",
                                "level", "COMMUNE",
                                "validFrom", "2025-07-01",
                                "liveFrom", "2026-01-05"))
                .then()
                .statusCode(201);
        var procedure = province.procedure(3, "WORKING_DAY");
        var file = row("I08.5", procedure, "a", Map.of("receivedAt", "2026-01-04T23:59:59+07:00")) + "\n"
                + row("I08.5", procedure, "b", Map.of("receivedAt", "2026-01-05T00:00:00+07:00")) + "\n"
                + row("I08.5", procedure, "c", Map.of("receivedAt", "2025-06-30T09:00:00+07:00")) + "\n"
                + row("I08.5", procedure, "a", Map.of("code", "I08.5-260104-0009"));

        var job = Importing.run("I08", file);

        var rows = Importing.rows("I08", job.path("id"));
        assertThat(java.util.stream.IntStream.rangeClosed(1, 4)
                        .mapToObj(nth -> rows.get(nth).get("problem")))
                .containsExactly(null, "unit-is-live", "unit-not-in-force", "external-code-taken");
        as("integrator", "I08")
                .queryParam("outcome", "ACCEPTED")
                .get("/v1/imports/" + job.path("id") + "/rows")
                .then()
                .body("items.row", contains(1));
    }

    @Test
    void a_row_the_database_refuses_does_not_hold_up_the_others() throws Exception {
        var province = Province.at("I09");
        var procedure = province.procedure(3, "WORKING_DAY");
        var file = row("I09.1", procedure, "a", Map.of()) + "\n"
                + row("I09.1", procedure, "poison", Map.of()) + "\n"
                + row("I09.1", procedure, "b", Map.of());
        Owner.does("alter table dossier add constraint poisoned check (external_code <> 'poison')");
        try {
            var job = Importing.run("I09", file);

            assertThat(java.util.List.<Integer>of(job.path("accepted"), job.path("refused")))
                    .containsExactly(2, 1);
            assertThat(Importing.rows("I09", job.path("id")).get(2).get("problem"))
                    .isEqualTo("row-not-kept");
        } finally {
            Owner.does("alter table dossier drop constraint poisoned");
        }
    }

    @Test
    void the_same_key_makes_one_job_and_a_file_that_is_no_text_makes_none() {
        Province.at("I06");
        var key = UUID.randomUUID().toString();
        var first = Importing.send("I06", "application/x-ndjson", "{}", key);
        var second = Importing.send("I06", "application/x-ndjson", "{}", key);
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
        Importing.send("I06", "application/x-ndjson", "{\"a\": 1}", key).then().statusCode(422);
        Importing.send("I06", "application/x-ndjson", " \n", UUID.randomUUID().toString())
                .then()
                .statusCode(400)
                .body("code", is("file-empty"));
        as("integrator", "I06")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body(new byte[] {'{', (byte) 0xff, '}'})
                .post("/v1/imports")
                .then()
                .statusCode(400)
                .body("code", is("file-not-text"));
        for (var broken : new String[] {"a,b\r\n\"x", "a,a\r\n1,2\r\n", "a,b\r\n1\r\n"}) {
            Importing.send("I06", "text/csv", broken, UUID.randomUUID().toString())
                    .then()
                    .statusCode(400)
                    .body("code", is("csv-malformed"));
        }
    }

    @Test
    void only_supervisors_and_integrators_bring_dossiers_and_only_their_own_unit_sees_the_job() {
        Province.at("I07");
        as("clerk", "I07")
                .contentType("application/x-ndjson")
                .body("{}".getBytes())
                .post("/v1/imports")
                .then()
                .statusCode(403);
        var job = Importing.send(
                        "I07", "application/x-ndjson", "{}", UUID.randomUUID().toString())
                .header("Location");
        as("integrator", "I07.1").get(job).then().statusCode(404).body("code", is("job-unknown"));
        as("supervisor", "I07").get(job).then().statusCode(200);
    }

    private String row(String unit, String procedure, String externalCode, Map<String, ?> more) {
        var row = new HashMap<String, Object>(Map.of(
                "procedure",
                procedure,
                "receivingUnit",
                unit,
                "channel",
                "COUNTER",
                "receivedAt",
                "2026-01-05T09:00:00+07:00"));
        if (externalCode != null) {
            row.put("externalCode", externalCode);
        }
        row.putAll(more);
        try {
            return json.writeValueAsString(row);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
