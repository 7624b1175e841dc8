package vn.motcua.abuse;

import static vn.motcua.abuse.Bad.post;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Bodies that are no JSON, or not the JSON that is expected, whatever they are about. */
final class BadJson {

    private static final String SEARCH = "/v1/dossiers/search";
    private static final String RECEIVE = "/v1/dossiers";
    private static final String NAMED = "{\"name\": \"an\", ";
    private static final int DEEP = 100_000;
    private static final int TEN_MEGABYTES = 10 << 20;

    private BadJson() {}

    static Stream<Bad> all() {
        return Stream.of(syntax(), types(), encodings(), names(), sizes()).flatMap(some -> some);
    }

    private static Stream<Bad> syntax() {
        return Stream.of(
                        "{",
                        "}",
                        "]",
                        "{\"name\"",
                        "{\"name\":",
                        "{\"name\": \"an\"",
                        "{\"name\": \"an",
                        "{\"name\": \"an\",}",
                        "{\"name\": \"an\"}}",
                        "{\"name\": \"an\"} trailing",
                        "{'name': 'an'}",
                        "{name: \"an\"}",
                        "{\"name\": an}",
                        "{\"name\": NaN}",
                        "{\"name\": Infinity}",
                        "{\"name\": -Infinity}",
                        "{\"name\": 01}",
                        "{\"name\": 0x1F}",
                        "{\"name\": +1}",
                        "{\"name\": .5}",
                        "{\"name\": 1.}",
                        "{\"name\": 1e}",
                        "{\"name\": True}",
                        "{\"name\": undefined}",
                        "/* what */ {\"name\": \"an\"}",
                        "// what",
                        "<name>an</name>",
                        "name=an",
                        "{\"name\": \"an\", \"name\": \"binh\"}")
                .map(text -> post(SEARCH, text).refused(400, "invalid-request"));
    }

    private static Stream<Bad> types() {
        return Stream.of(
                post(SEARCH, "").at(""),
                post(SEARCH, " \r\n\t").at(""),
                post(SEARCH, "null").at(""),
                post(SEARCH, "[]").at(""),
                post(SEARCH, "[{\"name\": \"an\"}]").at(""),
                post(SEARCH, "\"an\"").at(""),
                post(SEARCH, "1").at(""),
                post(SEARCH, "1e999999999").at(""),
                post(SEARCH, "true").at(""),
                post(SEARCH, "{\"name\": \"an\"}{\"name\": \"an\"}").at(""),
                post(SEARCH, "{\"name\": \"an\"}[]").at(""),
                post(SEARCH, "{\"name\": 1}").at("/name"),
                post(SEARCH, "{\"name\": 1e999999999}").at("/name"),
                post(SEARCH, "{\"name\": true}").at("/name"),
                post(SEARCH, "{\"name\": [\"an\"]}").at("/name"),
                post(SEARCH, "{\"name\": {\"value\": \"an\"}}").at("/name"));
    }

    private static Stream<Bad> encodings() {
        return Stream.of(
                post(SEARCH, bytes("{'name': 'an\u00ff'}")).refused(400, "body-not-utf8"),
                post(SEARCH, bytes("{'name': 'an\u00c0\u00af'}")).refused(400, "body-not-utf8"),
                post(SEARCH, bytes("{'name': 'an\u00c0\u0080'}")).refused(400, "body-not-utf8"),
                post(SEARCH, bytes("{'name': 'an\u00ed\u00a0\u0080'}")).refused(400, "body-not-utf8"),
                post(SEARCH, bytes("{'name': 'an\u00f4\u0090\u0080\u0080'}")).refused(400, "body-not-utf8"),
                post(SEARCH, bytes("{'name': 'an\u00e1\u00bb")).refused(400, "body-not-utf8"),
                post(SEARCH, bytes("{'na\u00ffme': 'an'}")).refused(400, "body-not-utf8"),
                post(SEARCH, "{\"name\": \"an\"}".getBytes(StandardCharsets.UTF_16))
                        .refused(400, "body-not-utf8"),
                post(SEARCH, "{\"name\": \"an\"}".getBytes(StandardCharsets.UTF_16LE))
                        .refused(400, "body-not-utf8"),
                post(SEARCH, "\u0000").refused(400, "body-not-utf8"),
                post(SEARCH, "{\"name\": \"an\"}\u0000").refused(400, "body-not-utf8"),
                post(SEARCH, bytes("\u001f\u008b\b\0\0\0\0\0")).refused(400, "body-not-utf8"));
    }

    private static Stream<Bad> names() {
        return Stream.of(
                post(SEARCH, "{\"name\": \"a\u0000n\"}").refused(400, "body-not-utf8"),
                post(SEARCH, "{\"name\": \"a\nn\"}").at("/name"),
                post(SEARCH, "{\"name\": \"a\\u0000n\"}").at("/name"),
                post(SEARCH, "{\"name\": \"a\\ud800n\"}").at("/name"),
                post(SEARCH, "{\"name\": \"a\\udc00\\ud800n\"}").at("/name"),
                post(SEARCH, "{\"name\": \"a\\x41n\"}").at("/name"),
                post(SEARCH, "{\"name\": \"a\\u12\"}").at("/name"),
                post(SEARCH, NAMED + "\"colour\": \"red\"}").at("/colour"),
                post(SEARCH, NAMED + "\"Name\": \"an\"}").at("/Name"),
                post(SEARCH, NAMED + "\"name \": \"an\"}").at("/name "),
                post(SEARCH, NAMED + "\"\": \"an\"}").at("/"),
                post(SEARCH, NAMED + "\"a/b~c\": 1}").at("/a~1b~0c"),
                post(SEARCH, NAMED + "\"__proto__\": {}}").at("/__proto__"),
                post(SEARCH, NAMED + "\"\\u0000\": 1}").at("/\ufffd"),
                post(SEARCH, NAMED + "\"\\ud800\": 1}").refused(400, "invalid-request"),
                post(SEARCH, NAMED + "\"😀\": 1}").at("/😀"),
                post(SEARCH, NAMED + "\"" + "k".repeat(40_000) + "\": 1}").at("/" + "k".repeat(200) + "…"),
                post(SEARCH, NAMED + "\"" + "k".repeat(60_000) + "\": 1}").refused(400, "invalid-request"));
    }

    private static Stream<Bad> sizes() {
        return Stream.of(
                post(SEARCH, "[".repeat(DEEP)).at(""),
                post(SEARCH, "{\"name\":".repeat(DEEP)).at("/name"),
                post(SEARCH, NAMED + "\"colour\":" + "[".repeat(DEEP)).refused(400, "invalid-request"),
                post(RECEIVE, "{\"papers\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}")
                        .at("/papers/0"),
                post(RECEIVE, "{\"applicant\":" + "{\"address\":".repeat(DEEP / 2))
                        .at("/applicant/address"),
                post(RECEIVE, "[".repeat(TEN_MEGABYTES)).refused(413, "request-entity-too-large"),
                post(SEARCH, "{\"name\": \"" + "n".repeat(TEN_MEGABYTES) + "\"}")
                        .refused(413, "request-entity-too-large"),
                post(SEARCH, " ".repeat((1 << 20) + 1)).refused(413, "request-entity-too-large"),
                post("/v1/deadlines", " ".repeat((64 << 10) + 1)).refused(413, "request-entity-too-large"),
                post("/v1/dossiers/<received>/suspension", "x".repeat(TEN_MEGABYTES))
                        .refused(413, "request-entity-too-large"));
    }

    private static byte[] bytes(String each) {
        return each.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
    }
}
