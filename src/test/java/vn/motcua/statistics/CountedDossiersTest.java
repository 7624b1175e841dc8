package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Service;

/** The list behind a figure: what it says of a dossier, who may read it, and that its pages belong together. */
@QuarkusTest
@Service
class CountedDossiersTest {

    private static final String DOSSIERS = "/v1/statistics/dossiers";
    private static final String YEAR = "from=2030-01-01&to=2031-01-01";
    private static final Instant MONDAY = Instant.parse("2030-01-07T01:00:00Z");

    @Inject
    MovableTime time;

    @AfterEach
    void release() {
        time.release();
    }

    @Test
    void a_line_says_what_a_dossier_was_counted_under_and_where_it_stood() {
        time.setTo(MONDAY);
        var province = Province.at("K74");
        var code = received(province, 1, province.communeA()).get(0);
        time.advance(Duration.ofDays(30));

        behind(province, "pending.overdue&groupUnit=K74.1&unit=K74")
                .body("items", hasSize(1))
                .body("next", nullValue())
                .body("asOf", is("2030-02-06T08:00:00+07:00"))
                .body("query.cells", contains("pending.overdue"))
                .body("query.groupUnit", is("K74.1"))
                .body("query.unit", is("K74"))
                .body("items[0].code", is(code))
                .body("items[0].status", is("RECEIVED"))
                .body("items[0].statusNumber", is(2))
                .body("items[0].channel", is("COUNTER"))
                .body("items[0].field", is("TEST"))
                .body("items[0].competentUnit", is("K74.1"))
                .body("items[0].receivingUnit", is("K74.1"))
                .body("items[0].submittedAt", nullValue())
                .body("items[0].receivedAt", is("2030-01-07T08:00:00+07:00"))
                .body("items[0].firstDueAt", notNullValue())
                .body("items[0].dueAt", notNullValue())
                .body("items[0].dueDate", is("2030-01-14"))
                .body("items[0].missedDate", nullValue())
                .body("items[0].endedAt", nullValue())
                .body("items[0].place", is("pending.overdue"))
                .body("items[0].intake", nullValue())
                .body("items[0].applicant", nullValue());
        behind(province, "pending.overdue&groupUnit=K74").body("items", empty());
        behind(province, "pending.overdue,received.total&cell=carriedOver&unit=K74.1")
                .body("query.cells", contains("carriedOver", "received.total", "pending.overdue"))
                .body("items", hasSize(1));

        finish(province, code);
        behind(province, "pending.overdue&unit=K74.1").body("items", empty());
        behind(province, "resolved.late&unit=K74.1").body("items.place", contains("resolved.late"));
        behind(province, "pending.overdue&unit=K74.1&asOf=2030-02-06T00:59:59Z").body("items.code", contains(code));
    }

    @Test
    void pages_tell_what_was_known_when_the_first_was_asked_for() {
        time.setTo(MONDAY);
        var province = Province.at("K74.5");
        var codes = received(province, 5, "K74.5.2");
        time.advance(Duration.ofHours(1));
        var query = "pending.total&unit=K74.5.2&limit=2";
        var first = behind(province, query).body("items", hasSize(2)).extract();
        time.advance(Duration.ofHours(1));
        codes.forEach(code -> finish(province, code));
        received(province, 3, "K74.5.2");

        var shown = new ArrayList<String>(first.path("items.code"));
        String next = first.path("next");
        while (next != null) {
            var page = behind(province, query + "&cursor=" + next)
                    .body("asOf", is((Object) first.path("asOf")))
                    .extract();
            shown.addAll(page.path("items.code"));
            next = page.path("next");
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(codes);
        behind(province, query).body("items.code", not(codes)).body("items", hasSize(2));
    }

    @Test
    void a_cursor_belongs_to_its_question() {
        time.setTo(MONDAY);
        var province = Province.at("K74.6");
        received(province, 3, "K74.6.2");
        String next = behind(province, "pending.total&limit=1").extract().path("next");

        behind(province, "pending.total&limit=2&cursor=" + next).body("items", hasSize(2));
        for (var other : List.of(
                "pending.stopped&cursor=",
                "pending.total&basis=MOMENT&cursor=",
                "pending.total&groupUnit=K74.6.2&cursor=",
                "pending.total&asOf=2030-01-07T00:00:00Z&cursor=")) {
            ask("auditor", province.root(), YEAR + "&cell=" + other + next)
                    .statusCode(400)
                    .body("code", is("cursor-invalid"));
        }
        time.advance(Duration.ofHours(-1));
        ask("auditor", province.root(), YEAR + "&cell=pending.total&cursor=" + next)
                .statusCode(400)
                .body("code", is("cursor-invalid"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            from=2030-01-01&to=2031-01-01                                       | cell       | required
            from=2030-01-01&to=2031-01-01&cell=                                 | cell       | required
            from=2030-01-01&to=2031-01-01&cell=received                         | cell       | unknown-value
            from=2030-01-01&to=2031-01-01&cell=received.total,x                 | cell       | unknown-value
            from=2030-01-01&to=2031-01-01&cell=digitised.papers                 | cell       | unknown-value
            from=2030-01-01&to=2031-01-01&cell=withdrawn&limit=0                | /limit     | range
            from=2030-01-01&to=2031-01-01&cell=withdrawn&limit=201              | /limit     | range
            from=2030-01-01&to=2031-01-01&cell=withdrawn&units=AS_WILL_BE       | units      | unknown-value
            to=2031-01-01&cell=withdrawn                                        | from       | required
            """)
    void what_cannot_be_listed(String query, String pointer, String code) {
        ask("clerk", "K74", query)
                .statusCode(400)
                .body("errors[0].pointer", is(pointer))
                .body("errors[0].code", is(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"groupBy=unit", "period=STATUTORY"})
    void parameters_of_figures_only(String parameter) {
        ask("clerk", "K74", YEAR + "&cell=withdrawn&" + parameter)
                .statusCode(400)
                .body("code", is("unknown-parameter"));
    }

    @ParameterizedTest
    @CsvSource({
        "clerk, 200",
        "officer, 200",
        "supervisor, 200",
        "integrator, 200",
        "auditor, 200",
        "dashboard, 403",
        "catalogue, 403"
    })
    void who_may_see_more_than_figures(String role, int status) {
        ask(role, "K74", YEAR + "&cell=withdrawn").statusCode(status);
    }

    @Test
    void nobody_sees_the_dossiers_of_others() {
        ask("clerk", "K74.1", YEAR + "&cell=withdrawn&unit=K74").statusCode(403).body("code", is("not-allowed"));
        ask("clerk", "K74.1", YEAR + "&cell=withdrawn&groupUnit=K74.2")
                .statusCode(200)
                .body("items", empty());
    }

    private static ValidatableResponse behind(Province province, String cellAndMore) {
        return ask("auditor", province.root(), YEAR + "&cell=" + cellAndMore).statusCode(200);
    }

    private static ValidatableResponse ask(String role, String unit, String query) {
        return as(role, unit).get(DOSSIERS + "?" + query).then();
    }

    private static List<String> received(Province province, int dossiers, String unit) {
        var procedure = province.procedure(5, "WORKING_DAY");
        var codes = new ArrayList<String>();
        for (var i = 0; i < dossiers; i++) {
            codes.add(receive(as("clerk", unit), receipt(procedure, unit, "COUNTER"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("code"));
        }
        return codes;
    }

    private static void finish(Province province, String code) {
        step("officer", province.root(), code, "result", Map.of("outcome", "GRANTED"))
                .then()
                .statusCode(200);
    }
}
