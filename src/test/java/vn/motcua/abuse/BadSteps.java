package vn.motcua.abuse;

import static vn.motcua.abuse.Bad.post;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Steps a status forbids, by people who may not take them, with versions nobody has seen. */
final class BadSteps {

    private static final String WHY = "{\"reason\": \"Chờ\", \"legalBasis\": \"Điều 17\"}";
    private static final String REASON = "{\"reason\": \"Không thuộc thẩm quyền\"}";

    /** A body each step takes. */
    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("acceptance", "{}"),
            Map.entry("refusal", REASON),
            Map.entry("supplement-request", WHY),
            Map.entry("supplement", "{}"),
            Map.entry("payment-request", WHY),
            Map.entry("payment", "{}"),
            Map.entry("suspension", WHY),
            Map.entry("resumption", "{}"),
            Map.entry("hand-over", "{\"officer\": \"officer-7\"}"),
            Map.entry("result", "{\"outcome\": \"GRANTED\"}"),
            Map.entry("return", "{}"),
            Map.entry("withdrawal", REASON));

    /** The steps each status allows; all others it forbids. */
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "submitted", List.of("acceptance", "refusal", "supplement-request", "withdrawal"),
            "received",
                    List.of("supplement-request", "payment-request", "suspension", "hand-over", "result", "withdrawal"),
            "processing",
                    List.of("supplement-request", "payment-request", "suspension", "hand-over", "result", "withdrawal"),
            "awaiting-supplement", List.of("supplement", "refusal", "withdrawal"),
            "awaiting-payment", List.of("payment", "withdrawal"),
            "suspended", List.of("resumption", "withdrawal"),
            "finished", List.of("return"),
            "returned", List.of(),
            "refused", List.of(),
            "withdrawn", List.of());

    private BadSteps() {}

    static Stream<Bad> all() {
        return Stream.of(illegal(), versions(), rights(), bodies(), codes()).flatMap(some -> some);
    }

    private static Bad step(String dossier, String step, String body) {
        return post("/v1/dossiers/<" + dossier + ">/" + step, body.replace('\'', '"'))
                .with("If-Match", "<" + dossier + ".tag>");
    }

    private static Stream<Bad> illegal() {
        return Stream.concat(
                ALLOWED.keySet().stream().sorted().flatMap(dossier -> STEPS.keySet().stream()
                        .sorted()
                        .filter(step -> !ALLOWED.get(dossier).contains(step))
                        .map(step -> step(dossier, step, STEPS.get(step)).refused(409, "status-forbids"))),
                Stream.of(
                        step("awaiting-supplement", "refusal", REASON).refused(409, "answer-still-awaited"),
                        step("awaiting-supplement", "supplement-request", WHY).refused(409, "status-forbids")));
    }

    private static Stream<Bad> versions() {
        return Stream.of(
                suspended(null).refused(428, "version-required"),
                suspended("").refused(428, "version-required"),
                suspended("*").refused(400, "entity-tag-invalid"),
                suspended("0").refused(400, "entity-tag-invalid"),
                suspended("\"").refused(400, "entity-tag-invalid"),
                suspended("\"0").refused(400, "entity-tag-invalid"),
                suspended("\"0\";").refused(400, "entity-tag-invalid"),
                suspended(",").refused(400, "entity-tag-invalid"),
                suspended("\"0\",,\"0\"").refused(400, "entity-tag-invalid"),
                suspended("\"Ơ\"").refused(400, "entity-tag-invalid"),
                suspended("w/\"0\"").refused(400, "entity-tag-invalid"),
                suspended("\"0\"".repeat(500)).refused(400, "entity-tag-invalid"),
                suspended("\"\"").refused(412, "version-stale"),
                suspended("\"-1\"").refused(412, "version-stale"),
                suspended("\"00\"").refused(412, "version-stale"),
                suspended("\"999999\"").refused(412, "version-stale"),
                suspended("\"99999999999999999999999\"").refused(412, "version-stale"),
                suspended("W/<received.tag>").refused(412, "version-stale"),
                suspended("\"7\", \"8\"").refused(412, "version-stale"),
                Bad.get("/v1/dossiers/<received>").with("If-None-Match", "*").refused(400, "entity-tag-invalid"),
                Bad.get("/v1/dossiers/<received>").with("If-None-Match", "0").refused(400, "entity-tag-invalid"));
    }

    private static Bad suspended(String ifMatch) {
        return step("received", "suspension", WHY).with("If-Match", ifMatch);
    }

    private static Stream<Bad> rights() {
        return Stream.of(
                step("received", "suspension", WHY).by("clerk").refused(403, "not-allowed"),
                step("received", "result", STEPS.get("result")).by("clerk").refused(403, "not-allowed"),
                step("received", "suspension", WHY).by("integrator").refused(403, "not-allowed"),
                step("received", "withdrawal", REASON).by("dashboard").refused(403, "not-allowed"),
                step("received", "withdrawal", REASON).by("auditor").refused(403, "not-allowed"),
                step("awaiting-supplement", "supplement", "{}").by("catalogue").refused(403, "not-allowed"),
                step("awaiting-supplement", "refusal", REASON).by("clerk").refused(403, "side-forbids"),
                step("received", "supplement-request", WHY).by("clerk").refused(403, "side-forbids"),
                step("received", "suspension", WHY).by("officer", "X01.2").refused(404, "dossier-unknown"),
                step("received", "suspension", WHY).by("officer", "X02").refused(404, "dossier-unknown"),
                step("foreign", "suspension", WHY).refused(404, "dossier-unknown"),
                Bad.get("/v1/dossiers/<foreign>").refused(404, "dossier-unknown"),
                Bad.get("/v1/dossiers/<foreign>/events").refused(404, "dossier-unknown"),
                Bad.get("/v1/dossiers/<foreign>/deadline").refused(404, "dossier-unknown"),
                Bad.get("/v1/dossiers/<received>").by("dashboard").refused(403, "not-allowed"));
    }

    private static Stream<Bad> bodies() {
        return Stream.of(
                step("received", "suspension", "{}").at("/legalBasis"),
                step("received", "suspension", "{'reason': ' ', 'legalBasis': 'b'}")
                        .at("/reason"),
                step("received", "suspension", "{'reason': 1, 'legalBasis': 'b'}")
                        .at("/reason"),
                step("received", "suspension", "{'reason': 'a\\u0000', 'legalBasis': 'b'}")
                        .at("/reason"),
                step("received", "suspension", "{'reason': '" + "x".repeat(4_001) + "', 'legalBasis': 'b'}")
                        .at("/reason"),
                step("received", "supplement-request", "{'reason': 'a', 'legalBasis': 'b', 'whyNotAtOnce': ''}")
                        .at("/whyNotAtOnce"),
                step("received", "result", "{}").at("/outcome"),
                step("received", "result", "{'outcome': 'granted'}").at("/outcome"),
                step("received", "result", "{'outcome': 'GRANTED', 'finishedAt': '2026-01-05T08:00:00Z'}")
                        .at("/finishedAt"),
                step("finished", "return", "{'delivery': 'PIGEON'}").at("/delivery"),
                step("finished", "return", "{'delivery': 0}").at("/delivery"),
                step("submitted", "acceptance", "{'case': 7}").at("/case"),
                step("submitted", "acceptance", "{'case': 'Khác'}").refused(400, "case-unknown"),
                step("awaiting-supplement", "supplement", "{'reason': 'a'}").at("/reason"),
                step("received", "withdrawal", "{'reason': null}").at("/reason"),
                step("received", "hand-over", "{}").refused(400, "hand-over-to-nobody"),
                step("received", "hand-over", "{'unit': null, 'officer': null}").refused(400, "hand-over-to-nobody"),
                step("received", "hand-over", "{'unit': 'x01'}").at("/unit"),
                step("received", "hand-over", "{'unit': 'X01.77'}").refused(404, "unit-unknown"),
                step("received", "hand-over", "{'officer': 'Nguyễn Văn An'}").at("/officer"),
                step("received", "hand-over", "{'officer': '" + "o".repeat(65) + "'}")
                        .at("/officer"),
                step("received", "hand-over", "{'officer': 'o', 'limit': {'value': -1, 'unit': 'WORKING_DAY'}}")
                        .at("/limit"),
                step("received", "hand-over", "{'officer': 'o', 'limit': {'value': 1E+100000000, 'unit': 'MONTH'}}")
                        .at("/limit"));
    }

    private static Stream<Bad> codes() {
        return Stream.of(
                Bad.get("/v1/dossiers/17").refused(400, "code-malformed"),
                Bad.get("/v1/dossiers/%20").refused(400, "code-malformed"),
                Bad.get("/v1/dossiers/%F0%9F%98%80").refused(400, "code-malformed"),
                Bad.get("/v1/dossiers/<received>%00").at("code"),
                Bad.get("/v1/dossiers/X01.1-260230-0001").refused(404, "dossier-unknown"),
                Bad.get("/v1/dossiers/X01.1-260105-999999999999").refused(404, "dossier-unknown"),
                Bad.get("/v1/dossiers/X01.1-260105-0001/colour").refused(404, "path-unknown"),
                post("/v1/dossiers/17/suspension", WHY)
                        .with("If-Match", "\"0\"")
                        .refused(400, "code-malformed"),
                post("/v1/dossiers/<received>/promotion", WHY).refused(404, "path-unknown"),
                post("/v1/dossiers/<received>/SUSPENSION", WHY).refused(404, "path-unknown"));
    }
}
