package vn.motcua.abuse;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What is hardly HTTP any more. The server answers it, or hangs up, before the service hears of it, so that there need
 * not be a problem in the answer; but nothing of it may be taken for a request.
 */
final class BrokenLines {

    private static final String GOOD =
            "{\"procedure\": \"<procedure>\", \"channel\": \"COUNTER\", \"receivingUnit\": \"<unit>\","
                    + " \"applicant\": {\"kind\": \"CITIZEN\", \"name\": \"An\"}}";

    private final Scene scene;
    private final Map<String, byte[]> lines = new LinkedHashMap<>();

    private BrokenLines(Scene scene) {
        this.scene = scene;
    }

    /** By what is wrong with them. */
    static Map<String, byte[]> all(Scene scene) {
        var all = new BrokenLines(scene);
        all.bodies();
        all.heads();
        return all.lines;
    }

    private void bodies() {
        var body = scene.filled(GOOD);
        var chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";
        post("a body shorter than it says", "Content-Length: " + (body.length() + 1), body);
        post("no body at all", "Content-Length: 17", "");
        post("a body without a last chunk", "Transfer-Encoding: chunked", chunk);
        post("a chunk cut off", "Transfer-Encoding: chunked", chunk.substring(0, chunk.length() / 2));
        post("a chunk of no size", "Transfer-Encoding: chunked", "zz\r\n" + body);
        post("a chunk of a negative size", "Transfer-Encoding: chunked", "-1\r\n" + body);
        post("a chunk of too large a size", "Transfer-Encoding: chunked", "ffffffffffffffff\r\n" + body);
        post("a chunk with too long a name", "Transfer-Encoding: chunked", "5;" + "x".repeat(70_000));
        post("chunks and a length", "Transfer-Encoding: chunked\r\nContent-Length: 5", chunk + "0\r\n\r\n");
        post("two lengths", "Content-Length: 5\r\nContent-Length: 7", body);
        post("a negative length", "Content-Length: -1", body);
        post("a length that is no number", "Content-Length: ten", body);
        post("a length beyond numbers", "Content-Length: 99999999999999999999", body);
    }

    private void post(String name, String header, String body) {
        put(
                name,
                """
                POST /v1/dossiers HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Idempotency-Key: %s\r
                """
                                .formatted(scene.token("supervisor", Scene.ROOT), UUID.randomUUID())
                        + header + "\r\n\r\n" + body);
    }

    private void heads() {
        put("no address", "GET\r\n\r\n");
        put("no version", "GET /v1/units\r\n\r\n");
        put("a space in the address", "GET /v1/un its HTTP/1.1\r\nHost: x\r\n\r\n");
        put("an empty address", "GET  HTTP/1.1\r\nHost: x\r\n\r\n");
        put("a method with a mark", "GÉT /v1/units HTTP/1.1\r\nHost: x\r\n\r\n");
        put("a version of the future", "GET /v1/units HTTP/9.9\r\nHost: x\r\n\r\n");
        put("a NUL in a header", "GET /v1/units HTTP/1.1\r\nHost: x\r\nIf-None-Match: \0\r\n\r\n");
        put("a control character in a header", "GET /v1/units HTTP/1.1\r\nHost: x\r\nAuthorization: \u0001\r\n\r\n");
        put("a header with a space in its name", "GET /v1/units HTTP/1.1\r\nHost: x\r\nIf Match: y\r\n\r\n");
        put("a header folded under nothing", "GET /v1/units HTTP/1.1\r\nHost: x\r\n folded: y\r\n\r\n");
        put("an address of 100,000 characters", "GET /" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        put("a header of 100,000 characters", "GET / HTTP/1.1\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
        put("20,000 headers", "GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(20_000) + "\r\n");
        put("another protocol", "\u0016\u0003\u0001\u0002\0\u0001\0");
        put("nothing but NULs", "\0".repeat(10_000));
    }

    private void put(String name, String text) {
        lines.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
