package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Refusal;
import vn.motcua.Service;

/**
 * Days off announced late, over HTTP. Received on Monday 2 March 2026 at 9:00; on Wednesday at 8:00 it is announced that
 * Tuesday was a day off and that Friday is one.
 */
@QuarkusTest
@Service
class RecalculationTest {

    private static final Map<String, String> WHY = Map.of("reason", "Chờ", "legalBasis", "Điều 17");

    @Inject
    MovableTime time;

    @Inject
    EntityManager entities;

    private Province province;
    private OwnCalendar calendar;
    private String unit;
    private final Map<String, String> codes = new HashMap<>();

    private void office(String root) {
        province = Province.at(root);
        calendar = OwnCalendar.of(province);
        unit = province.communeA();
        at("2026-03-02T09:00");
    }

    @AfterEach
    void back_to_the_present() {
        time.release();
    }

    private void at(String local) {
        time.setTo(
                LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
    }

    private void received(String name, String procedure, String where, String channel) {
        codes.put(
                name,
                receive(as("clerk", where), receipt(procedure, where, channel)).path("code"));
    }

    private void take(String name, String role, String step, Object body) {
        step(role, province.root(), codes.get(name), step, body).then().statusCode(200);
    }

    private ValidatableResponse shown(String name) {
        return as("clerk", province.root())
                .get("/v1/dossiers/" + codes.get(name))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse deadline(String name) {
        return as("clerk", province.root())
                .get("/v1/dossiers/" + codes.get(name) + "/deadline")
                .then()
                .statusCode(200);
    }

    private static String march(String dayAndTime) {
        return "2026-03-" + dayAndTime + ":00+07:00";
    }

    /** Dossiers of every kind, and the announcement. */
    private void announcedLate(String root) {
        office(root);
        var one = province.procedure(1, "WORKING_DAY");
        var two = province.procedure(2, "WORKING_DAY");
        var three = province.procedure(3, "WORKING_DAY");
        received("missed", one, unit, "COUNTER");
        received("due today", two, unit, "COUNTER");
        received("running", three, unit, "COUNTER");
        received("elsewhere", three, province.communeB(), "COUNTER");
        received("without limit", province.procedure(Map.of("limits", List.of())), unit, "COUNTER");
        received("extended", three, unit, "COUNTER");
        var later = Map.of("dueAt", march("12T17:00"), "reason", "Thẩm định", "apology", "Xin lỗi");
        take("extended", "officer", "extension", later);
        at("2026-03-02T10:00");
        received("handed over", three, unit, "COUNTER");
        take("handed over", "clerk", "hand-over", handOver(2));
        received("handed over, late", three, unit, "COUNTER");
        take("handed over, late", "clerk", "hand-over", handOver(1));
        at("2026-03-02T15:00");
        for (var ended : List.of("finished", "withdrawn", "voided", "stopped")) {
            at("2026-03-02T09:00");
            received(ended, three, unit, "COUNTER");
        }
        at("2026-03-02T15:00");
        take("finished", "officer", "result", Map.of("outcome", "GRANTED"));
        take("withdrawn", "clerk", "withdrawal", Map.of("reason", "x"));
        take("voided", "supervisor", "correction", Map.of("kind", "VOID", "reason", "Nhập hai lần"));
        take("stopped", "officer", "suspension", WHY);
        at("2026-03-03T15:00");
        received("submitted", three, unit, "ONLINE");
        at("2026-03-04T08:00");
        calendar.dayOff("2026-03-03");
        calendar.dayOff("2026-03-06");
    }

    private Map<String, Object> handOver(int days) {
        return Map.of("unit", province.department(), "limit", Map.of("value", days, "unit", "WORKING_DAY"));
    }

    private Map<String, Object> row(JsonPath recalculation, String name) {
        return calendar.rows(recalculation, "").get(codes.get(name));
    }

    @Test
    void a_dry_run_says_who_would_move_and_whose_verdict_would_change_and_changes_nothing() throws Exception {
        announcedLate("Q40");
        var before = everything();

        var told = calendar.recalculated(true);

        assertThat(told.getString("calendar")).isEqualTo(calendar.code());
        assertThat(told.getInt("version")).isEqualTo(3);
        assertThat(told.getBoolean("dryRun")).isTrue();
        assertThat(told.getString("job.kind")).isEqualTo("RECALCULATION_DRY_RUN");
        assertThat(told.<Map<String, Integer>>get("totals"))
                .isEqualTo(Map.of("open", 10, "moved", 6, "verdictChanges", 1));
        assertThat(told.<List<Object>>get("units"))
                .containsExactly(
                        Map.of("unit", unit, "open", 9, "moved", 5, "verdictChanges", 1),
                        Map.of("unit", province.communeB(), "open", 1, "moved", 1, "verdictChanges", 0));
        assertThat(told.getInt("job.accepted")).isEqualTo(6);
        assertThat(told.getInt("job.unchanged")).isEqualTo(4);
        expectRow(told, "running", true, "05T09:00", "09T09:00", "EARLY", "EARLY");
        expectRow(told, "due today", true, "04T09:00", "05T09:00", "ON_TIME", "EARLY");
        expectRow(told, "missed", true, "03T09:00", "04T09:00", "LATE", "LATE");
        expectRow(told, "stopped", false, null, null, null, null);
        expectRow(told, "submitted", false, null, null, null, null);
        expectRow(told, "without limit", false, null, null, "NO_DEADLINE", "NO_DEADLINE");
        expectRow(told, "extended", false, "12T17:00", "12T17:00", "EARLY", "EARLY");
        assertThat(calendar.rows(told, "&verdictChanges=true").keySet()).containsExactly(codes.get("due today"));
        assertThat(calendar.rows(told, "&unit=" + province.communeB()).keySet())
                .containsExactly(codes.get("elsewhere"));
        assertThat(calendar.rows(told, "&moved=true")).hasSize(6);
        assertThat(calendar.rows(told, "&moved=false&verdictChanges=false")).hasSize(4);
        assertThat(everything()).isEqualTo(before);
    }

    private void expectRow(
            JsonPath told,
            String name,
            boolean moved,
            String from,
            String to,
            String verdictBefore,
            String verdictAfter) {
        var row = new HashMap<>(row(told, name));
        assertThat(row.remove("unit")).isIn(unit, province.communeB());
        var expected = new HashMap<String, Object>();
        expected.put("dossier", codes.get(name));
        expected.put("moved", moved);
        expected.put("from", from == null ? null : march(from));
        expected.put("to", to == null ? null : march(to));
        expected.put("verdictBefore", verdictBefore);
        expected.put("verdictAfter", verdictAfter);
        expected.put("verdictChanges", !java.util.Objects.equals(verdictBefore, verdictAfter));
        assertThat(row).as(name).isEqualTo(expected);
    }

    /** Every dossier with its version, its history and its promise. */
    private Map<String, List<String>> everything() {
        var all = new HashMap<String, List<String>>();
        codes.forEach((name, code) -> {
            var path = "/v1/dossiers/" + code;
            var shown = as("clerk", province.root()).get(path);
            all.put(
                    name,
                    List.of(
                            shown.header("ETag"),
                            shown.asString(),
                            as("clerk", province.root()).get(path + "/events").asString(),
                            as("clerk", province.root()).get(path + "/deadline").asString()));
        });
        return all;
    }

    @Test
    void applied_each_moved_promise_is_a_row_of_its_ledger_and_what_has_ended_stays_as_it_was() throws Exception {
        announcedLate("Q41");
        var before = everything();
        var figures = figures("2026-03-04T07:59:59");

        var done = calendar.recalculated(false);

        assertThat(done.getString("job.kind")).isEqualTo("RECALCULATION");
        assertThat(done.<Map<String, Integer>>get("totals"))
                .isEqualTo(Map.of("open", 10, "moved", 6, "verdictChanges", 1));
        expectRow(done, "due today", true, "04T09:00", "05T09:00", "ON_TIME", "EARLY");
        deadline("running")
                .body("dueAt", is(march("09T09:00")))
                .body("firstDueAt", is(march("05T09:00")))
                .body("promises.why", contains("RECEIVED", "CALENDAR_CHANGED"))
                .body("promises[1].from", is(march("05T09:00")))
                .body("promises[1].to", is(march("09T09:00")))
                .body("promises[1].at", is(march("04T08:00")))
                .body("promises[1].by", is("demo-catalogue-Q41"))
                .body("promises[1].legalBasis", is("Thông báo 12/TB"))
                .body("promises.calendar", contains(calendar.code(), calendar.code()))
                .body("promises.calendarVersion", contains(1, 3))
                .body("reckoning.findAll { it.reason == 'Nghỉ do bão' }.date", contains("2026-03-03", "2026-03-06"));
        as("clerk", unit)
                .get("/v1/dossiers/" + codes.get("running") + "/events")
                .then()
                .body("items.type", contains("RECEIVED", "CALENDAR_CHANGED"))
                .body("items[1].facts.data.recalculation", is(done.getString("job.id")))
                .body("items[1].facts.data.runningBefore", is(1))
                .body("items[1].facts.data.version", is(3))
                .body("items[1].texts.reason", is("Công bố muộn"));
        deadline("extended").body("promises.why", contains("RECEIVED", "EXTENDED"));
        shown("submitted").body("intakeDueAt", is(march("04T17:30")));
        shown("handed over").body("handOvers[0].dueAt", is(march("05T10:00")));
        shown("handed over, late").body("handOvers[0].dueAt", is(march("03T10:00")));
        for (var ended : List.of("finished", "withdrawn", "voided")) {
            assertThat(everything().get(ended)).as(ended).isEqualTo(before.get(ended));
        }
        assertThat(figures("2026-03-04T07:59:59")).isEqualTo(figures);
        expectNothingLeft();
    }

    private void expectNothingLeft() throws InterruptedException {
        var after = everything();
        var again = calendar.recalculated(false);
        assertThat(again.getInt("totals.open")).isZero();
        assertThat(again.getInt("job.total")).isZero();
        assertThat(everything()).isEqualTo(after);
    }

    /** The counts as they were known at a moment. */
    private Map<String, Object> figures(String asOf) {
        return as("dashboard", province.root())
                .queryParam("from", "2026-03-01")
                .queryParam("to", "2026-04-01")
                .queryParam("asOf", asOf + "+07:00")
                .get("/v1/statistics/on-time")
                .then()
                .statusCode(200)
                .extract()
                .path("groups[0].counts");
    }

    @Test
    void what_was_missed_stays_judged_and_what_was_not_yet_is_judged_by_the_new_date() throws Exception {
        announcedLate("Q42");
        at("2026-03-06T12:00");
        var overdue = figures("2026-03-06T12:00:00");

        calendar.recalculated(false);

        assertThat(pending(overdue, "overdue")).isEqualTo(6);
        assertThat(pending(figures("2026-03-06T12:00:00"), "overdue")).isEqualTo(6);
        deadline("missed").body("missed.date", is("2026-03-03")).body("dueAt", is(march("04T09:00")));
        deadline("running").body("missed.date", is("2026-03-05")).body("dueAt", is(march("09T09:00")));
        at("2026-03-09T08:00");
        take("running", "officer", "result", Map.of("outcome", "GRANTED"));
        shown("running").body("verdicts.current.date", is("LATE"));
    }

    @Test
    void an_announcement_in_time_saves_the_office_from_being_late() throws Exception {
        announcedLate("Q43");
        calendar.recalculated(false);

        at("2026-03-05T16:00");
        take("stopped", "officer", "resumption", Map.of());
        // half a day was used up on Monday; Friday is off
        shown("stopped").body("dueAt", is(march("11T10:00"))).body("firstDueAt", is(march("05T09:00")));
        at("2026-03-09T08:00");
        // what was due on Wednesday and on Thursday; without the announcement six would have been
        assertThat(pending(figures("2026-03-06T23:00:00"), "overdue")).isEqualTo(2);
        take("running", "officer", "result", Map.of("outcome", "GRANTED"));
        shown("running").body("verdicts.current.date", is("ON_TIME")).body("verdicts.first.date", is("LATE"));
    }

    private static int pending(Map<String, Object> counts, String place) {
        return (int) ((Map<?, ?>) counts.get("pending")).get(place);
    }

    @Test
    void a_day_off_taken_back_moves_promises_back() throws Exception {
        office("Q44");
        calendar.dayOff("2026-03-03");
        received("received", province.procedure(1, "WORKING_DAY"), unit, "COUNTER");
        shown("received").body("dueAt", is(march("04T09:00")));
        calendar.noDayOff("2026-03-03");

        calendar.recalculated(false);

        deadline("received")
                .body("promises.to", contains(march("04T09:00"), march("03T09:00")))
                .body("firstDueAt", is(march("04T09:00")));
        received("next", province.procedure(1, "WORKING_DAY"), unit, "COUNTER");
        expectNothingLeft();
    }

    @Test
    void a_dossier_that_cannot_go_over_stays_as_it_is_and_its_row_says_why() throws Exception {
        office("Q45");
        received("long", province.procedure(3650, "WORKING_HOUR"), unit, "COUNTER");
        for (var i = 0; i < 8; i++) {
            received(i == 5 ? "refused" : "short " + i, province.procedure(1, "WORKING_DAY"), unit, "COUNTER");
        }
        var before = everything();
        calendar.oneMinuteADay();

        JsonPath done;
        try (var refusal = new Refusal(codes.get("refused"))) {
            done = calendar.recalculated(false);
        }

        assertThat(done.getInt("job.refused")).isEqualTo(2);
        assertThat(done.getInt("job.accepted")).isEqualTo(7);
        assertThat(row(done, "long").get("problem")).isEqualTo("deadline-out-of-range");
        assertThat(row(done, "refused").get("problem")).isEqualTo("not-recalculated");
        assertThat(row(done, "short 7").get("moved")).isEqualTo(true);
        assertThat(everything().get("long")).isEqualTo(before.get("long"));
        assertThat(everything().get("refused")).isEqualTo(before.get("refused"));
    }

    @Test
    void only_a_keeper_of_all_calendars_may_ask_and_only_that_unit_sees_the_answer() throws Exception {
        office("Q46");
        var told = calendar.recalculated(true);
        assertThat(told.getInt("job.total")).isZero();
        var body = Map.of("dryRun", true, "legalBasis", "x");
        var path = "/v1/calendars/" + calendar.code() + "/recalculations";
        refused(as("supervisor", "Q46"), path, body, 403, "not-allowed");
        refused(as("catalogue", unit), path, body, 403, "not-allowed");
        refused(as("catalogue", "Q46"), "/v1/calendars/NONE/recalculations", body, 404, "calendar-unknown");
        refused(as("catalogue", "Q46"), path, Map.of("legalBasis", "x"), 400, "invalid-request");
        refused(as("catalogue", "Q46"), path, Map.of("dryRun", true), 400, "invalid-request");
        var shown = "/v1/recalculations/" + told.getString("job.id");
        for (var suffix : List.of("", "/rows")) {
            as("catalogue", "Q40").get(shown + suffix).then().statusCode(404).body("code", is("job-unknown"));
            as("catalogue", unit).get(shown + suffix).then().statusCode(403);
            as("clerk", "Q46").get(shown + suffix).then().statusCode(403);
        }
        as("catalogue", "Q46")
                .get(shown + "/rows")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
        as("catalogue", "Q46").get(shown + "/rows?moved=perhaps").then().statusCode(400);
        as("catalogue", "Q46")
                .get(shown + "/rows?cursor=nowhere")
                .then()
                .statusCode(400)
                .body("code", is("cursor-invalid"));
    }

    private static void refused(
            io.restassured.specification.RequestSpecification caller,
            String path,
            Object body,
            int status,
            String code) {
        vn.motcua.Calling.posting(caller, body)
                .post(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code));
    }

    @Test
    void its_rows_come_in_pages_and_the_same_request_is_one_job() throws Exception {
        office("Q47");
        var procedure = province.procedure(3, "WORKING_DAY");
        for (var i = 0; i < 5; i++) {
            received("d" + i, procedure, unit, "COUNTER");
        }
        calendar.dayOff("2026-03-04");
        var key = java.util.UUID.randomUUID().toString();
        var ids = new java.util.HashSet<String>();
        for (var i = 0; i < 2; i++) {
            ids.add(as("catalogue", "Q47")
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(Map.of("dryRun", true, "legalBasis", "x"))
                    .post("/v1/calendars/" + calendar.code() + "/recalculations")
                    .path("id"));
        }
        assertThat(ids).hasSize(1);
        var id = ids.iterator().next();
        calendar.finished(id);
        var path = "/v1/recalculations/" + id + "/rows?limit=3";
        var first = as("catalogue", "Q47").get(path);
        first.then().body("items.dossier", contains(codes.get("d0"), codes.get("d1"), codes.get("d2")));
        as("catalogue", "Q47")
                .get(path + "&cursor=" + first.path("next"))
                .then()
                .body("items.dossier", contains(codes.get("d3"), codes.get("d4")))
                .body("next", nullValue());
        assertThat(row(calendar.show(id), "d0")).doesNotContainKey("problem");
        as("clerk", unit).get("/v1/dossiers").then().body("items.code", hasItems(codes.get("d0")));
    }
}
