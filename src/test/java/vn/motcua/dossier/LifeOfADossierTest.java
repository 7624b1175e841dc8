package vn.motcua.dossier;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Service;

/** One dossier from its submission online to the return of its result, as the people on both sides see it. */
@QuarkusTest
@Service
class LifeOfADossierTest {

    @Inject
    MovableTime time;

    @AfterEach
    void back_to_the_present() {
        time.release();
    }

    @Test
    void submitted_online_supplemented_accepted_handed_over_finished_late_and_returned() {
        var province = Province.at("L01");
        var commune = province.communeA();
        var department = province.department();
        var procedure = province.procedure(2, "WORKING_DAY");

        // Mai submits online on Monday morning. Nothing is promised yet; the desk has 8 working hours to look at it.
        at("2026-03-02T09:00");
        var code = receive(as("clerk", commune), receipt(procedure, commune, "ONLINE"))
                .then()
                .statusCode(201)
                .body("status", is("SUBMITTED"))
                .body("statusNumber", is(1))
                .body("dueAt", nullValue())
                .body("intakeDueAt", is("2026-03-03T09:00:00+07:00"))
                .body("allowedSteps", contains("acceptance", "refusal", "supplement-request", "withdrawal"))
                .extract()
                .<String>path("code");

        // The clerk finds a paper missing: the intake timer stops, and starts anew when the paper comes.
        at("2026-03-02T15:00");
        step(
                        "clerk",
                        commune,
                        code,
                        "supplement-request",
                        Map.of("reason", "Thiếu giấy khai sinh", "legalBasis", "Điều 17"))
                .then()
                .statusCode(200)
                .body("status", is("AWAITING_SUPPLEMENT"))
                .body("intakeDueAt", nullValue())
                .body("answerBy", notNullValue());
        at("2026-03-04T08:30");
        step("clerk", commune, code, "supplement", Map.of())
                .then()
                .statusCode(200)
                .body("status", is("SUBMITTED"))
                .body("intakeDueAt", is("2026-03-05T08:30:00+07:00"));

        // Accepted: the clock runs and Friday is promised.
        at("2026-03-04T10:00");
        step("clerk", commune, code, "acceptance", Map.of())
                .then()
                .statusCode(200)
                .body("status", is("RECEIVED"))
                .body("receivedAt", is("2026-03-04T10:00:00+07:00"))
                .body("dueAt", is("2026-03-06T10:00:00+07:00"))
                .body("firstDueAt", is("2026-03-06T10:00:00+07:00"));

        // Handed from the commune to the department; the department did not see it before, and sees it now.
        as("officer", department).get("/v1/dossiers/" + code).then().statusCode(404);
        step("clerk", commune, code, "hand-over", Map.of("unit", department, "officer", "officer-7"))
                .then()
                .statusCode(200)
                .body("status", is("PROCESSING"))
                .body("currentUnit", is(department))
                .body("competentUnit", is(commune));
        as("officer", department)
                .get("/v1/units/" + department + "/worklist")
                .then()
                .statusCode(200)
                .body("items.code", hasItem(code));

        // The commune no longer holds it, so its officers cannot finish it.
        step("officer", commune, code, "result", Map.of("outcome", "GRANTED"))
                .then()
                .statusCode(403)
                .body("type", is("/problems/side-forbids"));
        // The department takes until Monday. Late is late, against both promises.
        at("2026-03-09T08:00");
        step("officer", department, code, "result", Map.of("outcome", "GRANTED"))
                .then()
                .statusCode(200)
                .body("status", is("FINISHED"))
                .body("verdicts.current.date", is("LATE"))
                .body("verdicts.first.moment", is("LATE"));
        step("clerk", commune, code, "return", Map.of("delivery", "POST"))
                .then()
                .statusCode(200)
                .body("status", is("RETURNED"))
                .body("allowedSteps.size()", is(0));

        as("clerk", commune)
                .get("/v1/dossiers/" + code + "/events")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "SUBMITTED",
                                "SUPPLEMENT_REQUESTED",
                                "SUPPLEMENT_RECEIVED",
                                "ACCEPTED",
                                "HANDED_OVER",
                                "FINISHED",
                                "RETURNED"))
                .body("items[1].texts.reason", is("Thiếu giấy khai sinh"))
                .body("items[1].facts.texts.reason", not(is("Thiếu giấy khai sinh")));
        as("clerk", commune)
                .get("/v1/dossiers/" + code)
                .then()
                .statusCode(200)
                .body("applicant.name", is("Nguyễn Thị Mai"))
                .body("stops.size()", is(1))
                .body("handOvers[0].unit", is(department));

        // The commune answers for it: the lateness stands in its row, not in the department's.
        as("dashboard", commune)
                .get("/v1/statistics/on-time?from=2026-03-01&to=2026-04-01")
                .then()
                .statusCode(200)
                .body("groups[0].counts.resolved.late", is(1))
                .body("groups[0].rates.find { it.definition == 'resolved' }.value", is(0.0f));
        as("dashboard", department)
                .get("/v1/statistics/on-time?from=2026-03-01&to=2026-04-01")
                .then()
                .body("groups[0].counts.resolved.total", is(0))
                .body("groups[0].rates.find { it.definition == 'resolved' }.value", nullValue());
    }

    private void at(String local) {
        time.setTo(
                LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
    }
}
