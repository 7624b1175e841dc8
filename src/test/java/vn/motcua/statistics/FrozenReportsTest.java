package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.posting;
import static vn.motcua.statistics.Freezing.FROZEN;
import static vn.motcua.statistics.Freezing.freeze;
import static vn.motcua.statistics.Freezing.report;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.Calling;
import vn.motcua.MovableTime;
import vn.motcua.Owner;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.access.DemoCast;
import vn.motcua.access.Role;

/** Reports of closed periods, as they were handed in. Nothing was counted in the periods asked for here. */
@QuarkusTest
@Service
class FrozenReportsTest {

    @Inject
    MovableTime time;

    @Inject
    EntityManager entities;

    @BeforeEach
    void a_morning_in_march() {
        Province.at("K77");
        time.setTo(Archive.time("03-02T08:00"));
    }

    @AfterEach
    void back_to_the_present() {
        time.release();
    }

    @Test
    void what_is_frozen_names_the_question_who_when_and_what_the_rates_meant() {
        var frozen = freeze("K77", report("06b", "2019-12-15", "2020-01-15"));
        String path = frozen.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", startsWith(FROZEN + "/"))
                .body("report", is("06b"))
                .body("query.unit", is("K77"))
                .body("query.unitRole", is("COMPETENT"))
                .body("query.from", is("2019-12-15T00:00:00+07:00"))
                .body("query.to", is("2020-01-15T00:00:00+07:00"))
                .body("query.basis", is("DATE"))
                .body("query.promise", is("CURRENT"))
                .body("query.units", is("AS_WAS"))
                .body("frozenAt", is("2026-03-02T08:00:00+07:00"))
                .body("frozenBy", is(DemoCast.subject(Role.SUPERVISOR, "K77")))
                .body(
                        "definitions.id",
                        contains("resolved", "portal", "received", "exposed", "first-promise", "moment"))
                .body("definitions[2].formula", is("(cohort.early + cohort.onTime) / received.total"))
                .body("definitions[0].version", is(1))
                .body("figures.rows", empty())
                .body("figures.total.received.total", is(0))
                .body("figures.rates[0].value", nullValue())
                .body("figures.columns", hasSize(FormColumn.ALL.size()))
                .body("$", not(hasKey("live")))
                .body("differences", empty())
                .extract()
                .header("Location");

        time.advance(Duration.ofHours(1));
        as("dashboard", "K77")
                .get(path)
                .then()
                .statusCode(200)
                .body("id", is(frozen.<Object>path("id")))
                .body("definitions", is(frozen.<Object>path("definitions")))
                .body("figures", is(frozen.<Object>path("figures")))
                .body("frozenAt", is("2026-03-02T08:00:00+07:00"))
                .body("live.asOf", is("2026-03-02T09:00:00+07:00"))
                .body("live.total.received.total", is(0))
                .body("differences", empty());
    }

    @Test
    void who_looks_again_is_told_when_nothing_changed() {
        var path = freeze("K77", report("06a", "2020-02-01", "2020-03-01")).header("Location");
        var tag = as("dashboard", "K77").get(path).header("ETag");

        time.advance(Duration.ofMinutes(5));
        as("clerk", "K77").header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @Test
    void a_period_that_is_not_over_is_not_frozen() {
        for (var to : List.of("2026-03-03", "2026-03-02T08:00:00.000001+07:00", "2199-01-01")) {
            freeze("K77", report("06a", "2026-03-01", to))
                    .then()
                    .statusCode(409)
                    .body("code", is("period-not-over"));
        }
        freeze("K77", report("06a", "2026-03-01", "2026-03-02T08:00:00+07:00"))
                .then()
                .statusCode(201);
    }

    @Test
    void the_same_question_is_frozen_once_however_it_is_put() {
        var question = report("06a", "2020-12-01", "2021-01-01");
        var first = freeze("K77", question).then().statusCode(201).extract().header("Location");
        time.advance(Duration.ofDays(1));
        var outspoken = report("06a", "2020-12-01T00:00:00+07:00", "2020-12-31T17:00:00Z");
        outspoken.putAll(Map.of(
                "unit", "K77", "unitRole", "COMPETENT", "basis", "DATE", "promise", "CURRENT", "units", "AS_WAS"));

        for (var again : List.of(question, outspoken)) {
            freeze("K77", again)
                    .then()
                    .statusCode(409)
                    .body("code", is("already-frozen"))
                    .body("detail", containsString(first));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "report, 06b",
        "unit, K77.1",
        "unitRole, RECEIVING",
        "from, 2020-04-02",
        "to, 2020-05-02",
        "basis, MOMENT",
        "promise, FIRST",
        "units, AS_NOW"
    })
    void another_question_is_another_report(String member, String value) {
        var question = report("06a", "2020-04-01", "2020-05-01");
        freeze("K77", question);
        question.put(member, value);

        freeze("K77", question).then().statusCode(201).body("figures.total.received.total", is(0));
    }

    @Test
    void a_repeated_click_gets_the_same_report() {
        var key = UUID.randomUUID().toString();
        var answers = Stream.of(1, 2)
                .map(click -> as("supervisor", "K77")
                        .contentType("application/json")
                        .header("Idempotency-Key", key)
                        .body(report("06a", "2020-06-01", "2020-07-01"))
                        .post(FROZEN))
                .toList();

        assertThat(answers).extracting(Response::statusCode).containsExactly(201, 201);
        assertThat(answers.get(1).asString()).isEqualTo(answers.get(0).asString());
        assertThat(answers.get(1).header("Location")).isEqualTo(answers.get(0).header("Location"));
    }

    @Test
    void of_two_who_freeze_the_same_at_once_one_wins_and_the_other_is_shown_where() throws Exception {
        Calling.token("supervisor", "K77");
        for (var day = 1; day <= 5; day++) {
            var question = report("06a", "2020-08-0" + day, "2020-09-01");

            var answers = together(() -> freeze("K77", question));

            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
            var won = answers.get(0).statusCode() == 201 ? 0 : 1;
            assertThat(answers.get(1 - won).<String>path("code")).isEqualTo("already-frozen");
            assertThat(answers.get(1 - won).<String>path("detail"))
                    .contains(answers.get(won).header("Location"));
        }
    }

    private static List<Response> together(Callable<Response> call) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var start = new CountDownLatch(1);
            var calls = Stream.of(1, 2)
                    .map(nth -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Response>();
            for (var answer : calls) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update frozen_report set frozen_by = 'somebody else'",
                "update frozen_report set figures = figures",
                "delete from frozen_report",
                "truncate frozen_report"
            })
    void the_database_itself_refuses_even_its_owner_to_change_what_was_reported(String change) {
        freeze("K77", report("06a", "2020-10-01", "2020-11-01"));

        assertThatThrownBy(() -> Owner.does(change)).hasMessageContaining("history is append-only");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
            report   | none       | required
            from     | none       | required
            to       | none       | required
            report   | 06c        | type
            unit     | hanoi      | format
            unitRole | CURRENT    | type
            basis    | HOUR       | type
            promise  | LAST       | type
            units    | AS_WILL_BE | type
            from     | 1.1.2020   | format
            from     | 2020-12-01 | order
            to       | 2020-02-30 | format
            to       | 9999-12-31 | range
            note     | Ghi chú    | unknown-field
            """)
    void a_wrong_member_is_named(String member, String value, String code) {
        var body = report("06a", "2020-11-01", "2020-12-01");
        body.put(member, value);

        freeze("K77", body)
                .then()
                .statusCode(400)
                .body("errors.code", contains(code))
                .body("errors.pointer", contains(code.equals("order") ? "/to" : "/" + member));
    }

    @Test
    void refusals_are_told_in_both_languages() {
        var open = report("06a", "2026-03-01", "2026-04-01");
        for (var text : Map.of("vi", "Kỳ báo cáo chưa kết thúc", "en", "The period is not over")
                .entrySet()) {
            posting(as("supervisor", "K77").header("Accept-Language", text.getKey()), open)
                    .post(FROZEN)
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("detail", startsWith(text.getValue()));
        }
    }
}
