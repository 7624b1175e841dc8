package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.posting;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.access.AuditRecord.trace;
import static vn.motcua.access.AuditRecord.traced;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.Calling;
import vn.motcua.Owner;
import vn.motcua.Province;
import vn.motcua.Service;

/** Who read and who did is on record, and nothing else of them. */
@QuarkusTest
@Service
class AuditTest {

    @Inject
    AgroalDataSource database;

    private AuditRecord record;
    private Province province;
    private String unit;
    private String procedure;
    private String code;

    @BeforeEach
    void a_dossier() {
        record = new AuditRecord(database);
        province = Province.at("H93");
        unit = province.communeA();
        procedure = province.procedure(3, "WORKING_DAY");
        code = receive(as("clerk", unit), receipt(procedure, unit, "COUNTER")).path("code");
    }

    @Test
    void whoever_shows_a_dossier_is_on_record_with_unit_client_and_time() {
        var before = Instant.now();
        var trace = trace();

        traced(trace, as("officer", unit)).get("/v1/dossiers/" + code).then().statusCode(200);

        assertThat(record.entries(trace))
                .containsExactly("showDossier demo-officer-H93.1 {clerk,officer} H93.1 demo " + code + " null");
        var at = record.one("select to_json(at) #>> '{}' from audit_entry where trace = '" + trace + "'");
        assertThat(OffsetDateTime.parse(at).toInstant()).isBetween(before.minusSeconds(1), Instant.now());
    }

    @Test
    void so_is_whoever_had_it_already() {
        var trace = trace();
        var etag = as("clerk", unit).get("/v1/dossiers/" + code).header("ETag");

        traced(trace, as("clerk", unit))
                .header("If-None-Match", etag)
                .get("/v1/dossiers/" + code)
                .then()
                .statusCode(304);

        assertThat(record.operations(trace)).containsExactly("showDossier");
    }

    @ParameterizedTest
    @CsvSource({"/events, listDossierEvents, 1", "/deadline, explainDeadline, null"})
    void its_history_and_the_reckoning_of_its_promise_too(String part, String operation, String found) {
        var trace = trace();

        traced(trace, as("clerk", unit))
                .get("/v1/dossiers/" + code + part)
                .then()
                .statusCode(200);

        assertThat(record.entries(trace))
                .containsExactly(operation + " demo-clerk-H93.1 {clerk} H93.1 demo " + code + " " + found);
    }

    @Test
    void a_search_says_how_many_it_found_and_nothing_of_what_was_typed() {
        var trace = trace();

        int found = traced(trace, as("clerk", unit))
                .contentType(ContentType.JSON)
                .body(Map.of("name", "nguyen thi mai"))
                .post("/v1/dossiers/search?limit=200")
                .path("items.size()");

        assertThat(found).isPositive();
        assertThat(record.entries(trace))
                .containsExactly("searchDossiers demo-clerk-H93.1 {clerk} H93.1 demo null " + found);
        assertThat(record.one("select e::text from audit_entry e where trace = '" + trace + "'"))
                .doesNotContainIgnoringCase("mai");
    }

    @Test
    void an_export_is_one_entry() {
        var trace = trace();

        traced(trace, as("clerk", unit)).get("/v1/exports/dossiers").then().statusCode(200);

        assertThat(record.entries(trace))
                .containsExactly("exportDossiers demo-clerk-H93.1 {clerk} H93.1 demo null null");
    }

    @Test
    void what_was_not_shown_is_not_on_record() {
        var trace = trace();

        traced(trace, as("clerk", province.communeB()))
                .get("/v1/dossiers/" + code)
                .then()
                .statusCode(404);

        assertThat(record.entries(trace)).isEmpty();
    }

    @Test
    void a_receipt_and_each_step_are_on_record_once_however_often_they_are_sent() {
        var trace = trace();
        var key = UUID.randomUUID().toString();
        Supplier<Response> click = () -> traced(trace, as("clerk", unit))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(receipt(procedure, unit, "COUNTER"))
                .post("/v1/dossiers");

        String received = click.get().then().statusCode(201).extract().path("code");
        click.get().then().statusCode(201).body("code", is(received));
        step(trace, "hand-over", received, Map.of("unit", province.communeB()))
                .then()
                .statusCode(200);

        assertThat(record.entries(trace))
                .containsExactly(
                        "receiveDossier demo-clerk-H93.1 {clerk} H93.1 demo " + received + " null",
                        "handOverDossier demo-supervisor-H93.1 {clerk,officer,supervisor} H93.1 demo " + received
                                + " null");
        assertThat(record.one("select string_agg(array_to_string(units, ','), ' ' order by id) from audit_entry"
                        + " where trace = '" + trace + "'"))
                .isEqualTo("H93.1 H93.1,H93.2");
    }

    @Test
    void what_was_refused_is_not_on_record() {
        var trace = trace();

        step(trace, "return", code, Map.of()).then().statusCode(409);

        assertThat(record.entries(trace)).isEmpty();
    }

    @Test
    void changes_of_the_catalogue_are_on_record() {
        var trace = trace();
        var path = "/v1/units/H93.33";
        var body = Map.of("name", "Xã mới", "level", "COMMUNE", "parent", "H93", "validFrom", "2000-01-01");

        Calling.create(traced(trace, as("catalogue", "H93")), path, body).then().statusCode(201);
        var etag = as("catalogue", "H93").get(path).header("ETag");
        Calling.change(traced(trace, as("catalogue", "H93")), path, etag, body)
                .then()
                .statusCode(200);
        Calling.change(traced(trace, as("catalogue", "H93")), path, "\"999\"", body)
                .then()
                .statusCode(412);

        assertThat(record.operations(trace)).containsExactly("putUnit", "putUnit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set caller = 'somebody else'",
                "delete from audit_entry",
                "truncate audit_entry"
            })
    void not_even_the_owner_of_the_table_changes_the_record(String change) {
        assertThatThrownBy(() -> Owner.does(change)).hasMessageContaining("history is append-only");
    }

    private Response step(String trace, String step, String dossier, Object body) {
        var etag = as("supervisor", unit).get("/v1/dossiers/" + dossier).header("ETag");
        return posting(traced(trace, as("supervisor", unit)), body)
                .header("If-Match", etag)
                .post("/v1/dossiers/" + dossier + "/" + step);
    }
}
