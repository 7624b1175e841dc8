package vn.motcua.dossier;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.change;
import static vn.motcua.Calling.create;
import static vn.motcua.Calling.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.Service;

@QuarkusTest
@Service
class DeadlinesTest {

    private static ValidatableResponse ask(String question) {
        return nobody().contentType(ContentType.JSON)
                .body(question)
                .post("/v1/deadlines")
                .then();
    }

    private static String received(String at, String more) {
        return "{\"calendar\": \"VN\", \"receivedAt\": \"%s+07:00\", %s}".formatted(at, more);
    }

    @ParameterizedTest(name = "{0} + {1} {2}, cut-off {3} = {4}")
    @CsvSource(
            textBlock =
                    """
            2026-08-17T09:00:00, 3,    WORKING_DAY,  -,              2026-08-20T09:00:00+07:00
            2026-08-17T15:00:00, 3,    WORKING_DAY,  at 15:00,       2026-08-21T07:30:00+07:00
            2026-08-17T14:59:59, 1,    WORKING_DAY,  at 15:00,       2026-08-18T14:59:59+07:00
            2026-08-17T16:30:00, 1,    WORKING_DAY,  beforeClose PT1H, 2026-08-19T07:30:00+07:00
            2026-08-17T07:30:00, 8,    WORKING_HOUR, -,              2026-08-17T17:30:00+07:00
            2026-08-17T07:30:00, 1,    WORKING_DAY,  -,              2026-08-18T07:30:00+07:00
            2026-08-17T10:30:00, 1.5,  WORKING_HOUR, -,              2026-08-17T14:00:00+07:00
            2026-08-21T09:00:00, 1,    WORKING_DAY,  -,              2026-08-22T09:00:00+07:00
            2026-08-28T09:00:00, 1,    WORKING_DAY,  -,              2026-09-03T09:00:00+07:00
            2026-08-15T10:00:00, 1,    WORKING_DAY,  -,              2026-08-18T07:30:00+07:00
            2026-08-17T09:00:00, 15,   CALENDAR_DAY, -,              2026-09-03T09:00:00+07:00
            2026-07-31T09:00:00, 1,    MONTH,        -,              2026-09-03T09:00:00+07:00
            2026-08-17T22:00:00, 24,   CLOCK_HOUR,   -,              2026-08-19T07:30:00+07:00
            """)
    void only_the_hours_of_the_office_count(String at, String value, String unit, String cutOff, String due) {
        var parts = cutOff.split(" ");
        var limit = "\"limit\": {\"value\": %s, \"unit\": \"%s\"}".formatted(value, unit);
        var late = parts.length == 1 ? "" : ", \"cutOff\": {\"%s\": \"%s\"}".formatted(parts[0], parts[1]);

        ask(received(at, limit + late)).statusCode(200).body("dueAt", is(due));
    }

    @Test
    void the_reckoning_names_the_holiday_and_its_legal_basis() {
        ask(received("2026-08-28T09:00:00", "\"limit\": {\"value\": 1, \"unit\": \"WORKING_DAY\"}"))
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("startsAt", is("2026-08-28T09:00:00+07:00"))
                .body("dueDate", is("2026-09-03"))
                .body("missed.date", nullValue())
                .body("missed.moment", nullValue())
                .body("provisional", is(false))
                .body("reckoning.find { it.date == '2026-08-29' }.code", is("WEEKLY_REST"))
                .body("reckoning.find { it.date == '2026-08-29' }.reason", is("Ngày nghỉ hằng tuần"))
                .body("reckoning.find { it.date == '2026-09-02' }.code", is("DAY_OFF"))
                .body("reckoning.find { it.date == '2026-09-02' }.reason", is("Quốc khánh"))
                .body("reckoning.find { it.date == '2026-09-02' }.legalBasis", is("Bộ luật Lao động 2019, Điều 112"));
    }

    @Test
    void reasons_are_told_in_english_when_asked() {
        nobody().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(received("2026-08-14T09:00:00", "\"limit\": {\"value\": 1, \"unit\": \"WORKING_DAY\"}"))
                .post("/v1/deadlines")
                .then()
                .body("reckoning.find { it.date == '2026-08-15' }.reason", is("Weekly day of rest"));
    }

    @Test
    void a_date_beyond_the_settled_days_off_is_provisional() {
        ask(received("2026-12-30T09:00:00", "\"limit\": {\"value\": 5, \"unit\": \"WORKING_DAY\"}"))
                .body("dueDate", is("2027-01-07"))
                .body("provisional", is(true));
    }

    @Test
    void the_same_day_ends_when_the_office_closes() {
        ask(received(
                        "2026-08-17T09:00:00",
                        "\"limit\": {\"value\": 0, \"unit\": \"WORKING_DAY\"}, \"due\": \"END_OF_DAY\""))
                .body("dueAt", is("2026-08-17T17:30:00+07:00"));
        ask(received(
                        "2026-08-17T15:00:00",
                        """
                        "limit": {"value": 0, "unit": "WORKING_DAY"}, "due": "END_OF_DAY",
                        "cutOff": {"at": "15:00"}"""))
                .body("dueAt", is("2026-08-18T17:30:00+07:00"));
        ask(received("2026-08-17T09:00:00", "\"limit\": {\"value\": 0, \"unit\": \"WORKING_DAY\"}"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/due"));
    }

    private static final String SUPPLEMENT =
            """
            "limit": {"value": 5, "unit": "WORKING_DAY"}, "afterSupplement": "%s",
            "stops": [{"from": "2026-08-18T09:00:00+07:00", "to": "2026-08-24T09:00:00+07:00",
                       "kind": "SUPPLEMENT"}]""";

    @Test
    void a_supplement_restarts_the_limit_as_the_law_says() {
        ask(received("2026-08-17T09:00:00", SUPPLEMENT.formatted("RESTART")))
                .body("startsAt", is("2026-08-24T09:00:00+07:00"))
                .body("firstDueAt", is("2026-08-22T09:00:00+07:00"))
                .body("dueAt", is("2026-09-03T09:00:00+07:00"));
    }

    @Test
    void a_supplement_may_only_pause_it() {
        ask(received("2026-08-17T09:00:00", SUPPLEMENT.formatted("PAUSE")))
                .body("startsAt", is("2026-08-17T09:00:00+07:00"))
                .body("dueAt", is("2026-08-28T09:00:00+07:00"))
                .body("reckoning.find { it.date == '2026-08-19' }.code", is("STOP"));
    }

    @Test
    void while_a_stop_is_open_there_is_only_what_remains() {
        ask(received(
                        "2026-08-17T09:00:00",
                        """
                        "limit": {"value": 5, "unit": "WORKING_DAY"},
                        "stops": [{"from": "2026-08-18T09:00:00+07:00"}]"""))
                .statusCode(200)
                .body("dueAt", nullValue())
                .body("dueDate", nullValue())
                .body("firstDueAt", notNullValue())
                .body("remaining.value", is(4))
                .body("remaining.unit", is("WORKING_DAY"));
    }

    @Test
    void a_promise_missed_before_a_stop_stays_missed() {
        ask(received(
                        "2026-08-17T09:00:00",
                        """
                        "limit": {"value": 1, "unit": "WORKING_DAY"},
                        "stops": [{"from": "2026-08-20T09:00:00+07:00", "to": "2026-08-21T09:00:00+07:00"}]"""))
                .body("missed.date", is("2026-08-18"))
                .body("missed.moment", is("2026-08-18T09:00:00+07:00"));
    }

    @Test
    void a_half_worked_make_up_saturday_is_one_working_day() {
        var keeper = "D61";
        var weeks =
                """
                "weeks": [{"validFrom": "2026-01-01", "shifts": {
                  "MONDAY": [{"from": "07:00", "to": "12:00"}, {"from": "13:00", "to": "16:00"}],
                  "TUESDAY": [{"from": "07:00", "to": "12:00"}, {"from": "13:00", "to": "16:00"}],
                  "FRIDAY": [{"from": "07:00", "to": "12:00"}, {"from": "13:00", "to": "16:00"}]}}]""";
        create(
                        as("catalogue", keeper),
                        "/v1/calendars/half-saturday",
                        "{\"name\": \"Nửa ngày thứ Bảy\", \"zone\": \"Asia/Ho_Chi_Minh\", " + weeks + "}")
                .then()
                .statusCode(201);
        change(
                        as("catalogue", keeper),
                        "/v1/calendars/half-saturday/days/2026-08-22",
                        "\"1\"",
                        """
                        {"kind": "MAKE_UP", "name": "Làm bù nửa ngày", "legalBasis": "Thông báo 1/TB",
                         "shifts": [{"from": "08:00", "to": "11:00"}]}""")
                .then()
                .statusCode(200);

        ask("""
                        {"calendar": "half-saturday", "receivedAt": "2026-08-21T11:00:00+07:00",
                         "limit": {"value": 1, "unit": "WORKING_DAY"}}""")
                .body("dueAt", is("2026-08-22T09:30:00+07:00"))
                .body("reckoning.find { it.date == '2026-08-22' }.code", is("MAKE_UP"))
                .body("reckoning.find { it.date == '2026-08-22' }.reason", is("Làm bù nửa ngày"));
        ask("""
                        {"calendar": "half-saturday", "receivedAt": "2026-08-21T13:00:00+07:00",
                         "limit": {"value": 2, "unit": "WORKING_DAY"}, "due": "END_OF_DAY"}""")
                .body("dueAt", is("2026-08-24T16:00:00+07:00"));
    }

    @Test
    void a_unit_reckons_on_the_nearest_calendar_up_its_tree() {
        var keeper = as("catalogue", "D62");
        var hours =
                """
                {"name": "Giờ riêng", "zone": "Asia/Ho_Chi_Minh", "weeks": [{"validFrom": "2026-01-01",
                 "shifts": {"%s": [{"from": "08:00", "to": "10:00"}]}}]}""";
        create(keeper, "/v1/calendars/D62-tuesday", hours.formatted("TUESDAY"))
                .then()
                .statusCode(201);
        create(as("catalogue", "D62"), "/v1/calendars/D62-sunday", hours.formatted("SUNDAY"))
                .then()
                .statusCode(201);
        unit("D62", "\"calendar\": \"D62-tuesday\",");
        unit("D62.1", "\"parent\": \"D62\",");
        unit("D62.1.1", "\"parent\": \"D62.1\", \"calendar\": \"D62-sunday\",");
        unit("D62.1.1.1", "\"parent\": \"D62.1.1\",");

        due("D62.1", "2026-08-18T09:00:00+07:00");
        due("D62.1.1.1", "2026-08-23T09:00:00+07:00");
        create(as("catalogue", "D63"), "/v1/units/D63", unitBody("")).then().statusCode(201);
        due("D63", "2026-08-17T09:00:00+07:00");
    }

    private static void unit(String code, String more) {
        create(as("catalogue", "D62"), "/v1/units/" + code, unitBody(more))
                .then()
                .statusCode(201);
    }

    private static String unitBody(String more) {
        return "{\"name\": \"Đơn vị\", " + more + " \"level\": \"OTHER\", \"validFrom\": \"2026-01-01\"}";
    }

    private static void due(String unit, String due) {
        ask("""
                        {"unit": "%s", "receivedAt": "2026-08-17T08:00:00+07:00",
                         "limit": {"value": 1, "unit": "WORKING_HOUR"}}"""
                        .formatted(unit))
                .statusCode(200)
                .body("dueAt", is(due));
    }

    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "WORKING_DAY"} | /calendar | neither calendar nor unit
            "calendar": "VN", "unit": "H42", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "WORKING_DAY"} | /calendar | both
            "calendar": "VN", "limit": {"value": 1, "unit": "WORKING_DAY"} | /receivedAt | no receipt
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00", "limit": {"value": 1, "unit": "WORKING_DAY"} | /receivedAt | no offset
            "calendar": "VN", "receivedAt": 1786935600, "limit": {"value": 1, "unit": "WORKING_DAY"} | /receivedAt | a number
            "calendar": "VN", "receivedAt": "2026-02-30T09:00:00+07:00", "limit": {"value": 1, "unit": "WORKING_DAY"} | /receivedAt | no such day
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00" | /limit | neither limit nor procedure
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": null | /limit | limit null
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "WORKING_DAY"}, "procedure": "1.000001" | /limit | both
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "procedure": "1.000001" | /channel | no channel
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "procedure": "1.000001", "channel": "COUNTER", "due": "END_OF_DAY" | /due | procedure says it
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "WORKING_DAY"}, "channel": "COUNTER" | /channel | limit says it
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1.1, "unit": "WORKING_DAY"} | /limit | no quarter
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 3651, "unit": "WORKING_DAY"} | /limit | too long
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": -1, "unit": "WORKING_DAY"} | /limit | below 0
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 0, "unit": "MONTH"} | /limit | 0 months
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"unit": "MONTH"} | /limit | no value
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1} | /limit | no unit
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "FORTNIGHT"} | /limit/unit | no such unit
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1e999999999, "unit": "MONTH"} | /limit | huge
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "MONTH"}, "cutOff": {} | /cutOff | empty cut-off
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "MONTH"}, "cutOff": {"at": "25:00"} | /cutOff/at | no such hour
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "MONTH"}, "colour": 1 | /colour | unknown field
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "MONTH"}, "stops": [null] | /stops/0 | a stop of null
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "MONTH"}, "stops": [{"from": "2026-08-19T09:00:00+07:00", "to": "2026-08-18T09:00:00+07:00"}] | /stops/0 | ends before it begins
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "MONTH"}, "stops": [{"from": "2026-08-19T09:00:00+07:00", "to": "2026-08-21T09:00:00+07:00"}, {"from": "2026-08-20T09:00:00+07:00"}] | /stops/1 | overlap
            "calendar": "VN", "receivedAt": "2026-08-17T09:00:00+07:00", "limit": {"value": 1, "unit": "MONTH"}, "stops": [{"from": "2026-08-19T09:00:00+07:00"}, {"from": "2026-08-20T09:00:00+07:00"}] | /stops/1 | open, not last
            """)
    void a_question_that_makes_no_sense_is_refused_where_it_makes_none(String fields, String pointer, String why) {
        ask("{" + fields + "}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-request"))
                .body("errors.pointer", equalTo(java.util.List.of(pointer)));
    }

    @ParameterizedTest
    @CsvSource({"1989-12-31T00:00:00", "2131-01-01T00:00:00", "2130-12-30T09:00:00", "0001-01-01T00:00:00"})
    void years_that_no_calendar_covers_are_refused(String at) {
        ask(received(at, "\"limit\": {\"value\": 5, \"unit\": \"WORKING_DAY\"}"))
                .statusCode(400)
                .body("code", is("deadline-out-of-range"));
    }

    @Test
    void what_is_not_recorded_is_named() {
        var limit = "\"receivedAt\": \"2026-08-17T09:00:00+07:00\", \"limit\": {\"value\": 1, \"unit\": \"MONTH\"}";
        ask("{\"unit\": \"D69\", " + limit + "}").statusCode(404).body("code", is("unit-unknown"));
        ask("{\"calendar\": \"none\", " + limit + "}").statusCode(404).body("code", is("calendar-unknown"));
        ask(received("2026-08-17T09:00:00", "\"procedure\": \"9.999999\", \"channel\": \"ONLINE\""))
                .statusCode(404)
                .body("code", is("procedure-unknown"));
    }

    @Test
    void a_hundred_stops_are_enough() {
        ask(withStops(100)).statusCode(200);
        ask(withStops(101)).statusCode(400).body("errors.pointer", hasItem("/stops"));
    }

    private static String withStops(int number) {
        var stops = IntStream.range(0, number)
                .mapToObj(
                        i -> "{\"from\": \"2026-08-18T09:%02d:%02d+07:00\", \"to\": \"2026-08-18T09:%02d:%02d+07:00\"}"
                                .formatted(i / 30, i % 30 * 2, i / 30, i % 30 * 2 + 1))
                .collect(Collectors.joining(", "));
        return received(
                "2026-08-17T09:00:00",
                "\"limit\": {\"value\": 1, \"unit\": \"WORKING_DAY\"}, \"stops\": [" + stops + "]");
    }

    @Test
    void a_body_over_64_kb_is_refused() {
        ask(received("2026-08-17T09:00:00", " ".repeat(64 * 1024) + "\"limit\": null"))
                .statusCode(413)
                .contentType("application/problem+json");
    }
}
