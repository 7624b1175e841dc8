package vn.motcua.abuse;

import static vn.motcua.abuse.Bad.call;
import static vn.motcua.abuse.Bad.get;
import static vn.motcua.abuse.Bad.post;
import static vn.motcua.abuse.Bad.put;

import java.util.stream.Stream;

/** Units, calendars, fields, procedures and tokens that cannot be. */
final class BadCatalogue {

    private static final Json UNIT =
            Json.of("name", "'Phòng'", "parent", "'X01'", "level", "'DEPARTMENT'", "validFrom", "'2025-07-01'");
    private static final Json CALENDAR = Json.of(
            "name", "'Lịch'",
            "zone", "'Asia/Ho_Chi_Minh'",
            "weeks", "[{'validFrom': '2026-01-01', 'shifts': {'MONDAY': [{'from': '07:30', 'to': '11:30'}]}}]");
    private static final Json DAY = Json.of("kind", "'OFF'", "name", "'Nghỉ'", "legalBasis", "'TB 1'");
    private static final Json PROCEDURE = Json.of(
            "name", "'Thủ tục'",
            "field", "'" + Scene.FIELD + "'",
            "validFrom", "'2026-01-01'",
            "limits", "[{'limit': {'value': 3, 'unit': 'WORKING_DAY'}}]");

    private BadCatalogue() {}

    static Stream<Bad> all() {
        return Stream.of(units(), calendars(), days(), fields(), procedures(), rights(), versions(), tokens())
                .flatMap(some -> some);
    }

    private static Bad unit(String name, String value) {
        return put("/v1/units/X01.5", UNIT.with(name, value));
    }

    private static Stream<Bad> units() {
        return Stream.of(
                put("/v1/units/X01.5", UNIT.without("name")).at("/name"),
                put("/v1/units/X01.5", UNIT.without("level")).at("/level"),
                put("/v1/units/X01.5", UNIT.without("validFrom")).at("/validFrom"),
                unit("name", "''").at("/name"),
                unit("name", "'" + "x".repeat(301) + "'").at("/name"),
                unit("name", "'\\udfff'").at("/name"),
                unit("level", "'PLANET'").at("/level"),
                unit("level", "2").at("/level"),
                unit("parent", "'nobody'").at("/parent"),
                unit("parent", "'X01.77'").refused(403, "not-allowed"),
                unit("areaCode", "'4'").at("/areaCode"),
                unit("areaCode", "4").at("/areaCode"),
                unit("areaCode", "'\u0664\u0664'").at("/areaCode"),
                unit("calendar", "'NOPE'").refused(409, "unit-calendar-unknown"),
                unit("calendar", "''").at("/calendar"),
                unit("validFrom", "'2026-02-30'").at("/validFrom"),
                unit("validFrom", "'0000-01-01'").at("/validFrom"),
                unit("validFrom", "'10000-01-01'").at("/validFrom"),
                unit("validFrom", "'2026-1-1'").at("/validFrom"),
                unit("validFrom", "'2026-01-01T00:00:00Z'").at("/validFrom"),
                unit("validFrom", "20260101").at("/validFrom"),
                unit("validTo", "'2000-01-01'").at("/validTo"),
                unit("liveFrom", "[2026, 1, 1]").at("/liveFrom"),
                unit("code", "'X01.5'").at("/code"),
                put("/v1/units/x01.5", UNIT).at("unit code"),
                put("/v1/units/X01.123456", UNIT).at("unit code"),
                put("/v1/units/<unit>", UNIT).refused(412, "already-exists"),
                put("/v1/units/<unit>", UNIT.with("parent", "'<unit>'"))
                        .with("If-None-Match", null)
                        .with("If-Match", "<unit.tag>")
                        .refused(409, "unit-below-itself"),
                put("/v1/units/X01.77", UNIT)
                        .with("If-None-Match", null)
                        .with("If-Match", "\"0\"")
                        .refused(404, "unit-unknown"),
                get("/v1/units/X01.77").refused(404, "unit-unknown"),
                get("/v1/units/X01.77/worklist").refused(404, "unit-unknown"),
                get("/v1/units/X02.1/worklist").refused(403, "not-allowed"));
    }

    private static Bad calendar(String name, String value) {
        return put("/v1/calendars/X01-MOI", CALENDAR.with(name, value));
    }

    private static Stream<Bad> calendars() {
        return Stream.of(
                put("/v1/calendars/X01-MOI", CALENDAR.without("weeks")).at("/weeks"),
                calendar("zone", "'Asia/Atlantis'").at("/zone"),
                calendar("zone", "'+25:00'").at("/zone"),
                calendar("zone", "7").at("/zone"),
                calendar("name", "null").at("/name"),
                calendar("weeks", "[]").at("/weeks"),
                calendar("weeks", "{}").at("/weeks"),
                calendar("weeks", "[null]").at("/weeks/0"),
                calendar("weeks", "[{}]").at("/weeks/0/shifts"),
                week("'EVERYDAY': []").at("/weeks/0/shifts"),
                week("'MONDAY': {}").at("/weeks/0/shifts/MONDAY"),
                week("'MONDAY': [{}]").at("/weeks/0/shifts/MONDAY/0"),
                week("'MONDAY': [{'from': '24:00', 'to': '25:00'}]").at("/weeks/0/shifts/MONDAY/0"),
                week("'MONDAY': [{'from': 7, 'to': 11}]").at("/weeks/0/shifts/MONDAY/0/from"),
                week("'MONDAY': [{'from': [7, 30], 'to': [11, 30]}]").at("/weeks/0/shifts/MONDAY/0/from"),
                week("'MONDAY': [{'from': '11:30', 'to': '07:30'}]").at("/weeks/0/shifts/MONDAY/0"),
                calendar("knownUntil", "'2026-02-30'").at("/knownUntil"),
                calendar("days", "[]").at("/days"),
                put("/v1/calendars/%F0%9F%98%80", CALENDAR).at("/code"),
                put("/v1/calendars/" + "X".repeat(65), CALENDAR).at("/code"),
                put("/v1/calendars/" + Scene.CALENDAR, CALENDAR).refused(412, "already-exists"),
                get("/v1/calendars/NOPE").refused(404, "calendar-unknown"),
                get("/v1/calendars/%00").at("code"),
                get("/v1/calendars/VN?version=0").refused(404, "calendar-version-unknown"),
                get("/v1/calendars/VN?version=-1").refused(404, "calendar-version-unknown"),
                get("/v1/calendars/VN?version=99999999999").refused(400, "invalid-request"),
                get("/v1/calendars/VN?version=1.5").refused(400, "invalid-request"));
    }

    private static Bad week(String shifts) {
        return calendar("weeks", "[{'validFrom': '2026-01-01', 'shifts': {" + shifts + "}}]");
    }

    private static Bad day(String date, Json body) {
        return put("/v1/calendars/" + Scene.CALENDAR + "/days/" + date, body)
                .with("If-None-Match", null)
                .with("If-Match", "<calendar.tag>");
    }

    private static Stream<Bad> days() {
        return Stream.of(
                day("2026-02-30", DAY).at("date"),
                day("2026-13-01", DAY).at("date"),
                day("0000-01-01", DAY).at("date"),
                day("10000-01-01", DAY).at("date"),
                day("today", DAY).at("date"),
                day("%00", DAY).at("date"),
                day("1989-12-31", DAY).at("date"),
                day("2131-01-01", DAY).at("date"),
                day("2026-08-31", DAY.without("legalBasis")).at("/legalBasis"),
                day("2026-08-31", DAY.with("kind", "'HALF'")).at("/kind"),
                day("2026-08-31", DAY.with("kind", "'MAKE_UP'")).at("/shifts"),
                day("2026-08-31", DAY.with("replaces", "'2026-08-30'")).at("/replaces"),
                day("2026-08-31", DAY.with("shifts", "[{'from': '07:30', 'to': '11:30'}]"))
                        .at("/shifts"),
                day("2026-08-31", DAY.with("shifts", "'all day'")).at("/shifts"),
                remove("2026-08-31").refused(404, "day-unknown"),
                remove("2026-02-30").at("date"),
                remove("2026-08-31").with("If-Match", "\"999\"").refused(412, "version-stale"),
                remove("2026-08-31").with("If-Match", null).refused(428, "version-required"));
    }

    private static Bad remove(String date) {
        return call("DELETE", "/v1/calendars/" + Scene.CALENDAR + "/days/" + date)
                .by("catalogue")
                .with("If-Match", "<calendar.tag>");
    }

    private static Stream<Bad> fields() {
        return Stream.of(
                put("/v1/fields/X01-MOI", "{}").at("/name"),
                put("/v1/fields/X01-MOI", "{\"name\": \"\"}").at("/name"),
                put("/v1/fields/X01-MOI", "{\"name\": [\"x\"]}").at("/name"),
                put("/v1/fields/X01-MOI", "{\"name\": \"x\", \"name\": \"y\"}").refused(400, "invalid-request"),
                put("/v1/fields/%20", "{\"name\": \"x\"}").at("/code"),
                put("/v1/fields/%00", "{\"name\": \"x\"}").at("code"),
                put("/v1/fields/a%2Fb", "{\"name\": \"x\"}").at("/code"),
                put("/v1/fields/" + Scene.FIELD, "{\"name\": \"x\"}").refused(412, "already-exists"),
                get("/v1/fields/NOPE").refused(404, "field-unknown"),
                get("/v1/fields/%00").at("code"));
    }

    private static Bad procedure(String name, String value) {
        return put("/v1/procedures/1.777777", PROCEDURE.with(name, value));
    }

    private static Stream<Bad> procedures() {
        var limit = "{'limit': {'value': 3, 'unit': 'WORKING_DAY'}}";
        return Stream.of(
                put("/v1/procedures/1.777777", PROCEDURE.without("limits")).at("/limits"),
                put("/v1/procedures/0.777777", PROCEDURE).at("procedure code"),
                put("/v1/procedures/1.77777\u0667", PROCEDURE).at("procedure code"),
                procedure("field", "'NOPE'").refused(409, "procedure-field-unknown"),
                procedure("field", "'a b'").at("/field"),
                procedure("name", "'" + "x".repeat(1_001) + "'").at("/name"),
                procedure("limits", "null").at("/limits"),
                procedure("limits", limit).at("/limits"),
                procedure("limits", "[null]").at("/limits/0"),
                procedure("limits", "[{}]").at("/limits/0/limit"),
                procedure("limits", "[" + limit + ", " + limit + "]").at("/limits/1"),
                procedure("limits", "[" + (limit + ", ").repeat(100) + limit + "]")
                        .at("/limits"),
                procedure("limits", "[{'limit': {'value': 0, 'unit': 'WORKING_DAY'}}]")
                        .at("/limits/0/limit"),
                procedure("limits", "[{'limit': {'value': 1E+100000000, 'unit': 'MONTH'}}]")
                        .at("/limits/0/limit"),
                procedure("limits", "[{'channel': 'FAX', " + limit.substring(1) + "]")
                        .at("/limits/0/channel"),
                procedure("due", "'LATER'").at("/due"),
                procedure("cutOff", "{'at': '25:00'}").at("/cutOff/at"),
                procedure("cutOff", "{'beforeClose': 3600}").at("/cutOff/beforeClose"),
                procedure("answerBy", "{'value': '15', 'unit': 'WORKING_DAY'}").at("/answerBy/value"),
                procedure("steps", "[{'name': 'Thẩm định'}]").at("/steps/0/limit"),
                procedure("validTo", "'2025-12-31'").at("/validTo"),
                procedure("validFrom", "'26-01-01'").at("/validFrom"),
                put("/v1/procedures/<procedure>", PROCEDURE).refused(412, "already-exists"),
                put("/v1/procedures/<procedure>", PROCEDURE.with("validFrom", "'1990-01-01'"))
                        .with("If-None-Match", null)
                        .with("If-Match", "<procedure.tag>")
                        .refused(409, "procedure-versions-overlap"),
                put("/v1/procedures/<procedure>", PROCEDURE.with("validFrom", "'2000-01-01'"))
                        .with("If-None-Match", null)
                        .with("If-Match", "<procedure.tag>")
                        .refused(409, "procedure-version-used"),
                get("/v1/procedures/9.999999").refused(404, "procedure-unknown"),
                get("/v1/procedures/<procedure>?on=2026-02-30").at("on"));
    }

    private static Stream<Bad> rights() {
        return Stream.of(
                put("/v1/units/X02.5", UNIT.with("parent", "'X02'")).refused(403, "not-allowed"),
                put("/v1/units/X03", UNIT.without("parent")).refused(403, "not-allowed"),
                put("/v1/units/X01.5", UNIT).by("supervisor").refused(403, "not-allowed"),
                put("/v1/fields/X01-MOI", "{\"name\": \"x\"}")
                        .by("catalogue", "X01.1")
                        .refused(403, "not-allowed"),
                put("/v1/procedures/1.777777", PROCEDURE)
                        .by("catalogue", "X01.1")
                        .refused(403, "not-allowed"),
                put("/v1/calendars/X01-MOI", CALENDAR).by("catalogue", "X01.1").refused(403, "not-allowed"),
                day("2026-08-31", DAY).by("catalogue", "X01.1").refused(403, "not-allowed"),
                remove("2026-08-31").by("catalogue", "X01.1").refused(403, "not-allowed"),
                get("/v1/jobs/<foreign-job>").refused(404, "job-unknown"),
                get("/v1/imports/<foreign-job>/rows").refused(404, "job-unknown"));
    }

    private static Stream<Bad> versions() {
        return Stream.of(
                        "/v1/units/<unit>",
                        "/v1/fields/" + Scene.FIELD,
                        "/v1/calendars/" + Scene.CALENDAR,
                        "/v1/procedures/<procedure>")
                .flatMap(path -> Stream.of(
                        put(path, form(path)).with("If-None-Match", null).refused(428, "version-required"),
                        put(path, form(path)).with("If-None-Match", "\"1\"").refused(400, "entity-tag-invalid"),
                        put(path, form(path))
                                .with("If-None-Match", null)
                                .with("If-Match", "seven")
                                .refused(400, "entity-tag-invalid"),
                        put(path, form(path))
                                .with("If-None-Match", null)
                                .with("If-Match", "\"999\"")
                                .refused(412, "version-stale")));
    }

    private static Json form(String path) {
        return switch (path.split("/")[2]) {
            case "units" -> UNIT;
            case "calendars" -> CALENDAR;
            case "procedures" -> PROCEDURE;
            default -> Json.of("name", "'Tên'");
        };
    }

    private static Stream<Bad> tokens() {
        return Stream.of(
                        post("/demo/token", "{\"role\": \"king\", \"unit\": \"X01\"}")
                                .at("/role"),
                        post("/demo/token", "{\"role\": \"CLERK\", \"unit\": \"X01\"}")
                                .at("/role"),
                        post("/demo/token", "{\"role\": \"clerk\"}").at("/unit"),
                        post("/demo/token", "{\"role\": \"clerk\", \"unit\": \"nowhere\"}")
                                .at("unit code"),
                        post("/demo/token", "{\"role\": \"clerk\", \"unit\": \"X01\", \"subject\": \"\"}")
                                .at("/subject"),
                        post("/demo/token", "{\"role\": \"clerk\", \"unit\": \"X01\", \"subject\": \"a b\"}")
                                .at("/subject"))
                .map(Bad::byNobody);
    }
}
