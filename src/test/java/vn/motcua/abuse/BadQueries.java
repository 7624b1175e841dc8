package vn.motcua.abuse;

import static vn.motcua.abuse.Bad.get;
import static vn.motcua.abuse.Bad.post;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/** Addresses and parameters that ask for nothing there is. */
final class BadQueries {

    private static final String FIGURES = "/v1/statistics/on-time?";
    private static final String DRILL_DOWN = "/v1/statistics/dossiers?from=2026-01-01&to=2026-02-01";
    private static final String FROZEN = "/v1/reports/frozen";
    private static final String MONTH = FIGURES + "from=2026-01-01&to=2026-02-01";

    private BadQueries() {}

    static Stream<Bad> all() {
        return Stream.of(limits(), cursors(), filters(), figures(), drillDowns(), frozen(), repeated(), addresses())
                .flatMap(some -> some);
    }

    private static Stream<Bad> limits() {
        return Stream.concat(
                Stream.of(
                                "/v1/units",
                                "/v1/procedures",
                                "/v1/dossiers",
                                "/v1/units/<unit>/worklist",
                                "/v1/dossiers/<received>/events",
                                "/v1/imports/<job>/rows")
                        .flatMap(list -> Stream.of(
                                get(list + "?limit=0").at("/limit"),
                                get(list + "?limit=201").at("/limit"),
                                get(list + "?limit=-1").at("/limit"),
                                get(list + "?limit=1.5").refused(400, "invalid-request"))),
                Stream.of(
                                "2147483648",
                                "-2147483649",
                                "99999999999999999999",
                                "1e2",
                                "0x10",
                                "many",
                                "5%20",
                                "%00",
                                "NaN",
                                "true",
                                "[5]".replace("[", "%5B"))
                        .map(limit -> get("/v1/units?limit=" + limit).refused(400, "invalid-request")));
    }

    private static Stream<Bad> cursors() {
        var forged = Stream.of(
                cursor("units", "X"),
                cursor("dossiers", "2026-01-01T00:00:00Z"),
                cursor("dossiers", "2026-01-01T00:00:00Z", "1", "2"),
                cursor("dossiers", "2026-01-01T00:00:00Z", "one"),
                cursor("dossiers", "2026-01-01T00:00:00Z", "99999999999999999999"),
                cursor("dossiers", "2026-02-30T00:00:00Z", "1"),
                cursor("dossiers", "+1000000000-12-31T00:00:00Z", "1"),
                cursor("dossiers", "-1000000000-01-01T00:00:00Z", "1"),
                cursor("dossiers", "\0", "1"),
                cursor("search", "2026-01-01T00:00:00Z", "1"),
                cursor("worklist", "2026-01-01T00:00:00Z", "1"),
                "nowhere",
                "%ED%A0%80",
                "=",
                "!!!",
                "A".repeat(5_000));
        return Stream.concat(
                forged.map(cursor -> get("/v1/dossiers?cursor=" + cursor))
                        .map(bad -> bad.refused(400, "cursor-invalid")),
                Stream.of(
                        get("/v1/units?cursor=" + cursor("procedures", "1")).refused(400, "cursor-invalid"),
                        get("/v1/procedures?cursor=" + cursor("units", "X01")).refused(400, "cursor-invalid"),
                        get("/v1/dossiers/<received>/events?cursor=" + cursor("units", "1"))
                                .refused(400, "cursor-invalid"),
                        get("/v1/imports/<job>/rows?cursor=" + cursor("import <foreign-job>", "1"))
                                .refused(400, "cursor-invalid"),
                        get("/v1/dossiers?cursor=%00").at("cursor")));
    }

    private static String cursor(String list, String... keys) {
        var text = list + "\u001f" + String.join("\u001f", keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<Bad> filters() {
        return Stream.of(
                get("/v1/dossiers?status=processing").refused(400, "invalid-request"),
                get("/v1/dossiers?status=PROCESSING%20").refused(400, "invalid-request"),
                get("/v1/dossiers?channel=FAX").refused(400, "invalid-request"),
                get("/v1/dossiers?procedure=1").at("procedure code"),
                get("/v1/dossiers?receivingUnit=x01").at("unit code"),
                get("/v1/dossiers?competentUnit=%C0%AF").at("unit code"),
                get("/v1/dossiers?currentUnit=X01%00").refused(400, "invalid-request"),
                get("/v1/dossiers?externalCode=%00").at("externalCode"),
                get("/v1/dossiers?field=%00").at("field"),
                get("/v1/dossiers?count=all").at("/count"),
                get("/v1/dossiers?receivedFrom=2026-01-01").refused(400, "invalid-request"),
                get("/v1/dossiers?receivedFrom=2026-02-30T00:00:00Z").refused(400, "invalid-request"),
                get("/v1/dossiers?receivedFrom=2026-01-01T24:00:00Z").refused(400, "invalid-request"),
                get("/v1/dossiers?receivedFrom=0000-01-01T00:00:00Z").at("receivedFrom"),
                get("/v1/dossiers?receivedTo=9999-12-31T23:59:59Z").at("receivedTo"),
                get("/v1/dossiers?dueFrom=2026-01-01T00:00:00%2B25:00").refused(400, "invalid-request"),
                get("/v1/dossiers?dueTo=10000-01-01T00:00:00Z").refused(400, "invalid-request"),
                get("/v1/dossiers?colour=red").refused(400, "unknown-parameter"),
                get("/v1/dossiers?Limit=5").refused(400, "unknown-parameter"),
                get("/v1/dossiers?limit%00=5").refused(400, "unknown-parameter"),
                get("/v1/dossiers?%F0%9F%98%80=1").refused(400, "unknown-parameter"),
                get("/v1/dossiers?%ED%A0%80=1").refused(400, "unknown-parameter"),
                get("/v1/dossiers?=1").refused(400, "unknown-parameter"),
                get("/v1/dossiers?" + "x".repeat(3_000)).refused(400, "unknown-parameter"),
                get("/v1/units?inForceOn=2026-02-30").at("inForceOn"),
                get("/v1/units?inForceOn=0000-01-01").at("inForceOn"),
                get("/v1/units?inForceOn=10000-01-01").at("inForceOn"),
                get("/v1/units?level=2").refused(400, "invalid-request"),
                get("/v1/procedures?field=%00").at("field"),
                get("/v1/units/<unit>/worklist?officer=%00").at("officer"),
                get("/v1/imports/<job>/rows?outcome=LOST").refused(400, "invalid-request"));
    }

    private static Stream<Bad> drillDowns() {
        var figure = DRILL_DOWN + "&cell=withdrawn";
        return Stream.of(
                get(DRILL_DOWN).at("cell"),
                get(DRILL_DOWN + "&cell=").at("cell"),
                get(DRILL_DOWN + "&cell=,").at("cell"),
                get(DRILL_DOWN + "&cell=withdrawn&cell=drawn").at("cell"),
                get(DRILL_DOWN + "&cell=" + "withdrawn,".repeat(300)).at("cell"),
                get(DRILL_DOWN + "&cell=%00").at("cell"),
                get(DRILL_DOWN + "&cell=' or 1=1 --".replace(" ", "%20")).at("cell"),
                get(figure + "&unit=X02").refused(403, "not-allowed"),
                get(figure + "&groupUnit=x").at("unit code"),
                get(figure + "&groupUnit=%00").at("groupUnit"),
                get(figure + "&limit=201").at("/limit"),
                get(figure + "&asOf=2099-01-01T00:00:00Z").at("asOf"),
                get(figure + "&groupBy=unit").refused(400, "unknown-parameter"),
                get(figure + "&cursor=nowhere").refused(400, "cursor-invalid"),
                get(figure + "&cursor=" + cursor("statistics 0", "2026-01-01T00:00:00Z", "1"))
                        .refused(400, "cursor-invalid"));
    }

    private static Stream<Bad> figures() {
        return Stream.of(
                get(FIGURES + "to=2026-02-01").at("from"),
                get(FIGURES + "from=2026-01-01").at("to"),
                get(FIGURES + "from=2026-01-01&to=2026-01-01").at("to"),
                get(FIGURES + "from=2026-02-01&to=2026-01-01").at("to"),
                get(FIGURES + "from=2026-02-30&to=2026-03-01").at("from"),
                get(FIGURES + "from=0000-01-01&to=2026-03-01").at("from"),
                get(FIGURES + "from=2026-01-01&to=10000-01-01").at("to"),
                get(FIGURES + "from=2026-01-01T00:00:00%2B25:00&to=2026-03-01").at("from"),
                get(FIGURES + "from=2026-01-01T00:00:00+07:00&to=2026-03-01").at("from"),
                get(FIGURES + "from=1900-01-01&to=2199-12-31&groupBy=day").at("groupBy"),
                get(FIGURES + "from=1900-01-01&to=9999-12-31&groupBy=day").at("to"),
                get(MONTH + "&groupBy=unit,unit").at("groupBy"),
                get(MONTH + "&groupBy=unit,field,month").at("groupBy"),
                get(MONTH + "&groupBy=day,month").at("groupBy"),
                get(MONTH + "&groupBy=colour").at("groupBy"),
                get(MONTH + "&groupBy=,").at("groupBy"),
                get(MONTH + "&unit=X02").refused(403, "not-allowed"),
                get(MONTH + "&unit=x").at("unit code"),
                get(MONTH + "&unitRole=competent").at("unitRole"),
                get(MONTH + "&field=a%20b").at("field"),
                get(MONTH + "&field=%00").at("field"),
                get(MONTH + "&procedure=1").at("procedure code"),
                get(MONTH + "&channel=FAX").at("channel"),
                get(MONTH + "&period=LUNAR").at("period"),
                get(MONTH + "&asOf=2026-01-01").at("asOf"),
                get(MONTH + "&asOf=2099-01-01T00:00:00Z").at("asOf"),
                get(MONTH + "&basis=HOUR").at("basis"),
                get(MONTH + "&promise=LAST").at("promise"),
                get(MONTH + "&units=AS_EVER").at("units"),
                get(MONTH + "&groupBy=unit&rank=best").at("rank"),
                get(MONTH + "&groupBy=field&rank=resolved").at("rank"),
                get(MONTH + "&groupBy=unit&rank=resolved&floor=0").at("/floor"),
                get(MONTH + "&groupBy=unit&rank=resolved&floor=many").at("floor"),
                get(MONTH + "&floor=5").at("floor"),
                get(FIGURES + "from=1926-01-01&to=2026-01-01&groupBy=day").at("groupBy"),
                get(FIGURES + "from=1926-01-01&to=2926-01-01").at("to"),
                get("/v1/reports/06a").at("from"),
                get("/v1/reports/06b?from=2026-01-01&to=2026-02-30").at("to"),
                get("/v1/reports/06a?from=2026-01-01&to=2026-02-01&groupBy=unit")
                        .refused(400, "unknown-parameter"),
                get("/v1/reports/06c?from=2026-01-01&to=2026-02-01").refused(404, "path-unknown"));
    }

    private static Stream<Bad> frozen() {
        var month = Json.of("report", "'06a'", "from", "'2026-01-01'", "to", "'2026-02-01'");
        return Stream.of(
                post(FROZEN, month.without("report")).at("/report"),
                post(FROZEN, month.without("from")).at("/from"),
                post(FROZEN, month.with("report", "'06c'")).at("/report"),
                post(FROZEN, month.with("report", "0")).at("/report"),
                post(FROZEN, month.with("from", "20260101")).at("/from"),
                post(FROZEN, month.with("from", "'\\u0000'")).at("/from"),
                post(FROZEN, month.with("to", "'2025-01-01'")).at("/to"),
                post(FROZEN, month.with("to", "'9999-01-01'")).at("/to"),
                post(FROZEN, month.with("to", "'2199-01-01'")).refused(409, "period-not-over"),
                post(FROZEN, month.with("unit", "'nobody'")).at("/unit"),
                post(FROZEN, month.with("unit", "'Y99'")).refused(403, "not-allowed"),
                post(FROZEN, month.with("units", "'AS_EVER'")).at("/units"),
                post(FROZEN, month).by("officer").refused(403, "not-allowed"),
                get(FROZEN + "?report=06c").at("report"),
                get(FROZEN + "?unit=Y99").refused(403, "not-allowed"),
                get(FROZEN + "/00000000-0000-0000-0000-000000000000").refused(404, "frozen-report-unknown"),
                get(FROZEN + "/17").refused(404, "path-unknown"),
                get(FROZEN + "?cursor=" + cursor("frozen reports", "2026-01-01T00:00:00Z", "17"))
                        .refused(400, "cursor-invalid"),
                get(FROZEN + "?cursor=" + cursor("frozen reports", "today", "5b0f7a52-0c1e-4a0f-9d51-6f0c1f2ab7c4"))
                        .refused(400, "cursor-invalid"));
    }

    private static Stream<Bad> repeated() {
        return Stream.of(
                get("/v1/units?limit=1&limit=2").at("limit"),
                get("/v1/dossiers?status=PROCESSING&status=RECEIVED").at("status"),
                get("/v1/dossiers?receivedFrom=2026-01-01T00:00:00Z&receivedFrom=x")
                        .at("receivedFrom"),
                get(MONTH + "&from=2025-01-01").at("from"),
                get(MONTH + "&unit=X01&unit=X02").at("unit"));
    }

    private static Stream<Bad> addresses() {
        return Stream.of(
                get("/v1/units/%zz").refused(400, "bad-request"),
                get("/v1/units/%").refused(400, "bad-request"),
                get("/v1/units/%4").refused(400, "bad-request"),
                get("/%zz").refused(400, "bad-request"),
                get("/v1/units?limit=%zz").refused(400, "bad-request"),
                get("/v1/units?%zz=1").refused(400, "bad-request"),
                get("/v1/units/<X01>").refused(400, "bad-request"),
                get("/v1/units/{X01}").refused(400, "bad-request"),
                get("/v1/units/X01|").refused(400, "bad-request"),
                get("/v1/units/%00").at("code"),
                get("/v1/units/X01%00").at("code"),
                get("/v1/units/%C0%AF").at("unit code"),
                get("/v1/units/%ED%A0%80").at("unit code"),
                get("/v1/units/%FF").at("unit code"),
                get("/v1/units/..%2F..").at("unit code"),
                get("/v1/units/" + "9".repeat(4_000)).at("unit code"),
                get("/v1/units/" + "9".repeat(10_000)).refused(414, "request-uri-too-long"),
                get("/v1/units?cursor=" + "9".repeat(50_000)).refused(414, "request-uri-too-long"),
                get("/v1/jobs/17").refused(404, "path-unknown"),
                get("/v1/jobs/00000000-0000-0000-0000-000000000000").refused(404, "job-unknown"),
                get("/v1/imports/17/rows").refused(404, "path-unknown"),
                get("/v1/units/X01/colour").refused(404, "path-unknown"),
                get("/v1/nothing").refused(404, "path-unknown"),
                get("/v2/units").refused(404, "path-unknown"),
                get("/").refused(404, "path-unknown"),
                get("/%00").refused(404, "path-unknown"),
                get("*").refused(404, "not-found"),
                get("v1/units").refused(404, "not-found"));
    }
}
