package vn.motcua.abuse;

import static vn.motcua.abuse.Bad.post;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers, dates, hours and lengths of time that are none, or too much. Asked of the clock, which anybody may ask. */
final class BadDeadlines {

    private static final String PATH = "/v1/deadlines";
    private static final Json QUESTION = Json.of(
            "calendar", "'VN'",
            "receivedAt", "'2026-08-28T15:00:00+07:00'",
            "limit", "{'value': 3, 'unit': 'WORKING_DAY'}");

    private BadDeadlines() {}

    static Stream<Bad> all() {
        return Stream.of(numbers(), units(), times(), cutOffs(), stops(), contradictions())
                .flatMap(some -> some)
                .map(Bad::byNobody);
    }

    private static Bad ask(String name, String value) {
        return post(PATH, QUESTION.with(name, value));
    }

    private static Stream<Bad> numbers() {
        return Stream.concat(
                Stream.of("'3'", "true", "[3]", "{}", "1E+2147483648", "1e99999999999")
                        .map(value -> limit(value).at("/limit/value")),
                Stream.of(
                                "-1",
                                "-0.25",
                                "3651",
                                "0.1",
                                "3.0000000001",
                                "1E+100000000",
                                "-1E+100000000",
                                "1E-100000000",
                                "1E+2147483647",
                                "1e999999999",
                                "9".repeat(2_000),
                                "1." + "0".repeat(2_000) + "1",
                                "null")
                        .map(value -> limit(value).at("/limit")));
    }

    private static Bad limit(String value) {
        return ask("limit", "{'value': " + value + ", 'unit': 'WORKING_DAY'}");
    }

    private static Stream<Bad> units() {
        return Stream.of(
                ask("limit", "{'value': 3, 'unit': 'working_day'}").at("/limit/unit"),
                ask("limit", "{'value': 3, 'unit': 'FORTNIGHT'}").at("/limit/unit"),
                ask("limit", "{'value': 3, 'unit': 0}").at("/limit/unit"),
                ask("limit", "{'value': 3, 'unit': ['WORKING_DAY']}").at("/limit/unit"),
                ask("limit", "{'value': 3, 'unit': ''}").at("/limit/unit"),
                ask("limit", "{'value': 3}").at("/limit"),
                ask("limit", "{'unit': 'WORKING_DAY'}").at("/limit"),
                ask("limit", "{'value': 0, 'unit': 'MONTH'}").at("/limit"),
                ask("limit", "{'value': 0.5, 'unit': 'MONTH'}").at("/limit"),
                ask("limit", "{'value': 3, 'unit': 'MONTH', 'colour': 1}").at("/limit/colour"),
                ask("limit", "3").at("/limit"),
                ask("limit", "'P3D'").at("/limit"),
                ask("limit", "[3, 'WORKING_DAY']").at("/limit"),
                ask("limit", "{'value': 0, 'unit': 'WORKING_DAY'}").at("/due"),
                ask("limit", "{'value': 3650, 'unit': 'MONTH'}").refused(400, "deadline-out-of-range"));
    }

    private static Stream<Bad> times() {
        return Stream.concat(
                Stream.of(
                                "'2026-02-30T00:00:00Z'",
                                "'2026-02-29T00:00:00Z'",
                                "'2026-13-01T00:00:00Z'",
                                "'2026-00-00T00:00:00Z'",
                                "'2026-01-01T24:00:00Z'",
                                "'2026-01-01T23:60:00Z'",
                                "'2026-01-01T23:59:60Z'",
                                "'2026-01-01T00:00:00+25:00'",
                                "'2026-01-01T00:00:00+18:01'",
                                "'2026-01-01T00:00:00'",
                                "'2026-01-01T00:00Z'",
                                "'2026-01-01 00:00:00Z'",
                                "'2026-01-01t00:00:00z'",
                                "'2026-01-01'",
                                "'20260101T000000Z'",
                                "'10000-01-01T00:00:00Z'",
                                "'+10000-01-01T00:00:00Z'",
                                "'-0001-01-01T00:00:00Z'",
                                "'2026-01-01T00:00:00.1234567890Z'",
                                "'٢٠٢٦-01-01T00:00:00Z'",
                                "' 2026-01-01T00:00:00Z'",
                                "'2026-01-01T00:00:00Z\\u0000'",
                                "'\\ud800'",
                                "''",
                                "1767225600",
                                "1767225600.5",
                                "true",
                                "[2026, 1, 1]",
                                "{}")
                        .map(time -> ask("receivedAt", time).at("/receivedAt")),
                Stream.of(
                                "'0000-01-01T00:00:00Z'",
                                "'1989-12-30T00:00:00Z'",
                                "'2131-01-01T00:00:00Z'",
                                "'9999-12-31T23:59:59Z'")
                        .map(time -> ask("receivedAt", time).refused(400, "deadline-out-of-range")));
    }

    private static Stream<Bad> cutOffs() {
        return Stream.concat(
                Stream.of(
                                "'24:00'",
                                "'15'",
                                "'15:61'",
                                "'15:00Z'",
                                "'3 pm'",
                                "''",
                                "15",
                                "[15, 0]",
                                "true",
                                "'2026-01-01T15:00:00Z'")
                        .map(hour -> ask("cutOff", "{'at': " + hour + "}").at("/cutOff/at")),
                Stream.concat(
                        Stream.of("3600", "1.5", "1E+100000000", "'1 hour'", "''", "'PT99999999999999999999S'", "[]")
                                .map(length -> ask("cutOff", "{'beforeClose': " + length + "}")
                                        .at("/cutOff/beforeClose")),
                        Stream.of(
                                        "{}",
                                        "[]",
                                        "'15:00'",
                                        "{'beforeClose': 'PT-1H'}",
                                        "{'beforeClose': 'PT0S'}",
                                        "{'beforeClose': 'P1D'}",
                                        "{'beforeClose': 'P99999999999999D'}",
                                        "{'at': '15:00', 'beforeClose': 'PT1H'}")
                                .map(both -> ask("cutOff", both).at("/cutOff"))));
    }

    private static Stream<Bad> stops() {
        var stop = "{'from': '2026-08-31T08:00:00+07:00', 'to': '2026-09-01T08:00:00+07:00'}";
        var many = String.join(", ", IntStream.range(0, 101).mapToObj(i -> stop).toList());
        return Stream.of(
                ask("stops", "{}").at("/stops"),
                ask("stops", stop).at("/stops"),
                ask("stops", "[null]").at("/stops/0"),
                ask("stops", "[1]").at("/stops/0"),
                ask("stops", "[{}]").at("/stops/0/from"),
                ask("stops", "[" + many + "]").at("/stops"),
                ask("stops", "[" + stop + ", " + stop + "]").at("/stops/1"),
                ask("stops", "[{'from': '2026-09-01T08:00:00Z', 'to': '2026-08-31T08:00:00Z'}]")
                        .at("/stops/0"),
                ask("stops", "[{'from': '2026-09-01T08:00:00Z'}, " + stop + "]").at("/stops/1"),
                ask("stops", "[{'from': '2026-08-31T08:00:00Z', 'kind': 'HOLIDAY'}]")
                        .at("/stops/0/kind"),
                ask("stops", "[{'from': '2026-08-31T08:00:00Z', 'kind': 1}]").at("/stops/0/kind"));
    }

    private static Stream<Bad> contradictions() {
        return Stream.of(
                post(PATH, QUESTION.without("calendar")).at("/calendar"),
                post(PATH, QUESTION.without("receivedAt")).at("/receivedAt"),
                post(PATH, QUESTION.without("limit")).at("/limit"),
                ask("unit", "'<unit>'").at("/calendar"),
                ask("procedure", "'<procedure>'").at("/limit"),
                ask("channel", "'COUNTER'").at("/channel"),
                ask("case", "'Cần xác minh'").at("/channel"),
                ask("due", "'NEVER'").at("/due"),
                ask("afterSupplement", "1").at("/afterSupplement"),
                ask("calendar", "'NOPE'").refused(404, "calendar-unknown"),
                ask("calendar", "'" + "V".repeat(50_000) + "'").refused(404, "calendar-unknown"),
                ask("calendar", "'VN\\u0000'").at("/calendar"),
                post(PATH, QUESTION.without("calendar").with("unit", "'X01.77'"))
                        .refused(404, "unit-unknown"),
                post(PATH, QUESTION.without("calendar").with("unit", "'x01'")).at("/unit"),
                post(PATH, QUESTION.without("limit").with("procedure", "'<procedure>'"))
                        .at("/channel"),
                post(
                                PATH,
                                QUESTION.without("limit")
                                        .with("procedure", "'9.999999'")
                                        .with("channel", "'COUNTER'"))
                        .refused(404, "procedure-unknown"),
                post(
                                PATH,
                                QUESTION.without("limit")
                                        .with("procedure", "'<procedure>'")
                                        .with("channel", "'COUNTER'")
                                        .with("case", "'Khác'"))
                        .refused(400, "case-unknown"));
    }
}
