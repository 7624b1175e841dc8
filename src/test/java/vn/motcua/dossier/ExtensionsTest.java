package vn.motcua.dossier;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.motcua.Calling.as;
import static vn.motcua.dossier.OneDossier.WHY;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Service;

/** The apology, and the one later date a person may name. Received Monday 5 January 2026, 09:00, two working days. */
@QuarkusTest
@Service
class ExtensionsTest {

    @Inject
    MovableTime time;

    private Province province;
    private OneDossier dossier;

    @BeforeEach
    void received_on_a_monday_morning() {
        province = Province.at("E12");
        dossier = new OneDossier(time, province.communeA()).at("2026-01-05T09:00");
        dossier.received(province.procedure(2, "WORKING_DAY"));
    }

    @AfterEach
    void back_to_the_present() {
        time.release();
    }

    private static Map<String, Object> until(String due) {
        return new HashMap<>(Map.of("dueAt", due, "reason", "Chờ thẩm định", "apology", "Thành thật xin lỗi"));
    }

    @Test
    void moves_the_promise_and_leaves_the_first_one_judged() {
        dossier.at("2026-01-06T17:00")
                .take("officer", "extension", until("2026-01-12T16:00:00+07:00"))
                .body("dueAt", is("2026-01-12T16:00:00+07:00"))
                .body("dueDate", is("2026-01-12"))
                .body("firstDueAt", is("2026-01-07T09:00:00+07:00"))
                .body("extendedAt", is("2026-01-06T17:00:00+07:00"))
                .body("allowedSteps", not(hasItem("extension")));
        dossier.at("2026-01-12T17:00")
                .finish()
                .body("verdicts.current.date", is("ON_TIME"))
                .body("verdicts.current.moment", is("LATE"))
                .body("verdicts.first.date", is("LATE"));
    }

    @Test
    void is_a_row_a_gateway_can_read_and_a_line_of_the_ledger() {
        dossier.take("officer", "extension", until("2026-01-12T16:00:00+07:00"));
        dossier.shown("/events")
                .body("items.type", contains("RECEIVED", "EXTENDED"))
                .body("items[1].facts.data.before", is("2026-01-07T02:00:00Z"))
                .body("items[1].facts.data.dueAt", is("2026-01-12T09:00:00Z"))
                .body("items[1].facts.data.inTime", is(true))
                .body("items[1].texts.apology", is("Thành thật xin lỗi"))
                .body("items[1].texts.reason", is("Chờ thẩm định"));
        dossier.shown("/deadline")
                .body("promises.why", contains("RECEIVED", "EXTENDED"))
                .body("promises[1].from", is("2026-01-07T09:00:00+07:00"));
    }

    @Test
    void comes_once() {
        dossier.take("officer", "extension", until("2026-01-12T16:00:00+07:00"));
        dossier.refused(409, "officer", "extension", until("2026-01-13T16:00:00+07:00"))
                .body("code", is("extended-once"));
    }

    @Test
    void comes_by_the_day_before_or_says_why_not() {
        var late = until("2026-01-12T16:00:00+07:00");
        dossier.at("2026-01-07T08:00")
                .refused(400, "officer", "extension", late)
                .body("code", is("extension-late-without-reason"));
        late.put("whyNotInTime", "Mất điện cả ngày hôm trước");
        dossier.take("officer", "extension", late);
        dossier.shown("/events").body("items[1].facts.data.inTime", is(false));
        dossier.at("2026-01-09T08:00").finish().body("verdicts.current.date", is("EARLY"));
    }

    @Test
    void heals_nothing_when_the_promise_was_missed() {
        var late = until("2026-01-12T16:00:00+07:00");
        late.put("whyNotInTime", "Quên");
        dossier.at("2026-01-08T08:00")
                .take("officer", "extension", late)
                .body("dueAt", is("2026-01-12T16:00:00+07:00"));
        dossier.shown("").body("missed.date", is("2026-01-07"));
        dossier.finish().body("verdicts.current.date", is("LATE"));
    }

    @Test
    void names_a_date_that_is_later_and_still_to_come() {
        dossier.refused(400, "officer", "extension", until("2026-01-07T09:00:00+07:00"))
                .body("code", is("extension-not-later"));
        dossier.at("2026-01-09T09:00");
        var past = until("2026-01-08T09:00:00+07:00");
        past.put("whyNotInTime", "Quên");
        dossier.refused(400, "officer", "extension", past).body("code", is("extension-not-later"));
        past.put("dueAt", "2999-01-08T09:00:00+07:00");
        dossier.refused(400, "officer", "extension", past).body("code", is("deadline-out-of-range"));
    }

    @Test
    void a_stop_after_it_moves_the_named_date() {
        dossier.take("officer", "extension", until("2026-01-12T16:00:00+07:00"));
        dossier.at("2026-01-06T09:00").take("suspension", WHY);
        dossier.at("2026-01-07T09:00").take("resumption", Map.of()).body("dueAt", is("2026-01-13T16:00:00+07:00"));
    }

    @Test
    void without_a_promise_there_is_nothing_to_extend() {
        dossier.received(province.procedure(Map.of()));
        dossier.refused(409, "officer", "extension", until("2026-01-12T16:00:00+07:00"))
                .body("code", is("nothing-promised"));
    }

    @Test
    void belongs_to_an_officer_of_the_unit_that_holds_it_and_not_to_a_stop() {
        dossier.refused(403, "clerk", "extension", until("2026-01-12T16:00:00+07:00"));
        dossier.take("suspension", WHY);
        dossier.refused(409, "officer", "extension", until("2026-01-12T16:00:00+07:00"))
                .body("code", is("status-forbids"))
                .body("allowedSteps", hasItem("resumption"));
        dossier.take("resumption", Map.of());
        dossier.take("hand-over", Map.of("unit", province.department()));
        dossier.refused(403, "officer", "extension", until("2026-01-12T16:00:00+07:00"));
        Province.step("officer", province.department(), dossier.code(), "extension", until("2026-01-12T16:00:00+07:00"))
                .then()
                .statusCode(200);
        as("clerk", province.communeA())
                .get("/v1/dossiers/" + dossier.code())
                .then()
                .statusCode(200);
    }
}
