package vn.motcua.dossier;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.dossier.OneDossier.WHY;
import static vn.motcua.dossier.OneDossier.correction;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Calling;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Service;

/** What a supervisor can set right, and what stays as it was. Monday 5 January 2026, 09:00, limits of some days. */
@QuarkusTest
@Service
class CorrectionsTest {

    @Inject
    MovableTime time;

    private Province province;
    private OneDossier dossier;
    private String twoDays;

    @BeforeEach
    void a_monday_morning() {
        province = Province.at("E11");
        twoDays = province.procedure(2, "WORKING_DAY");
        dossier = new OneDossier(time, province.communeA()).at("2026-01-05T09:00");
    }

    @AfterEach
    void back_to_the_present() {
        time.release();
    }

    @Test
    void a_result_entered_by_mistake_is_undone_and_the_clock_has_run_all_the_time() {
        dossier.received(twoDays);
        dossier.at("2026-01-06T09:00").finish().body("verdicts.current.date", is("EARLY"));
        dossier.at("2026-01-08T09:00")
                .correct("REOPEN", null, null)
                .body("status", is("RECEIVED"))
                .body("finishedAt", nullValue())
                .body("endedAt", nullValue())
                .body("verdicts", nullValue())
                .body("dueAt", is("2026-01-07T09:00:00+07:00"))
                .body("allowedSteps", hasItem("result"));
        dossier.finish().body("verdicts.current.date", is("LATE")).body("verdicts.first.date", is("LATE"));
        dossier.shown("/events")
                .body("items.type", contains("RECEIVED", "FINISHED", "REOPENED", "FINISHED"))
                .body("items[2].facts.data.annuls", is(2))
                .body("items[2].texts.reason", is("Nhập nhầm"));
    }

    @Test
    void each_reopening_undoes_exactly_one_step() {
        dossier.received(twoDays);
        dossier.finish();
        dossier.take("return", Map.of());
        dossier.correct("REOPEN", null, null).body("status", is("FINISHED")).body("verdicts.current.date", is("EARLY"));
        dossier.correct("REOPEN", null, null).body("status", is("RECEIVED"));
        dossier.refused(409, "supervisor", "correction", correction("REOPEN", null, null))
                .body("code", is("nothing-to-reopen"));
        dossier.finish();
        dossier.correct("REOPEN", null, null).body("status", is("RECEIVED"));
    }

    @Test
    void a_withdrawal_from_a_stop_goes_back_into_the_stop() {
        dossier.received(twoDays);
        dossier.at("2026-01-06T09:00").take("supplement-request", WHY);
        dossier.at("2026-01-07T09:00").take("withdrawal", Map.of("reason", "Nhầm hồ sơ"));
        dossier.at("2026-01-08T09:00")
                .correct("REOPEN", null, null)
                .body("status", is("AWAITING_SUPPLEMENT"))
                .body("stoppedAt", is("2026-01-06T09:00:00+07:00"))
                .body("answerBy", is("2026-01-26T17:30:00+07:00"))
                .body("dueAt", nullValue());
        dossier.at("2026-01-12T09:00").take("supplement", Map.of()).body("dueAt", is("2026-01-14T09:00:00+07:00"));
    }

    @Test
    void a_refusal_at_the_desk_goes_back_to_the_desk() {
        dossier.received(receipt(twoDays, province.communeA(), "ONLINE"));
        dossier.at("2026-01-05T10:00").take("refusal", Map.of("reason", "Không đúng nơi"));
        dossier.at("2026-01-05T11:00")
                .correct("REOPEN", null, null)
                .body("status", is("SUBMITTED"))
                .body("intakeDueAt", is("2026-01-06T09:00:00+07:00"));
        dossier.take("acceptance", Map.of()).body("status", is("RECEIVED"));
    }

    @Test
    void a_step_under_way_goes_on_when_the_result_is_undone() {
        dossier.received(twoDays);
        dossier.take("hand-over", Map.of("officer", "o-1", "limit", Map.of("value", 4, "unit", "WORKING_HOUR")));
        dossier.finish();
        dossier.shown("").body("handOvers.verdict", contains("ON_TIME"));
        dossier.correct("REOPEN", null, null).body("status", is("PROCESSING"));
        dossier.shown("").body("handOvers.verdict", contains(nullValue())).body("outcome", nullValue());
    }

    @Test
    void the_right_procedure_promises_anew_and_the_first_promise_stays() {
        var fiveDays = province.procedure(5, "WORKING_DAY");
        dossier.received(twoDays);
        dossier.at("2026-01-06T09:00")
                .correct("PROCEDURE", "procedure", fiveDays)
                .body("dueAt", is("2026-01-10T09:00:00+07:00"))
                .body("firstDueAt", is("2026-01-07T09:00:00+07:00"));
        dossier.shown("").body("procedure", is(fiveDays));
        dossier.shown("/deadline")
                .body("promises.why", contains("RECEIVED", "PROCEDURE_CORRECTED"))
                .body("promises.to", contains("2026-01-07T09:00:00+07:00", "2026-01-10T09:00:00+07:00"));
        dossier.at("2026-01-09T09:00")
                .finish()
                .body("verdicts.current.date", is("EARLY"))
                .body("verdicts.first.date", is("LATE"));
    }

    @Test
    void what_was_missed_before_a_correction_stays_missed() {
        var fiveDays = province.procedure(5, "WORKING_DAY");
        dossier.received(twoDays);
        dossier.at("2026-01-08T09:00")
                .correct("PROCEDURE", "procedure", fiveDays)
                .body("dueAt", is("2026-01-10T09:00:00+07:00"));
        dossier.shown("").body("missed.date", is("2026-01-07"));
        dossier.finish().body("verdicts.current.date", is("LATE"));
    }

    @Test
    void on_an_ended_dossier_promise_and_verdict_stay() {
        var oneDay = province.procedure(1, "WORKING_DAY");
        dossier.received(twoDays);
        dossier.at("2026-01-07T09:00").finish().body("verdicts.current.date", is("ON_TIME"));
        dossier.correct("PROCEDURE", "procedure", oneDay)
                .body("dueAt", is("2026-01-07T09:00:00+07:00"))
                .body("verdicts.current.date", is("ON_TIME"));
        dossier.correct("CHANNEL", "channel", "POSTAL");
        dossier.correct("UNIT", "unit", province.communeB()).body("competentUnit", is(province.communeB()));
        dossier.shown("").body("procedure", is(oneDay)).body("channel", is("POSTAL"));
        dossier.correct("REOPEN", null, null)
                .body("status", is("RECEIVED"))
                .body("dueAt", is("2026-01-07T09:00:00+07:00"));
    }

    @Test
    void the_right_unit_answers_for_it_on_its_own_hours() {
        Calling.create(
                as("catalogue", "E11"),
                "/v1/calendars/E11-SHORT",
                Map.of(
                        "name", "Chỉ buổi sáng",
                        "zone", "Asia/Ho_Chi_Minh",
                        "weeks",
                                List.of(Map.of(
                                        "validFrom",
                                        "2018-01-01",
                                        "shifts",
                                        Map.of("MONDAY", List.of(Map.of("from", "08:00", "to", "12:00")))))));
        Calling.create(
                as("catalogue", "E11"),
                "/v1/units/E11.5",
                Map.of(
                        "name", "Phòng chỉ làm thứ Hai",
                        "level", "DEPARTMENT",
                        "parent", "E11",
                        "calendar", "E11-SHORT",
                        "validFrom", "2000-01-01"));
        dossier.received(twoDays);
        dossier.at("2026-01-05T10:00").correct("UNIT", "unit", "E11.5").body("dueAt", is("2026-01-19T09:00:00+07:00"));
        dossier.shown("/deadline").body("promises.calendar", contains("VN", "E11-SHORT"));
        as("supervisor", "E11.5").get("/v1/dossiers/" + dossier.code()).then().statusCode(200);
        dossier.correct("UNIT", "unit", province.communeA()).body("dueAt", is("2026-01-07T09:00:00+07:00"));
        as("supervisor", "E11.5").get("/v1/dossiers/" + dossier.code()).then().statusCode(404);
    }

    @Test
    void another_channel_may_have_another_limit() {
        var both = province.procedure(Map.of(
                "limits",
                List.of(
                        Map.of("channel", "COUNTER", "limit", Map.of("value", 2, "unit", "WORKING_DAY")),
                        Map.of("channel", "POSTAL", "limit", Map.of("value", 3, "unit", "WORKING_DAY")))));
        dossier.received(both);
        dossier.correct("CHANNEL", "channel", "POSTAL").body("dueAt", is("2026-01-08T09:00:00+07:00"));
        dossier.refused(409, "supervisor", "correction", correction("CHANNEL", "channel", "POSTAL"))
                .body("code", is("correction-changes-nothing"));
    }

    @Test
    void a_dossier_entered_twice_is_made_void_and_allows_nothing_more() {
        dossier.received(twoDays);
        dossier.correct("VOID", null, null)
                .body("status", is("RECEIVED"))
                .body("voided", is(true))
                .body("allowedSteps", is(empty()));
        dossier.refused(409, "supervisor", "result", Map.of("outcome", "GRANTED"))
                .body("code", is("dossier-void"));
        dossier.refused(409, "supervisor", "correction", correction("VOID", null, null))
                .body("code", is("dossier-void"));
        as("clerk", province.communeA())
                .get("/v1/dossiers?limit=200")
                .then()
                .body("items.code", not(hasItem(dossier.code())));
    }

    @Test
    void a_missed_promise_is_not_made_void() {
        dossier.received(twoDays);
        dossier.at("2026-01-08T00:00")
                .refused(409, "supervisor", "correction", correction("VOID", null, null))
                .body("code", is("missed-is-not-void"));
        dossier.finish();
        dossier.refused(409, "supervisor", "correction", correction("VOID", null, null))
                .body("code", is("missed-is-not-void"));
    }

    @Test
    void only_a_supervisor_of_the_competent_or_the_receiving_unit_corrects() {
        dossier.received(twoDays);
        dossier.take("hand-over", Map.of("unit", province.department()));
        var reopen = correction("VOID", null, null);
        dossier.refused(403, "officer", "correction", reopen);
        dossier.refused(403, "clerk", "correction", reopen);
        Province.step("supervisor", province.department(), dossier.code(), "correction", reopen)
                .then()
                .statusCode(403)
                .body("code", is("side-forbids"));
        Province.step("supervisor", "E11", dossier.code(), "correction", reopen)
                .then()
                .statusCode(200);
    }

    @Test
    void a_correction_says_just_what_is_wrong_and_why() {
        dossier.received(twoDays);
        dossier.refused(400, "supervisor", "correction", Map.of("kind", "REOPEN"))
                .body("errors.pointer", hasItem("/reason"));
        dossier.refused(400, "supervisor", "correction", correction("PROCEDURE", "channel", "POSTAL"))
                .body("code", is("correction-misfits"));
        dossier.refused(400, "supervisor", "correction", correction("VOID", "unit", province.communeB()))
                .body("code", is("correction-misfits"));
        dossier.refused(404, "supervisor", "correction", correction("PROCEDURE", "procedure", "9.999999"));
        dossier.refused(404, "supervisor", "correction", correction("UNIT", "unit", "E11.77"));
    }

    @Test
    void figures_as_of_a_time_before_a_correction_stay_as_they_were() {
        var other = new OneDossier(time, province.communeB()).at("2026-01-12T09:00");
        other.received(twoDays);
        other.at("2026-01-13T09:00").finish();
        other.at("2026-01-20T09:00").correct("CHANNEL", "channel", "ONLINE");
        other.correct("UNIT", "unit", province.department());
        other.at("2026-01-21T09:00").correct("REOPEN", null, null);
        other.at("2026-01-22T09:00");
        counts(province.communeB(), "2026-01-19T00:00:00Z")
                .body("received.counter", is(1))
                .body("resolved.early", is(1));
        counts(province.communeB(), "2026-01-20T12:00:00Z").body("received.total", is(0));
        counts(province.department(), "2026-01-20T12:00:00Z")
                .body("received.online", is(1))
                .body("resolved.early", is(1));
        counts(province.department(), "2026-01-22T01:00:00Z")
                .body("resolved.total", is(0))
                .body("pending.overdue", is(1));
    }

    private io.restassured.response.ValidatableResponse counts(String unit, String asOf) {
        return as("dashboard", unit)
                .queryParams(Map.of("from", "2026-01-12", "to", "2026-01-17", "asOf", asOf))
                .get("/v1/statistics/on-time")
                .then()
                .statusCode(200)
                .rootPath("groups[0].counts");
    }
}
