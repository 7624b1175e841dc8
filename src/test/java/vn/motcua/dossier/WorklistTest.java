package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.http.Cursor;

/** What calls for action on the morning of Thursday 5 March 2026 among dossiers received since Monday. */
@QuarkusTest
@Service
class WorklistTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Map<String, String> WHY = Map.of("reason", "Chờ", "legalBasis", "Điều 17");

    @Inject
    MovableTime time;

    @Inject
    EntityManager entities;

    private static Province province;
    private static String unit;
    private static String late;
    private static String laterLate;
    private static String missedThenStopped;
    private static String missedThenRestarted;
    private static String lateBelow;
    private static String stoppedInTime;
    private static String dueThisMorning;
    private static String dueThisAfternoon;
    private static String dueTomorrow;
    private static String submitted;
    private static String unanswered;
    private static String unansweredBeforeReceipt;

    @BeforeEach
    void from_monday_to_thursday() {
        if (province == null) {
            province = Province.at("U50");
            unit = province.communeA();
            on_monday();
            on_the_days_after();
        }
        at("2026-03-05T10:00");
    }

    private void on_monday() {
        at("2026-03-02T09:00");
        late = received(1);
        laterLate = received(2);
        missedThenStopped = received(1);
        missedThenRestarted = received(1);
        lateBelow = received(province.communeB(), 2);
        stoppedInTime = received(1);
        dueThisMorning = received(3);
        dueTomorrow = received(4);
        submitted = submitted();
        unanswered = received(1);
        unansweredBeforeReceipt = submitted();
        step("officer", unit, stoppedInTime, "suspension", WHY).then().statusCode(200);
        step("officer", unit, unanswered, "supplement-request", WHY).then().statusCode(200);
        step("clerk", unit, unansweredBeforeReceipt, "supplement-request", WHY)
                .then()
                .statusCode(200);
        step("officer", unit, received(1), "result", Map.of("outcome", "GRANTED"))
                .then()
                .statusCode(200);
        at("2026-03-02T14:00");
        dueThisAfternoon = received(3);
        for (var code : List.of(laterLate, dueThisAfternoon)) {
            step("clerk", unit, code, "hand-over", Map.of("officer", "officer-7"))
                    .then()
                    .statusCode(200);
        }
    }

    private void on_the_days_after() {
        at("2026-03-04T09:00");
        step("officer", unit, missedThenStopped, "suspension", WHY).then().statusCode(200);
        step("officer", unit, missedThenRestarted, "supplement-request", WHY)
                .then()
                .statusCode(200);
        at("2026-03-05T09:00");
        step("clerk", unit, missedThenRestarted, "supplement", Map.of()).then().statusCode(200);
        submitted();
    }

    @AfterEach
    void back_to_the_present() {
        time.release();
    }

    @Test
    void overdue_is_whose_promise_is_missed_by_date_the_oldest_first() {
        assertThat(listed("condition", "OVERDUE"))
                .containsExactly(late, missedThenRestarted, missedThenStopped, laterLate)
                .as("ties by date are broken by the moment due now");
        as("clerk", unit)
                .queryParam("condition", "OVERDUE")
                .get("/v1/units/" + unit + "/worklist")
                .then()
                .body("items[2].missed.date", is("2026-03-03"))
                .body("items[2].status", is("SUSPENDED"))
                .body("items[3].extendedAt", is((Object) null));
    }

    @Test
    void due_today_is_what_is_not_yet_missed_by_date() {
        assertThat(listed("condition", "DUE_TODAY")).containsExactly(dueThisMorning, dueThisAfternoon);
        at("2026-03-05T23:59");
        assertThat(listed("condition", "DUE_TODAY")).containsExactly(dueThisMorning, dueThisAfternoon);
        at("2026-03-06T00:00");
        assertThat(listed("condition", "DUE_TODAY")).contains(dueTomorrow).doesNotContain(dueThisMorning);
        assertThat(listed("condition", "OVERDUE")).contains(dueThisMorning, dueThisAfternoon);
    }

    @Test
    void due_within_counts_working_hours_of_the_unit() {
        assertThat(listed("condition", "DUE_WITHIN", "workingHours", 1)).isEmpty();
        assertThat(listed("condition", "DUE_WITHIN", "workingHours", 2)).containsExactly(dueThisAfternoon);
        assertThat(listed("condition", "DUE_WITHIN", "workingHours", 6)).containsExactly(dueThisAfternoon);
        assertThat(listed("condition", "DUE_WITHIN", "workingHours", 7))
                .containsExactly(dueThisAfternoon, missedThenRestarted, dueTomorrow);
    }

    @Test
    void a_submission_nobody_looked_at_is_late_after_eight_hours() {
        assertThat(listed("condition", "INTAKE_LATE")).containsExactly(submitted);
    }

    @Test
    void an_answer_is_overdue_before_and_after_receipt() {
        assertThat(listed("condition", "ANSWER_OVERDUE")).isEmpty();
        at("2026-03-23T17:31");
        assertThat(listed("condition", "ANSWER_OVERDUE")).containsExactly(unanswered, unansweredBeforeReceipt);
    }

    @Test
    void an_extension_carries_the_apology() {
        assertThat(listed("condition", "APOLOGY_MISSING")).isEqualTo(listed("condition", "OVERDUE"));
        set(laterLate, "extended_at = now(), extended_due_at = now()");
        assertThat(listed("condition", "APOLOGY_MISSING"))
                .containsExactly(late, missedThenRestarted, missedThenStopped);
        set(laterLate, "extended_at = null, extended_due_at = null");
    }

    @Test
    void an_officer_sees_what_is_in_his_hands() {
        assertThat(listed("officer", "officer-7")).containsExactly(laterLate, dueThisAfternoon);
        assertThat(listed("officer", "officer-7", "condition", "OVERDUE")).containsExactly(laterLate);
        assertThat(listed("officer", "officer-7", "condition", "DUE_TODAY")).containsExactly(dueThisAfternoon);
        assertThat(listed("officer", "officer-7", "condition", "DUE_WITHIN", "workingHours", 40))
                .containsExactly(dueThisAfternoon);
        assertThat(listed("officer", "officer-7", "condition", "INTAKE_LATE")).isEmpty();
        assertThat(listed("officer", "officer-8")).isEmpty();
    }

    @Test
    void a_void_dossier_is_on_no_worklist_and_listed_apart() {
        set(late, "voided = true, voided_at = now()");
        for (var condition : List.of("ALL", "OVERDUE", "APOLOGY_MISSING")) {
            assertThat(listed("condition", condition)).isNotEmpty().doesNotContain(late);
        }
        assertThat(found("false")).isNotEmpty().doesNotContain(late);
        assertThat(found("true")).containsExactly(late);
        as("clerk", unit).get("/v1/dossiers").then().body("items.code", not(hasItem(late)));
        as("clerk", unit)
                .queryParam("voided", "perhaps")
                .get("/v1/dossiers")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("voided"));
        set(late, "voided = false, voided_at = null");
        assertThat(found("true")).isEmpty();
    }

    private static List<String> found(String voided) {
        return as("clerk", unit)
                .queryParam("voided", voided)
                .get("/v1/dossiers")
                .then()
                .statusCode(200)
                .extract()
                .path("items.code");
    }

    @Test
    void the_units_below_belong_to_it_when_asked_for() {
        var root = province.root();
        assertThat(pages(root, 2, Map.of("condition", "OVERDUE"))).isEmpty();
        assertThat(pages(root, 2, Map.of("condition", "OVERDUE", "subtree", "true")))
                .containsExactly(late, missedThenRestarted, missedThenStopped, laterLate, lateBelow);
        assertThat(pages(root, 200, Map.of("subtree", "true")))
                .containsAll(listed())
                .contains(lateBelow);
    }

    @Test
    void pages_of_every_condition_follow_one_another_without_gap_or_repetition() {
        for (var condition : WorklistCondition.values()) {
            var late = List.of("INTAKE_LATE", "ANSWER_OVERDUE").contains(condition.name());
            at(late ? "2026-03-23T17:31" : "2026-03-05T10:00");
            var asked = condition == WorklistCondition.DUE_WITHIN
                    ? Map.of("condition", condition.name(), "workingHours", 40)
                    : Map.of("condition", condition.name());
            var whole = pages(unit, 200, asked);
            assertThat(whole).as("%s", condition).hasSizeGreaterThan(1).doesNotHaveDuplicates();
            assertThat(pages(unit, 1, asked)).as("%s", condition).isEqualTo(whole);
        }
    }

    @Test
    void hours_belong_to_one_condition_and_words_are_those_of_the_document() {
        refused("condition", "DUE_WITHIN");
        refused("condition", "OVERDUE", "workingHours", 8);
        refused("workingHours", 8);
        refused("condition", "DUE_WITHIN", "workingHours", 0);
        refused("condition", "DUE_WITHIN", "workingHours", 401);
        refused("condition", "DUE_WITHIN", "workingHours", "eight");
        refused("condition", "LATE");
        refused("subtree", "maybe");
        as("clerk", province.communeB())
                .queryParam("condition", "OVERDUE")
                .get("/v1/units/" + unit + "/worklist")
                .then()
                .statusCode(403);
    }

    @Test
    void a_cursor_belongs_to_its_condition() {
        String next = as("clerk", unit)
                .queryParam("condition", "OVERDUE")
                .queryParam("limit", 1)
                .get("/v1/units/" + unit + "/worklist")
                .path("next");
        refused("condition", "APOLOGY_MISSING", "cursor", next);
        refused("cursor", next);
        for (var forged : List.of("0001-01-01", "today", "-999999999-01-01")) {
            refused(
                    "condition",
                    "OVERDUE",
                    "cursor",
                    Cursor.after("worklist OVERDUE", forged, "2026-03-05T00:00:00Z", "1"));
        }
    }

    private static void refused(Object... asked) {
        request(unit, asked(asked))
                .get("/v1/units/" + unit + "/worklist")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private static List<String> listed(Object... asked) {
        return pages(unit, 200, asked(asked));
    }

    private static Map<String, Object> asked(Object... namesAndValues) {
        var asked = new java.util.HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            asked.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return asked;
    }

    /** The codes of the whole list, read page by page. */
    private static List<String> pages(String holder, int limit, Map<String, ?> asked) {
        var codes = new ArrayList<String>();
        String cursor = null;
        do {
            var request = request(holder, asked).queryParam("limit", limit);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/units/" + holder + "/worklist")
                    .then()
                    .statusCode(200)
                    .extract();
            codes.addAll(page.<List<String>>path("items.code"));
            cursor = page.path("next");
        } while (cursor != null);
        return codes;
    }

    private static io.restassured.specification.RequestSpecification request(String holder, Map<String, ?> asked) {
        return as("clerk", holder).queryParams(asked);
    }

    private static String received(int workingDays) {
        return received(unit, workingDays);
    }

    private static String received(String where, int workingDays) {
        var procedure = province.procedure(workingDays, "WORKING_DAY");
        return receive(as("clerk", where), receipt(procedure, where, "COUNTER")).path("code");
    }

    private static String submitted() {
        var procedure = province.procedure(2, "WORKING_DAY");
        return receive(as("clerk", unit), receipt(procedure, unit, "ONLINE")).path("code");
    }

    private void set(String code, String values) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update dossier set " + values + " where code = :code")
                        .setParameter("code", code)
                        .executeUpdate());
    }

    private void at(String local) {
        time.setTo(LocalDateTime.parse(local).atZone(VIETNAM).toInstant());
    }
}
