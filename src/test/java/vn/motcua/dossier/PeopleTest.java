package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.posting;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.Province;
import vn.motcua.Service;

/** How people are kept, and who sees how much of them. */
@QuarkusTest
@Service
class PeopleTest {

    private static final Map<String, Object> PROXY = Map.of(
            "kind", "CITIZEN",
            "name", "Lò Văn Ủy",
            "identity", Map.of("kind", "CCCD", "number", "011085054321"),
            "phone", "+84 912-345-678",
            "email", "uy.quyen@thu.example.vn",
            "address", Map.of("text", "Ngõ 7 phố Sồi", "areaCode", "00004"),
            "authorisation", "Giấy uỷ quyền số 77");

    @Inject
    DataSource database;

    private String procedure;
    private String code;

    @BeforeEach
    void receiveOne() {
        var province = Province.at("H95");
        procedure = province.procedure(3, "WORKING_DAY");
        code = received("H95.1");
    }

    private String received(String unit) {
        var body = receipt(procedure, unit, "COUNTER");
        body.put("competentUnit", "H95.9");
        body.put("proxy", PROXY);
        return receive(as("clerk", unit), body).then().statusCode(201).extract().path("code");
    }

    private Response show(String role, String unit) {
        return as(role, unit).get("/v1/dossiers/" + code);
    }

    @Test
    void a_row_says_nothing_but_the_name() throws SQLException {
        var row = one("select concat_ws(' ', name, name_key, identity_kind, area_code, encode(sealed, 'escape'))"
                + " from dossier_person"
                + " where role = 'PROXY' and dossier = " + id(code));

        assertThat(row)
                .contains("Lò Văn Ủy", "lo van uy", "CCCD")
                .doesNotContain("011085054321", "912-345", "912345", "uy.quyen", "Ngõ 7", "số 77");
        assertThat(one("select cast(length(identity_digest) + length(phone_digest) as text) from dossier_person"
                        + " where role = 'PROXY' and dossier = " + id(code)))
                .isEqualTo("32");
    }

    @Test
    void what_was_said_is_shown_as_it_was_said() {
        show("clerk", "H95.1")
                .then()
                .body("proxy.identity.number", is("011085054321"))
                .body("proxy.phone", is("+84 912-345-678"))
                .body("proxy.email", is("uy.quyen@thu.example.vn"))
                .body("proxy.address.text", is("Ngõ 7 phố Sồi"))
                .body("proxy.authorisation", is("Giấy uỷ quyền số 77"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"clerk, H95.1", "clerk, H95", "officer, H95.1", "officer, H95.9", "supervisor, H95"})
    void who_checks_papers_or_calls_people_sees_them_whole(String role, String unit) {
        show(role, unit).then().statusCode(200).body("proxy.identity.number", is("011085054321"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"integrator, H95.1", "auditor, H95", "clerk, H95.9"})
    void who_only_follows_the_work_sees_them_masked(String role, String unit) {
        var shown = show(role, unit);

        shown.then()
                .statusCode(200)
                .body("proxy.name", is("Lò Văn Ủy"))
                .body("proxy.identity.number", is("••••••••4321"))
                .body("proxy.phone", is("••••••••678"))
                .body("proxy.email", is("•••@thu.example.vn"))
                .body("proxy.address.text", is("•••"))
                .body("proxy.address.areaCode", is("00004"))
                .body("proxy.authorisation", is("•••"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/dossiers?limit=200", "/v1/units/H95.1/worklist?limit=200"})
    void lists_show_nobody(String path) {
        var said = as("supervisor", "H95")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(said)
                .contains(code)
                .doesNotContain("Lò Văn", "085054321", "912-345", "example.vn", "Sồi", "Nguyễn Thị Mai");
    }

    @Test
    void whole_and_masked_are_told_apart_by_their_tags() {
        var whole = show("officer", "H95.9");
        var masked = show("auditor", "H95");

        assertThat(whole.header("ETag")).isNotEqualTo(masked.header("ETag"));
        assertThat(List.of(whole.header("Vary"), masked.header("Vary")))
                .allMatch(vary -> vary.contains("Authorization"));
        // somebody whose role changed, with what the browser had kept
        revalidate("officer", "H95.9", masked.header("ETag"))
                .then()
                .statusCode(200)
                .body("proxy.identity.number", is("011085054321"));
        revalidate("auditor", "H95", whole.header("ETag"))
                .then()
                .statusCode(200)
                .body("proxy.identity.number", is("••••••••4321"));
        revalidate("officer", "H95.9", whole.header("ETag")).then().statusCode(304);
        revalidate("auditor", "H95", masked.header("ETag")).then().statusCode(304);
        revalidate("clerk", "H95.1", whole.header("ETag")).then().statusCode(304);
    }

    private Response revalidate(String role, String unit, String tag) {
        return as(role, unit).header("If-None-Match", tag).get("/v1/dossiers/" + code);
    }

    @Test
    void a_step_is_taken_on_the_version_however_it_was_shown() {
        step("officer", "supplement-request", Map.of("reason", "Thiếu giấy", "legalBasis", "Điều 17"))
                .then()
                .statusCode(200);
        var masked = show("integrator", "H95.1").header("ETag");
        assertThat(masked).endsWith("-masked\"");

        step("integrator", masked, "supplement", Map.of())
                .then()
                .statusCode(200)
                .header("ETag", not(endsWith("masked\"")));
        step("integrator", masked, "supplement", Map.of()).then().statusCode(412);
    }

    private Response step(String role, String step, Object body) {
        return step(role, show(role, "H95.1").header("ETag"), step, body);
    }

    private Response step(String role, String tag, String step, Object body) {
        return posting(as(role, "H95.1"), body).header("If-Match", tag).post("/v1/dossiers/" + code + "/" + step);
    }

    @Test
    void what_is_sealed_opens_in_no_other_row() throws SQLException {
        var other = received("H95.1");
        execute(
                """
                update dossier_person a set sealed = b.sealed, key_id = b.key_id from dossier_person b
                where a.role = 'PROXY' and b.role = 'PROXY' and a.dossier = %s and b.dossier = %s"""
                        .formatted(id(other), id(code)));
        code = other;

        var refused = show("officer", "H95.9");

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.asString()).doesNotContain("4321", "uy.quyen");
    }

    private String id(String code) throws SQLException {
        return one("select cast(id as text) from dossier where code = '" + code + "'");
    }

    private String one(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }

    private void execute(String change) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
        }
    }
}
