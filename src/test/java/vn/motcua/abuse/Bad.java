package vn.motcua.abuse;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One bad request and how it is refused. Names in angle brackets stand for what the {@link Scene} holds. */
final class Bad {

    private static final int LONGEST_FILLED = 1 << 20;

    private final String method;
    private final String path;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String role = "supervisor";
    private String unit = Scene.ROOT;
    private int status;
    private String code;
    private String place;

    private Bad(String method, String path, byte[] body) {
        this.method = method;
        this.path = path;
        this.body = body;
    }

    static Bad call(String method, String path) {
        return new Bad(method, path, null);
    }

    static Bad get(String path) {
        return call("GET", path);
    }

    /** Some other call, as it is. */
    static Bad of(Call call) {
        var bad = new Bad(call.method(), call.path(), call.body());
        bad.headers.putAll(call.headers());
        return bad;
    }

    /** A POST of JSON with a key of its own. */
    static Bad post(String path, Object body) {
        return post(path, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Bad post(String path, byte[] body) {
        return new Bad("POST", path, body)
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** A PUT of JSON, by the catalogue, to create. */
    static Bad put(String path, Object body) {
        return new Bad("PUT", path, body.toString().getBytes(StandardCharsets.UTF_8))
                .by("catalogue")
                .with("Content-Type", "application/json")
                .with("If-None-Match", "*");
    }

    /** A value of null takes the header away. */
    Bad with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Bad by(String someRole) {
        role = someRole;
        return this;
    }

    Bad by(String someRole, String someUnit) {
        unit = someUnit;
        return by(someRole);
    }

    Bad byNobody() {
        return by(null);
    }

    Bad refused(int asStatus, String withCode) {
        status = asStatus;
        code = withCode;
        return this;
    }

    /** Refused as a request that is wrong at this place. */
    Bad at(String pointer) {
        place = pointer;
        return refused(400, "invalid-request");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Where the request is wrong, null where nothing is said about it. */
    String place() {
        return place;
    }

    Call in(Scene scene, String language) {
        var filled = new LinkedHashMap<String, String>();
        if (role != null) {
            filled.put("Authorization", "Bearer " + scene.token(role, unit));
        }
        filled.put("Accept-Language", language);
        headers.forEach((name, value) -> filled.put(name, scene.filled(value)));
        return new Call(method, scene.filled(path), filled, filledBody(scene));
    }

    private byte[] filledBody(Scene scene) {
        if (body == null || body.length > LONGEST_FILLED) {
            return body;
        }
        var text = new String(body, StandardCharsets.ISO_8859_1); // byte for byte: it may be no text at all
        return scene.filled(text).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return new Call(method, path, headers, body) + " → " + status + " " + code + (place == null ? "" : " " + place);
    }
}
