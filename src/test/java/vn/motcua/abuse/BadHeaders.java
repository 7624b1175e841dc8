package vn.motcua.abuse;

import static vn.motcua.abuse.Bad.call;
import static vn.motcua.abuse.Bad.get;
import static vn.motcua.abuse.Bad.post;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/** Callers nobody knows, and forms nobody takes or gives. */
final class BadHeaders {

    private static final String SEARCH = "/v1/dossiers/search";
    private static final String NAME = "{\"name\": \"an\"}";

    private BadHeaders() {}

    static Stream<Bad> all() {
        return Stream.of(tokens(), mediaTypes(), answers(), lengths(), imports(), methods())
                .flatMap(some -> some);
    }

    private static Stream<Bad> tokens() {
        var claims =
                "{\"sub\": \"x\", \"upn\": \"x\", \"unit\": \"X01\", \"groups\": [\"supervisor\"], \"exp\": 4102444800}";
        return Stream.of(
                        "",
                        "Bearer",
                        "Bearer ",
                        "Bearer x",
                        "Bearer .",
                        "Bearer ..",
                        "Bearer ...",
                        "Bearer a.b",
                        "Bearer a.b.c",
                        "Bearer a.b.c.d.e",
                        "Bearer é",
                        "Bearer a b",
                        "Bearer " + "x".repeat(8_000),
                        "Basic YTpi",
                        "Digest x",
                        "Negotiate x",
                        "nonsense",
                        "Bearer " + token("{\"alg\": \"none\"}", claims, ""),
                        "Bearer " + token("{\"alg\": \"none\"}", claims, "x"),
                        "Bearer " + token("{\"alg\": \"HS256\"}", claims, "x"),
                        "Bearer " + token("{\"alg\": \"RS256\"}", claims, "x"),
                        "Bearer " + token("{\"alg\": \"RS256\"}", "[]", "x"),
                        "Bearer " + token("[]", claims, "x"),
                        "Bearer " + token("", "", "x"))
                .map(caller -> get("/v1/units")
                        .byNobody()
                        .with("Authorization", caller)
                        .refused(401, "caller-unknown"));
    }

    private static String token(String header, String claims, String signature) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "." + signature;
    }

    private static Stream<Bad> mediaTypes() {
        return Stream.concat(
                Stream.of(
                                null,
                                "",
                                "text/plain",
                                "text/json",
                                "application/xml",
                                "application/x-www-form-urlencoded",
                                "multipart/form-data",
                                "application/problem+json",
                                "application/json, text/plain",
                                "application/*",
                                "*/*",
                                "json",
                                "/",
                                ";",
                                "ứng/dụng",
                                "x".repeat(5_000))
                        .map(type ->
                                post(SEARCH, NAME).with("Content-Type", type).refused(415, "unsupported-media-type")),
                Stream.of("gzip", "deflate", "br", "gzip, gzip", "x", "").map(coding -> post(SEARCH, NAME)
                        .with("Content-Encoding", coding)
                        .refused(415, "unsupported-media-type")));
    }

    private static Stream<Bad> answers() {
        return Stream.of(
                        "text/html",
                        "text/*",
                        "application/xml",
                        "application/problem+json",
                        "x",
                        "/",
                        ";",
                        ",",
                        "ứng/dụng")
                .flatMap(type -> Stream.of(
                        get("/v1/units").with("Accept", type).refused(406, "not-acceptable"),
                        post(SEARCH, NAME).with("Accept", type).refused(406, "not-acceptable")));
    }

    private static Stream<Bad> lengths() {
        return Stream.of(
                get("/v1/units").with("X-Long", "x".repeat(20_000)).refused(431, "request-header-fields-too-large"),
                get("/v1/units")
                        .byNobody()
                        .with("Authorization", "Bearer " + "x".repeat(40_000))
                        .refused(431, "request-header-fields-too-large"),
                get("/v1/units").with("Host", null).refused(400, "bad-request"),
                post(SEARCH, NAME).with("Content-Length", "2000000").refused(413, "request-entity-too-large"),
                post("/v1/imports", NAME)
                        .with("Content-Type", "text/csv")
                        .with("Content-Length", "9000000000")
                        .refused(413, "request-entity-too-large"));
    }

    private static Bad file(String type, String text) {
        return post("/v1/imports", text.getBytes(StandardCharsets.ISO_8859_1)).with("Content-Type", type);
    }

    private static Stream<Bad> imports() {
        var rows = "application/x-ndjson";
        return Stream.of(
                file(rows, "").refused(400, "file-empty"),
                file(rows, "\n \r\n\t\n").refused(400, "file-empty"),
                file(rows, "\u00ff\u00fe").refused(400, "file-not-text"),
                file(rows, "{\"code\": \"\u00c0\u00af\"}").refused(400, "file-not-text"),
                file(rows, "{\"code\": \"\0\"}").refused(400, "file-not-text"),
                file(rows, "\u001f\u008b\b\0").refused(400, "file-not-text"),
                file("text/csv", "").refused(400, "file-empty"),
                file("text/csv", "procedure,channel\r\n").refused(400, "file-empty"),
                file("text/csv", "a,a\r\n1,2\r\n").refused(400, "csv-malformed"),
                file("text/csv", "a,,b\r\n1,2,3\r\n").refused(400, "csv-malformed"),
                file("text/csv", "a,b\r\n1\r\n").refused(400, "csv-malformed"),
                file("text/csv", "a,b\r\n1,2,3\r\n").refused(400, "csv-malformed"),
                file("text/csv", "a,b\r\n\"1,2\r\n").refused(400, "csv-malformed"),
                file("text/csv", "a,b\r\n\"1\"x,2\r\n").refused(400, "csv-malformed"),
                file("text/csv", "a,b\r\n\u00e9,2\r\n").refused(400, "file-not-text"),
                file(null, "{}").refused(415, "unsupported-media-type"),
                file("application/json", "{}").refused(415, "unsupported-media-type"),
                file("application/*", "{}").refused(415, "unsupported-media-type"),
                file("*/*", "{}").refused(415, "unsupported-media-type"),
                file(rows, "{}").with("Content-Encoding", "gzip").refused(415, "unsupported-media-type"),
                file(rows, "{}").with("Idempotency-Key", null).refused(400, "key-required"),
                file(rows, "{}").with("Idempotency-Key", "<used-key>").refused(422, "key-reused"),
                file(rows, "{}").by("clerk").refused(403, "not-allowed"),
                file(rows, "{}").by("dashboard").refused(403, "not-allowed"));
    }

    private static Stream<Bad> methods() {
        return Stream.of(
                call("PATCH", "/v1/units/X01").refused(405, "method-not-allowed"),
                call("DELETE", "/v1/units/X01").refused(405, "method-not-allowed"),
                call("POST", "/v1/units").refused(405, "method-not-allowed"),
                call("GET", "/demo/token").refused(405, "method-not-allowed"),
                call("GET", "/v1/dossiers/<received>/suspension").refused(405, "method-not-allowed"),
                call("PUT", "/v1/dossiers/<received>").refused(405, "method-not-allowed"),
                call("DELETE", "/v1/dossiers/<received>").refused(405, "method-not-allowed"),
                call("POST", "/v1/dossiers/<received>/events").refused(405, "method-not-allowed"),
                call("TRACE", "/v1/dossiers").refused(405, "method-not-allowed"),
                call("BREW", "/v1/units").refused(405, "method-not-allowed"),
                call("get", "/v1/units").refused(405, "method-not-allowed"),
                call("PATCH", "/v1/nothing").refused(404, "path-unknown"));
    }
}
