package vn.motcua.calendar;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.change;
import static vn.motcua.Calling.create;
import static vn.motcua.Calling.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.RealData;
import vn.motcua.Service;

@QuarkusTest
@Service
class CalendarsTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String KEEPER = "C01";

    private static final String MORNINGS =
            """
            {"name": "Buổi sáng", "zone": "Asia/Ho_Chi_Minh", "weeks": [{"validFrom": "2026-01-01", "shifts": {
              "MONDAY": [{"from": "08:00", "to": "12:00"}], "TUESDAY": [{"from": "08:00", "to": "12:00"}]}}]}""";

    private static final String DAY_OFF = "{\"kind\": \"OFF\", \"name\": \"Hội làng\", \"legalBasis\": \"Lệ làng\"}";

    @Inject
    Calendars calendars;

    private static ValidatableResponse put(String code, String body) {
        return create(as("catalogue", KEEPER), "/v1/calendars/" + code, body).then();
    }

    private static ValidatableResponse rewrite(String path, String etag, String body) {
        return change(as("catalogue", KEEPER), "/v1/calendars/" + path, etag, body)
                .then();
    }

    @Test
    void the_national_calendar_comes_with_the_service() {
        var days = RealData.rows("calendar/civil_service_days.csv");

        as("clerk", "C99")
                .get("/v1/calendars/VN?version=1")
                .then()
                .statusCode(200)
                .body("zone", is("Asia/Ho_Chi_Minh"))
                .body("knownUntil", is("2026-12-31"))
                .body("days.date", is(days.stream().map(row -> row.get("date")).toList()))
                .body("days.findAll { it.kind == 'MAKE_UP' }", hasSize(6))
                .body("days.find { it.date == '2026-08-22' }.replaces", is("2026-08-31"))
                .body("days.find { it.date == '2026-08-22' }.legalBasis", is("TB 9441/TB-BNV"))
                .body("weeks.shifts[0].keySet()", contains("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"));
    }

    @Test
    void a_new_calendar_is_shown_as_it_was_put() {
        put("C01-new", MORNINGS)
                .statusCode(201)
                .contentType(ContentType.JSON)
                .header("Location", endsWith("/v1/calendars/C01-new"))
                .header("ETag", is("\"1\""))
                .body("weeks[0].shifts.MONDAY[0].from", is("08:00"))
                .body("days", empty())
                .body("knownUntil", nullValue());
        put("C01-new", MORNINGS).statusCode(412).contentType(PROBLEM).body("code", is("already-exists"));
        as("dashboard", "C99")
                .header("If-None-Match", "\"1\"")
                .get("/v1/calendars/C01-new")
                .then()
                .statusCode(304);
    }

    @Test
    void every_edit_makes_a_version_and_old_ones_stay_as_they_were() {
        put("C01-kept", MORNINGS).statusCode(201);
        rewrite("C01-kept/days/2026-08-17", "\"1\"", DAY_OFF)
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("days.name", contains("Hội làng"));
        rewrite("C01-kept/days/2026-08-17", "\"2\"", DAY_OFF.replace("làng", "xã"))
                .statusCode(200)
                .body("days.name", contains("Hội xã"));
        rewrite("C01-kept", "\"3\"", MORNINGS.replace("08:00", "09:00"))
                .statusCode(200)
                .header("ETag", is("\"4\""))
                .body("days.name", contains("Hội xã"));
        as("catalogue", KEEPER)
                .header("If-Match", "\"4\"")
                .delete("/v1/calendars/C01-kept/days/2026-08-17")
                .then()
                .statusCode(200)
                .header("ETag", is("\"5\""))
                .body("days", empty());

        shown(1).body("days", empty()).body("weeks[0].shifts.MONDAY[0].from", is("08:00"));
        shown(2).body("days.name", contains("Hội làng"));
        shown(3).body("days.name", contains("Hội xã"));
        shown(4).body("days.name", contains("Hội xã")).body("weeks[0].shifts.MONDAY[0].from", is("09:00"));
        shown(5).body("days", empty());
        var fair = LocalDate.of(2026, 8, 17);
        assertThat(calendars.version("C01-kept", 1).hours().isWorkingDay(fair)).isTrue();
        assertThat(calendars.version("C01-kept", 2).hours().isWorkingDay(fair)).isFalse();
        assertThat(calendars.newest("C01-kept").version()).isEqualTo(5);
        as("clerk", "C99")
                .get("/v1/calendars/C01-kept?version=6")
                .then()
                .statusCode(404)
                .body("code", is("calendar-version-unknown"));
    }

    private static ValidatableResponse shown(int version) {
        return as("auditor", "C99")
                .get("/v1/calendars/C01-kept?version=" + version)
                .then()
                .statusCode(200);
    }

    @Test
    void a_change_names_the_version_it_saw() {
        put("C01-tag", MORNINGS).statusCode(201);

        rewrite("C01-tag", "\"2\"", MORNINGS)
                .statusCode(412)
                .contentType(PROBLEM)
                .body("code", is("version-stale"));
        rewrite("C01-tag/days/2026-08-17", "\"2\"", DAY_OFF).statusCode(412);
        as("catalogue", KEEPER)
                .contentType(ContentType.JSON)
                .body(DAY_OFF)
                .put("/v1/calendars/C01-tag/days/2026-08-17")
                .then()
                .statusCode(428)
                .body("code", is("version-required"));
        as("catalogue", KEEPER)
                .header("If-Match", "\"1\"")
                .delete("/v1/calendars/C01-tag/days/2026-08-17")
                .then()
                .statusCode(404)
                .body("code", is("day-unknown"));
        rewrite("C01-none", "\"1\"", MORNINGS).statusCode(404).body("code", is("calendar-unknown"));
    }

    @Test
    void of_two_writers_at_once_one_wins() {
        put("C01-race", MORNINGS).statusCode(201);
        for (int version = 1; version <= 5; version++) {
            var etag = "\"" + version + "\"";
            var statuses = IntStream.range(1, 5)
                    .mapToObj(day ->
                            CompletableFuture.supplyAsync(() -> rewrite("C01-race/days/2026-08-1" + day, etag, DAY_OFF)
                                    .extract()
                                    .statusCode()))
                    .collect(toList())
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(200, 412, 412, 412);
        }
    }

    @Test
    void of_two_founders_at_once_one_wins() {
        var statuses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> put("C01-twins", MORNINGS).extract().statusCode()))
                .collect(toList())
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(201, 412, 412, 412);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"name": "", "zone": "UTC", "weeks": []} | /name
            {"name": "x", "zone": "Mars/Olympus", "weeks": [{"validFrom": "2026-01-01", "shifts": {"MONDAY": [{"from": "08:00", "to": "12:00"}]}}]} | /zone
            {"name": "x", "zone": "UTC", "weeks": []} | /weeks
            {"name": "x", "zone": "UTC", "weeks": [null]} | /weeks/0
            {"name": "x", "zone": "UTC", "weeks": [{"shifts": {}}]} | /weeks/0/validFrom
            {"name": "x", "zone": "UTC", "weeks": [{"validFrom": "2026-01-01"}]} | /weeks/0/shifts
            {"name": "x", "zone": "UTC", "weeks": [{"validFrom": "2026-01-01", "shifts": {}}]} | /weeks
            {"name": "x", "zone": "UTC", "weeks": [{"validFrom": "2026-01-01", "shifts": {"MONDAY": [{"from": "12:00", "to": "08:00"}]}}]} | /weeks/0/shifts/MONDAY/0
            {"name": "x", "zone": "UTC", "weeks": [{"validFrom": "2026-01-01", "shifts": {"MONDAY": [{"from": "8:00", "to": "12:00"}]}}]} | /weeks/0/shifts/MONDAY/0
            {"name": "x", "zone": "UTC", "weeks": [{"validFrom": "2026-01-01", "shifts": {"MONDAY": [{"from": "08:00", "to": "12:00"}, {"from": "11:00", "to": "13:00"}]}}]} | /weeks
            {"name": "x", "zone": "UTC", "weeks": [{"validFrom": "2026-01-01", "shifts": {"MONDAY": [{"from": "08:00"}]}}]} | /weeks/0/shifts/MONDAY/0
            """)
    void hours_that_make_no_sense_are_refused(String body, String pointer) {
        put("C01-bad", body).statusCode(400).contentType(PROBLEM).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"kind": "OFF", "name": "x"} | /legalBasis
            {"kind": "MAYBE", "name": "x", "legalBasis": "y"} | /kind
            {"kind": "OFF", "name": "x", "legalBasis": "y", "shifts": [{"from": "08:00", "to": "12:00"}]} | /shifts
            {"kind": "OFF", "name": "x", "legalBasis": "y", "replaces": "2026-08-17"} | /replaces
            {"kind": "MAKE_UP", "name": "x", "legalBasis": "y"} | /shifts
            {"kind": "MAKE_UP", "name": "x", "legalBasis": "y", "shifts": [null]} | /shifts/0
            """)
    void a_day_that_makes_no_sense_is_refused(String body, String pointer) {
        put("C01-day-" + Math.abs(body.hashCode()), MORNINGS).statusCode(201);
        rewrite("C01-day-" + Math.abs(body.hashCode()) + "/days/2026-08-17", "\"1\"", body)
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "1989-12-31", "2131-01-01"})
    void a_date_no_calendar_covers_is_refused(String date) {
        put("C01-date-" + date, MORNINGS).statusCode(201);
        rewrite("C01-date-" + date + "/days/" + date, "\"1\"", DAY_OFF)
                .statusCode(400)
                .body("errors.pointer", hasItem("date"));
    }

    @Test
    void calendars_are_changed_from_the_top_of_a_tree_only() {
        var unit = "{\"name\": \"Đơn vị\", \"level\": \"OTHER\", \"validFrom\": \"2025-07-01\"%s}";
        create(as("catalogue", "C02"), "/v1/units/C02", unit.formatted(""))
                .then()
                .statusCode(201);
        create(as("catalogue", "C02"), "/v1/units/C02.1", unit.formatted(", \"parent\": \"C02\""))
                .then()
                .statusCode(201);

        create(as("catalogue", "C02.1"), "/v1/calendars/C02-low", MORNINGS)
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("code", is("not-allowed"));
        create(as("catalogue", "C02"), "/v1/calendars/C02-top", MORNINGS).then().statusCode(201);
        change(as("catalogue", "C02.1"), "/v1/calendars/C02-top/days/2026-08-17", "\"1\"", DAY_OFF)
                .then()
                .statusCode(403);
        create(as("supervisor", "C02"), "/v1/calendars/C02-low", MORNINGS)
                .then()
                .statusCode(403);
        create(nobody(), "/v1/calendars/C02-low", MORNINGS).then().statusCode(401);
        nobody().get("/v1/calendars/VN").then().statusCode(401);
    }

    @Test
    void without_a_settled_end_a_calendar_is_known_to_the_end_of_its_last_exceptional_year() {
        put("C01-known", MORNINGS).statusCode(201);
        var never = LocalDate.of(2100, 1, 1);
        assertThat(calendars.version("C01-known", 1).hours().isProvisional(never))
                .isFalse();

        rewrite("C01-known/days/2026-08-17", "\"1\"", DAY_OFF).statusCode(200);
        var hours = calendars.version("C01-known", 2).hours();
        assertThat(hours.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(hours.isProvisional(LocalDate.of(2027, 1, 1))).isTrue();

        rewrite("C01-known", "\"2\"", MORNINGS.replace("\"zone\"", "\"knownUntil\": \"2026-06-30\", \"zone\""))
                .statusCode(200)
                .body("knownUntil", is("2026-06-30"));
        assertThat(calendars.version("C01-known", 3).hours().isProvisional(LocalDate.of(2026, 7, 1)))
                .isTrue();
    }
}
