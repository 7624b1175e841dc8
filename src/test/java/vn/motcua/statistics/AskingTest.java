package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.nobody;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.Province;
import vn.motcua.Service;

/** Who may ask for figures, how, and what a poller gets. */
@QuarkusTest
@Service
class AskingTest {

    private static final String ON_TIME = "/v1/statistics/on-time";
    private static final String JANUARY = ON_TIME + "?from=2026-01-01&to=2026-02-01";

    @Inject
    Archive archive;

    @AfterEach
    void clear() {
        archive.clear();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            to=2026-02-01                                                  | from    | required
            from=2026-01-01                                                | to      | required
            from=2026-02-01&to=2026-02-01                                  | to      | order
            from=2026-02-01&to=2026-01-01                                  | to      | order
            from=2026-02-30&to=2026-03-01                                  | from    | format
            from=1.1.2026&to=2026-03-01                                    | from    | format
            from=2026-01-01T00:00:00&to=2026-03-01                         | from    | format
            from=2026-01-01&to=2026-01-32T00:00:00Z                        | to      | format
            from=2026-01-01&to=2026-02-01&asOf=2026-01-01                  | asOf    | format
            from=2026-01-01&to=2026-02-01&asOf=2999-01-01T00:00:00Z        | asOf    | future
            from=2026-01-01&to=2026-02-01&basis=HOUR                       | basis   | unknown-value
            from=2026-01-01&to=2026-02-01&promise=LAST                     | promise | unknown-value
            from=2026-01-01&to=2026-02-01&unitRole=CURRENT                 | unitRole| unknown-value
            from=2026-01-01&to=2026-02-01&units=AS_WILL_BE                 | units   | unknown-value
            from=2026-01-01&to=2026-02-01&channel=FAX                      | channel | unknown-value
            from=2026-01-01&to=2026-02-01&period=LUNAR                     | period  | unknown-period
            from=2026-01-01&to=2026-02-01&field=a%20b                      | field   | format
            from=2026-01-01&to=2026-02-01&groupBy=colour                   | groupBy | unknown-value
            from=2026-01-01&to=2026-02-01&groupBy=unit,field,channel       | groupBy | too-many
            from=2026-01-01&to=2026-02-01&groupBy=unit&groupBy=unit        | groupBy | repeated
            from=2026-01-01&to=2026-02-01&groupBy=day,month                | groupBy | two-times
            from=2020-01-01&to=2026-02-01&groupBy=day                      | groupBy | too-many-periods
            from=1926-01-01&to=2026-01-01&groupBy=day                      | groupBy | too-many-periods
            from=1926-01-01&to=2026-01-01&groupBy=unit,day                 | groupBy | too-many-periods
            from=1900-01-01&to=2100-01-01&groupBy=month                    | groupBy | too-many-periods
            from=1926-01-01&to=2926-01-01                                  | to      | range
            from=2026-01-01&to=9999-12-31                                  | to      | range
            from=9999-01-01&to=9999-12-31                                  | from    | range
            from=2026-01-01&to=9999-12-31T00:00:00Z                        | to      | range
            from=2026-01-01&to=2200-01-01T00:00:00.000001Z                 | to      | range
            from=-1-01-01&to=2026-02-01                                    | from    | format
            from=-0001-01-01&to=2026-02-01                                 | from    | format
            from=0999-01-01&to=2026-02-01                                  | from    | format
            from=2026-01-01&to=10000-01-01                                 | to      | format
            from=2026-01-01&to=+999999999-01-01T00:00:00Z                  | to      | format
            from=2026-01-01&to=2026-02-01&groupBy=unit&rank=best           | rank    | unknown-value
            """)
    void a_wrong_parameter_is_named(String query, String parameter, String code) {
        as("dashboard", "V91")
                .urlEncodingEnabled(false)
                .get(ON_TIME + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid-request"))
                .body("errors.pointer", contains(parameter))
                .body("errors.code", contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit=hanoi", "procedure=12", "colour=red"})
    void a_malformed_code_or_an_unknown_parameter_is_refused(String parameter) {
        as("dashboard", "V91").get(JANUARY + "&" + parameter).then().statusCode(400);
    }

    @Test
    void an_empty_parameter_is_one_left_out() {
        as("dashboard", "V91")
                .get(JANUARY + "&unit=&field=&basis=&groupBy=")
                .then()
                .statusCode(200)
                .body("query.unit", is("V91"))
                .body("query.field", nullValue())
                .body("query.basis", is("DATE"));
    }

    @Test
    void four_hundred_days_are_answered() {
        as("dashboard", "V91")
                .get(ON_TIME + "?from=2024-01-01&to=2025-02-04&groupBy=day")
                .then()
                .statusCode(200)
                .body("groups.size()", is(400));
    }

    @Test
    void two_hundred_years_are_answered_by_year_and_as_one() {
        as("dashboard", "V91")
                .get(ON_TIME + "?from=1900-01-01&to=2100-01-01&groupBy=year")
                .then()
                .statusCode(200)
                .body("groups.size()", is(200))
                .body("groups.counts.received.total", everyItem(is(0)));
        as("dashboard", "V91")
                .get(ON_TIME + "?from=1900-01-01&to=2200-01-01&basis=MOMENT")
                .then()
                .statusCode(200)
                .body("groups.size()", is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "officer", "supervisor", "dashboard", "integrator", "auditor"})
    void whoever_works_with_dossiers_sees_figures(String role) {
        as(role, "V91").get(JANUARY).then().statusCode(200).body("groups.size()", is(1));
    }

    @Test
    void the_catalogue_and_strangers_see_none() {
        as("catalogue", "V91").get(JANUARY).then().statusCode(403);
        as("catalogue", "V91")
                .get("/v1/reports/06a?from=2026-01-01&to=2026-02-01")
                .then()
                .statusCode(403);
        nobody().get(JANUARY).then().statusCode(401);
        nobody().get("/v1/reports/06b?from=2026-01-01&to=2026-02-01").then().statusCode(401);
    }

    @Test
    void figures_reach_down_the_tree_and_not_sideways() {
        var province = Province.at("V92");
        archive.add("V92.1 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00");

        as("dashboard", "V92")
                .get(JANUARY + "&unit=" + province.communeA())
                .then()
                .statusCode(200)
                .body("query.unit", is("V92.1"))
                .body("groups[0].counts.received.total", is(1));
        as("dashboard", province.communeA())
                .get(JANUARY)
                .then()
                .statusCode(200)
                .body("query.unit", is("V92.1"))
                .body("groups[0].counts.received.total", is(1));
        as("dashboard", province.communeA())
                .get(JANUARY + "&unit=" + province.communeB())
                .then()
                .statusCode(403)
                .body("code", is("not-allowed"));
        as("dashboard", province.communeA()).get(JANUARY + "&unit=V92").then().statusCode(403);
        as("dashboard", province.communeA()).get(JANUARY + "&unit=Y99.9").then().statusCode(403);
    }

    @Test
    void the_answer_repeats_the_question_with_its_defaults() {
        as("dashboard", "V93")
                .get(JANUARY + "&field=HT&groupBy=unit,month&asOf=2026-01-15T00:00:00Z")
                .then()
                .statusCode(200)
                .body("query.unit", is("V93"))
                .body("query.unitRole", is("COMPETENT"))
                .body("query.field", is("HT"))
                .body("query.procedure", nullValue())
                .body("query.from", is("2026-01-01T00:00:00+07:00"))
                .body("query.to", is("2026-02-01T00:00:00+07:00"))
                .body("query.period", is("CALENDAR"))
                .body("query.basis", is("DATE"))
                .body("query.promise", is("CURRENT"))
                .body("query.groupBy", contains("unit", "month"))
                .body("query.units", is("AS_WAS"))
                .body("asOf", is("2026-01-15T07:00:00+07:00"))
                .body("groups", empty());
    }

    @Test
    void who_polls_is_told_when_nothing_changed() {
        archive.add("V94 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00");
        var first = as("dashboard", "V94").get(JANUARY);
        var tag = first.header("ETag");

        assertThat(tag).startsWith("\"");
        assertThat(first.header("Cache-Control")).isEqualTo("private, max-age=1");
        assertThat(first.header("Vary")).contains("Authorization", "Accept-Language");
        as("clerk", "V94")
                .header("If-None-Match", tag)
                .get(JANUARY)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", "private, max-age=1");

        archive.add("V94 | HT | COUNTER | received 01-06T08:00 due 01-13T08:00");
        as("dashboard", "V94")
                .header("If-None-Match", tag)
                .get(JANUARY)
                .then()
                .statusCode(200)
                .header("ETag", not(tag))
                .body("groups[0].counts.received.total", is(2));
    }

    @Test
    void definitions_are_open_to_everybody_and_say_themselves_twice() {
        nobody().get("/v1/statistics/definitions")
                .then()
                .statusCode(200)
                .body(
                        "definitions.id",
                        contains("resolved", "portal", "received", "exposed", "first-promise", "moment"))
                .body("definitions.version", everyItem(is(1)))
                .body("definitions.name.vi", everyItem(notNullValue()))
                .body("definitions.name.en", everyItem(notNullValue()))
                .body(
                        "definitions.meaning.vi",
                        hasItem("Như tỷ lệ giải quyết đúng hạn, so với ngày hẹn trả ghi khi tiếp nhận"))
                .body("definitions.source.en", everyItem(notNullValue()))
                .body(
                        "definitions[0].formula",
                        is("(resolved.early + resolved.onTime) / (resolved.early + resolved.onTime + resolved.late)"))
                .body("definitions[2].formula", is("(cohort.early + cohort.onTime) / received.total"))
                .body("definitions[0].basis", nullValue())
                .body("definitions[5].basis", is("MOMENT"))
                .body("definitions[4].promise", is("FIRST"));
    }
}
