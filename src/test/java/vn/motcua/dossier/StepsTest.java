package vn.motcua.dossier;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Service;

/**
 * What each step does to the promise, over HTTP, with the service's time held still. January 2026: Thursday 1 is a day
 * off, Friday 2 as well, made up on Saturday 10.
 */
@QuarkusTest
@Service
class StepsTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Map<String, String> WHY = Map.of("reason", "Chờ", "legalBasis", "Điều 17");

    @Inject
    MovableTime time;

    private Province province;
    private String unit;
    private String code;

    @BeforeEach
    void a_monday_morning() {
        province = Province.at("S01");
        unit = province.communeA();
        at("2026-01-05T09:00");
    }

    @AfterEach
    void back_to_the_present() {
        time.release();
    }

    @Test
    void a_receipt_promises_a_date_and_keeps_it_as_the_first() {
        received(twoDays())
                .body("status", is("RECEIVED"))
                .body("receivedAt", is("2026-01-05T09:00:00+07:00"))
                .body("dueAt", is("2026-01-07T09:00:00+07:00"))
                .body("dueDate", is("2026-01-07"))
                .body("firstDueAt", is("2026-01-07T09:00:00+07:00"))
                .body("code", startsWith(unit + "-260105-"));
    }

    @Test
    void a_supplement_restarts_the_limit_and_the_first_promise_stays() {
        received(twoDays());
        at("2026-01-06T10:00");
        take("officer", "supplement-request", WHY)
                .body("status", is("AWAITING_SUPPLEMENT"))
                .body("dueAt", nullValue())
                .body("answerBy", is("2026-01-26T17:30:00+07:00"));
        at("2026-01-08T14:00");
        take("clerk", "supplement", Map.of())
                .body("status", is("RECEIVED"))
                .body("dueAt", is("2026-01-10T14:00:00+07:00"))
                .body("firstDueAt", is("2026-01-07T09:00:00+07:00"));
        as("clerk", unit)
                .get("/v1/dossiers/" + code + "/deadline")
                .then()
                .statusCode(200)
                .body("promises.why", contains("RECEIVED", "SUPPLEMENT_REQUESTED", "SUPPLEMENT_RECEIVED"))
                .body("promises[1].legalBasis", is("Điều 17"))
                .body("promises.to", contains("2026-01-07T09:00:00+07:00", null, "2026-01-10T14:00:00+07:00"));
    }

    @Test
    void payment_and_suspension_pause_the_clock() {
        received(twoDays());
        at("2026-01-06T09:00");
        take("officer", "payment-request", WHY).body("status", is("AWAITING_PAYMENT"));
        at("2026-01-07T09:00");
        take("clerk", "payment", Map.of()).body("dueAt", is("2026-01-08T09:00:00+07:00"));
        take("officer", "suspension", WHY).body("statusNumber", is(8));
        at("2026-01-07T14:30");
        take("officer", "resumption", Map.of()).body("dueAt", is("2026-01-08T14:30:00+07:00"));
    }

    @Test
    void a_second_supplement_request_says_why_not_at_once() {
        received(twoDays());
        take("officer", "supplement-request", WHY);
        take("clerk", "supplement", Map.of());
        refused(400, "officer", "supplement-request", WHY).body("type", is("/problems/second-request-without-reason"));
        take("officer", "supplement-request", plus(WHY, "whyNotAtOnce", "Phát sinh khi xác minh"));
    }

    @Test
    void what_is_never_completed_may_be_refused_by_an_officer_and_only_in_time() {
        received(twoDays());
        take("officer", "supplement-request", WHY);
        at("2026-01-23T17:30");
        refused(409, "officer", "refusal", Map.of("reason", "Quá hạn bổ sung"))
                .body("type", is("/problems/answer-still-awaited"));
        at("2026-01-23T17:30:01");
        refused(403, "clerk", "refusal", Map.of("reason", "Quá hạn bổ sung")).body("code", is("side-forbids"));
        take("officer", "refusal", Map.of("reason", "Quá hạn bổ sung"))
                .body("status", is("REFUSED"))
                .body("endedAt", is("2026-01-23T17:30:01+07:00"))
                .body("verdicts", nullValue());
    }

    @Test
    void a_step_the_status_forbids_names_the_steps_it_allows() {
        received(twoDays());
        refused(409, "clerk", "acceptance", Map.of())
                .body("type", is("/problems/status-forbids"))
                .body("allowedSteps", hasItem("result"));
    }

    @Test
    void a_finish_after_the_due_date_is_late_by_both_measures() {
        received(twoDays());
        at("2026-01-08T08:00");
        take("officer", "result", Map.of("outcome", "GRANTED"))
                .body("status", is("FINISHED"))
                .body("verdicts.current.date", is("LATE"))
                .body("verdicts.current.moment", is("LATE"))
                .body("verdicts.first.date", is("LATE"));
    }

    @Test
    void a_finish_on_the_due_date_after_the_due_moment_is_on_time_by_date_only() {
        received(twoDays());
        at("2026-01-07T09:00:01");
        take("officer", "result", Map.of("outcome", "DECLINED"))
                .body("verdicts.current.date", is("ON_TIME"))
                .body("verdicts.current.moment", is("LATE"));
    }

    @Test
    void a_missed_promise_stays_missed_when_a_supplement_restarts_the_clock() {
        received(twoDays());
        at("2026-01-08T08:00");
        take("officer", "supplement-request", WHY);
        at("2026-01-09T08:00");
        take("clerk", "supplement", Map.of()).body("dueDate", is("2026-01-12"));
        take("officer", "result", Map.of("outcome", "GRANTED"))
                .body("verdicts.current.date", is("LATE"))
                .body("verdicts.current.moment", is("LATE"));
        as("clerk", unit).get("/v1/dossiers/" + code).then().body("missed.date", is("2026-01-07"));
    }

    @Test
    void each_hand_over_has_its_own_limit_and_verdict_and_stops_stop_the_step() {
        received(twoDays());
        take(
                "clerk",
                "hand-over",
                Map.of(
                        "unit", province.department(),
                        "officer", "officer-7",
                        "limit", Map.of("value", 4, "unit", "WORKING_HOUR")));
        at("2026-01-05T11:00");
        department("suspension", WHY);
        at("2026-01-05T15:00");
        department("resumption", Map.of());
        as("officer", province.department())
                .get("/v1/dossiers/" + code)
                .then()
                .body("handOvers[0].dueAt", is("2026-01-05T17:00:00+07:00"));
        at("2026-01-05T17:00:01");
        department("hand-over", Map.of("officer", "officer-8"));
        department("result", Map.of("outcome", "GRANTED"));
        as("officer", province.department())
                .get("/v1/dossiers/" + code)
                .then()
                .body("handOvers.verdict", contains("LATE", "NO_DEADLINE"))
                .body("handOvers[0].givingUnit", is(unit))
                .body("handOvers[1].receiver", is("officer-8"))
                .body("competentUnit", is(unit));
    }

    @Test
    void a_hand_over_to_nobody_is_refused() {
        received(twoDays());
        refused(400, "clerk", "hand-over", Map.of()).body("type", is("/problems/hand-over-to-nobody"));
    }

    @Test
    void the_step_plan_gives_the_limit_where_none_is_said() {
        received(province.procedure(Map.of(
                "limits",
                List.of(Map.of("limit", Map.of("value", 5, "unit", "WORKING_DAY"))),
                "steps",
                List.of(Map.of("name", "Thẩm định", "limit", Map.of("value", 0.5, "unit", "WORKING_DAY"))))));
        take("clerk", "hand-over", Map.of("officer", "officer-7"));
        as("clerk", unit)
                .get("/v1/dossiers/" + code)
                .then()
                .body("handOvers[0].dueAt", is("2026-01-05T15:00:00+07:00"));
    }

    @Test
    void a_waiting_dossier_can_be_withdrawn() {
        received(twoDays());
        take("officer", "suspension", WHY);
        take("clerk", "withdrawal", Map.of("reason", "Không còn nhu cầu"))
                .body("status", is("WITHDRAWN"))
                .body("endedAt", notNullValue());
    }

    @Test
    void a_result_on_the_spot_is_received_finished_and_returned_in_one_call() {
        var body = receipt(
                province.procedure(Map.of(
                        "limits",
                        List.of(Map.of("limit", Map.of("value", 0, "unit", "WORKING_DAY"))),
                        "due",
                        "END_OF_DAY")),
                unit,
                "COUNTER");
        body.put("result", Map.of("outcome", "GRANTED"));
        body.put("return", Map.of());
        code = receive(as("clerk", unit), body)
                .then()
                .statusCode(201)
                .body("status", is("RETURNED"))
                .body("dueAt", is("2026-01-05T17:30:00+07:00"))
                .body("verdicts.current.date", is("ON_TIME"))
                .extract()
                .path("code");
        as("clerk", unit)
                .get("/v1/dossiers/" + code + "/events")
                .then()
                .body("items.type", contains("RECEIVED", "FINISHED", "RETURNED"));
    }

    @Test
    void a_late_entry_is_marked_and_goes_back_72_hours_at_most() {
        var body = receipt(twoDays(), unit, "COUNTER");
        body.put("receivedAt", "2026-01-02T09:00:00+07:00");
        receive(as("clerk", unit), body).then().statusCode(400).body("code", is("late-entry-without-reason"));
        body.put("lateReason", "Mất mạng");
        receive(as("clerk", unit), body)
                .then()
                .statusCode(201)
                .body("code", startsWith(unit + "-260102-"))
                .body("receivedAt", is("2026-01-02T09:00:00+07:00"));
        body.put("receivedAt", "2026-01-02T08:59:59+07:00");
        receive(as("clerk", unit), body).then().statusCode(400).body("code", is("late-entry-too-old"));
        body.put("receivedAt", "2026-01-05T09:00:01+07:00");
        receive(as("clerk", unit), body).then().statusCode(400).body("code", is("late-entry-too-old"));
    }

    @Test
    void accepted_says_otherwise_than_the_channel() {
        var online = receipt(twoDays(), unit, "ONLINE");
        online.put("accepted", true);
        receive(as("clerk", unit), online).then().statusCode(201).body("status", is("RECEIVED"));
        var postal = receipt(twoDays(), unit, "POSTAL");
        postal.put("accepted", false);
        receive(as("clerk", unit), postal)
                .then()
                .statusCode(201)
                .body("status", is("SUBMITTED"))
                .body("intakeDueAt", is("2026-01-06T09:00:00+07:00"));
    }

    @Test
    void without_a_time_limit_nothing_is_promised_and_nothing_is_on_time() {
        received(province.procedure(Map.of())).body("dueAt", nullValue()).body("firstDueAt", nullValue());
        take("officer", "result", Map.of("outcome", "GRANTED"))
                .body("verdicts.current.date", is("NO_DEADLINE"))
                .body("verdicts.first.moment", is("NO_DEADLINE"));
    }

    @Test
    void a_due_date_in_a_year_no_calendar_covers_is_refused() {
        receive(as("clerk", unit), receipt(province.procedure(3650, "MONTH"), unit, "COUNTER"))
                .then()
                .statusCode(400)
                .body("code", is("deadline-out-of-range"));
    }

    @Test
    void a_dossier_keeps_the_procedure_version_in_force_at_its_receipt() {
        var procedure = twoDays();
        received(procedure);
        var etag = as("catalogue", "S01").get("/v1/procedures/" + procedure).header("ETag");
        vn.motcua.Calling.change(
                        as("catalogue", "S01"),
                        "/v1/procedures/" + procedure,
                        etag,
                        Map.of(
                                "name", "Rút ngắn",
                                "field", "TEST",
                                "validFrom", "2026-01-06",
                                "limits", List.of(Map.of("limit", Map.of("value", 1, "unit", "WORKING_DAY")))))
                .then()
                .statusCode(200);
        at("2026-01-06T09:00");
        take("officer", "suspension", WHY);
        take("officer", "resumption", Map.of()).body("dueAt", is("2026-01-07T09:00:00+07:00"));
        received(procedure).body("dueAt", is("2026-01-07T09:00:00+07:00")).body("code", endsWith("0001"));
    }

    private String twoDays() {
        return province.procedure(2, "WORKING_DAY");
    }

    private void at(String local) {
        time.setTo(LocalDateTime.parse(local).atZone(VIETNAM).toInstant());
    }

    private ValidatableResponse received(String procedure) {
        var answer = receive(as("clerk", unit), receipt(procedure, unit, "COUNTER"))
                .then()
                .statusCode(201);
        code = answer.extract().path("code");
        return answer;
    }

    private ValidatableResponse take(String role, String name, Object body) {
        return step(role, unit, code, name, body).then().statusCode(200);
    }

    private void department(String name, Object body) {
        step("officer", province.department(), code, name, body).then().statusCode(200);
    }

    private ValidatableResponse refused(int status, String role, String name, Object body) {
        return step(role, unit, code, name, body).then().statusCode(status);
    }

    private static Map<String, Object> plus(Map<String, String> body, String name, String value) {
        var more = new HashMap<String, Object>(body);
        more.put(name, value);
        return more;
    }
}
