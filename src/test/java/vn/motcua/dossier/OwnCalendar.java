package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.change;
import static vn.motcua.Calling.create;
import static vn.motcua.Calling.posting;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.Province;

/** Office hours of a province's own, so that a test can announce days off without moving anybody else's dossiers. */
final class OwnCalendar {

    private static final long PATIENCE_MILLIS = 60_000;
    private static final String LEGAL_BASIS = "Thông báo 12/TB";

    private final String root;
    private final String code;

    private OwnCalendar(String root) {
        this.root = root;
        this.code = root + "-LICH";
    }

    /** Monday to Friday 07:30 to 11:30 and 13:30 to 17:30, without any day off. */
    static OwnCalendar of(Province province) {
        var calendar = new OwnCalendar(province.root());
        create(calendar.keeper(), calendar.path(), hours("07:30", "17:30"))
                .then()
                .statusCode(201);
        calendar.assign(province.root(), calendar.code);
        return calendar;
    }

    private static Map<String, Object> hours(String opens, String closes) {
        var shifts = List.of(Map.of("from", opens, "to", "11:30"), Map.of("from", "13:30", "to", closes));
        var week = Stream.of(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                .collect(Collectors.toMap(DayOfWeek::name, day -> shifts));
        return Map.of(
                "name",
                "Giờ riêng",
                "zone",
                "Asia/Ho_Chi_Minh",
                "weeks",
                List.of(Map.of("validFrom", "2026-01-01", "shifts", week)));
    }

    private void assign(String unit, String calendar) {
        var path = "/v1/units/" + unit;
        var shown = keeper().get(path);
        var body = new HashMap<String, Object>(
                Map.of("name", "Đơn vị " + unit, "level", "PROVINCE", "validFrom", "2000-01-01"));
        body.put("calendar", calendar);
        change(keeper(), path, shown.header("ETag"), body).then().statusCode(200);
    }

    private io.restassured.specification.RequestSpecification keeper() {
        return as("catalogue", root);
    }

    String code() {
        return code;
    }

    private String path() {
        return "/v1/calendars/" + code;
    }

    int version() {
        return keeper().get(path()).path("version");
    }

    void dayOff(String date) {
        change(
                        keeper(),
                        path() + "/days/" + date,
                        keeper().get(path()).header("ETag"),
                        Map.of("kind", "OFF", "name", "Nghỉ do bão", "legalBasis", LEGAL_BASIS))
                .then()
                .statusCode(200);
    }

    void noDayOff(String date) {
        keeper().header("If-Match", keeper().get(path()).header("ETag"))
                .delete(path() + "/days/" + date)
                .then()
                .statusCode(200);
    }

    /** From now on one minute of work a day, so that long limits end after all calendars do. */
    void oneMinuteADay() {
        var week = Map.of("MONDAY", List.of(Map.of("from", "08:00", "to", "08:01")));
        var body = Map.of(
                "name",
                "Một phút",
                "zone",
                "Asia/Ho_Chi_Minh",
                "weeks",
                List.of(Map.of("validFrom", "2026-01-01", "shifts", week)));
        change(keeper(), path(), keeper().get(path()).header("ETag"), body)
                .then()
                .statusCode(200);
    }

    Response order(boolean dryRun) {
        return posting(keeper(), Map.of("dryRun", dryRun, "legalBasis", LEGAL_BASIS, "reason", "Công bố muộn"))
                .post(path() + "/recalculations");
    }

    /** Asks or applies, waits, and shows what it came to. */
    JsonPath recalculated(boolean dryRun) throws InterruptedException {
        var ordered = order(dryRun);
        ordered.then().statusCode(202).contentType(ContentType.JSON);
        return finished(ordered.path("id"));
    }

    JsonPath finished(String id) throws InterruptedException {
        var end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            var shown = show(id);
            if (shown.getString("job.state").equals("DONE")) {
                assertThat(shown.getLong("job.done")).isEqualTo(shown.getLong("job.total"));
                return shown;
            }
            assertThat(System.currentTimeMillis()).as(shown.prettify()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    JsonPath show(String id) {
        return keeper().get("/v1/recalculations/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The rows that fit a filter, by the code of their dossier. */
    Map<String, Map<String, Object>> rows(JsonPath shown, String filter) {
        List<Map<String, Object>> rows = keeper().get(
                        "/v1/recalculations/" + shown.getString("job.id") + "/rows?limit=200" + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return rows.stream().collect(Collectors.toMap(row -> (String) row.get("dossier"), row -> row));
    }
}
