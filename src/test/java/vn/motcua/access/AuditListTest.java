package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;
import static vn.motcua.access.AuditRecord.trace;
import static vn.motcua.access.AuditRecord.traced;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.Province;
import vn.motcua.Service;

/** Auditors see what was read and done at their units and with their dossiers, and leave a record themselves. */
@QuarkusTest
@Service
class AuditListTest {

    @Inject
    AgroalDataSource database;

    private Province province;
    private String ours;
    private String theirs;
    private String code;

    @BeforeEach
    void a_dossier_of_ours() {
        province = Province.at("H94");
        ours = province.communeA();
        theirs = province.communeB();
        var procedure = province.procedure(3, "WORKING_DAY");
        code = receive(as("clerk", ours), receipt(procedure, ours, "COUNTER")).path("code");
    }

    @Test
    void of_one_dossier_everything_is_told_newest_first() {
        as("clerk", ours).get("/v1/dossiers/" + code);

        as("auditor", ours)
                .get("/v1/audit?dossier=" + code)
                .then()
                .statusCode(200)
                .body("items.operation", is(List.of("showDossier", "receiveDossier")))
                .body("items.caller", everyItem(is("demo-clerk-" + ours)))
                .body("items.unit", everyItem(is(ours)))
                .body("items.client", everyItem(is("demo")))
                .body("items.dossier", everyItem(is(code)))
                .body("next", nullValue());
    }

    @Test
    void auditors_elsewhere_see_it_once_the_dossier_is_theirs_too() {
        as("auditor", theirs).get("/v1/audit?dossier=" + code).then().body("items", is(List.of()));

        step("supervisor", ours, code, "hand-over", Map.of("unit", theirs));
        as("clerk", ours).get("/v1/dossiers/" + code);

        as("auditor", theirs)
                .get("/v1/audit?dossier=" + code)
                .then()
                .body("items.operation", is(List.of("showDossier", "handOverDossier")));
        as("auditor", province.root())
                .get("/v1/audit?operation=receiveDossier&dossier=" + code)
                .then()
                .body("items.size()", is(1));
    }

    @ParameterizedTest
    @CsvSource({
        "operation=receiveDossier, operation, receiveDossier",
        "caller=demo-clerk-H94.1, caller, demo-clerk-H94.1",
        "unit=H94.1&operation=receiveDossier, unit, H94.1"
    })
    void it_is_narrowed_by_what_is_asked(String asked, String member, String value) {
        as("auditor", province.root())
                .get("/v1/audit?limit=200&" + asked)
                .then()
                .statusCode(200)
                .body("items." + member, everyItem(is(value)))
                .body("items.dossier", hasItem(code));
    }

    @Test
    void it_is_narrowed_by_time() {
        var now = OffsetDateTime.now();
        as("auditor", ours)
                .queryParam("limit", 200)
                .queryParam("from", now.minusHours(1).toString())
                .queryParam("to", now.plusHours(1).toString())
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .body("items.dossier", hasItem(code));
        as("auditor", ours)
                .queryParam("limit", 200)
                .queryParam("from", now.plusHours(1).toString())
                .get("/v1/audit")
                .then()
                .body("items", is(List.of()));
        as("auditor", ours)
                .queryParam("limit", 200)
                .queryParam("to", now.minusHours(1).toString())
                .get("/v1/audit")
                .then()
                .body("items.dossier", not(hasItem(code)));
    }

    @Test
    void its_pages_follow_one_another_without_a_gap() {
        for (var i = 0; i < 5; i++) {
            as("clerk", ours).get("/v1/dossiers/" + code);
        }
        var pages = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as("auditor", ours).get("/v1/audit?limit=2&dossier=" + code + cursor);
            page.then().statusCode(200);
            pages.addAll(page.path("items.at"));
            String next = page.path("next");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);

        assertThat(pages).hasSize(6).doesNotHaveDuplicates();
        assertThat(pages.stream().map(OffsetDateTime::parse).toList())
                .isSortedAccordingTo(Comparator.<OffsetDateTime>naturalOrder().reversed());
    }

    @Test
    void reading_the_record_is_on_record() {
        var trace = trace();

        int shown = traced(trace, as("auditor", ours))
                .get("/v1/audit?dossier=" + code)
                .path("items.size()");

        assertThat(new AuditRecord(database).entries(trace))
                .containsExactly("listAudit demo-auditor-H94.1 {auditor} H94.1 demo null " + shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "officer", "supervisor", "catalogue", "dashboard", "integrator"})
    void nobody_else_reads_it(String role) {
        as(role, province.root()).get("/v1/audit").then().statusCode(403).body("code", is("not-allowed"));
    }

    @Test
    void nobody_asks_for_a_unit_out_of_reach() {
        as("auditor", ours).get("/v1/audit?unit=" + theirs).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2020-01-01T00:00:00Z, from",
        "from=2026-01-01T00:00:00Z&to=2026-02-02T00:00:00Z, from",
        "to=1800-01-01T00:00:00Z, to",
        "from=yesterday, from"
    })
    void what_cannot_be_asked_is_refused(String asked, String parameter) {
        as("auditor", ours)
                .get("/v1/audit?" + asked)
                .then()
                .statusCode(400)
                .body("code", is("invalid-request"))
                .body("errors[0].pointer", is(parameter));
    }
}
