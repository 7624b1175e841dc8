package vn.motcua;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Calls the service as one of its users does: over HTTP, with a token for a role and a unit. */
public final class Calling {

    /** By whom, and by which service: one started anew has another key. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Calling() {}

    /** A request by somebody with this role, acting for this unit. */
    public static RequestSpecification as(String role, String unit) {
        return given().auth().oauth2(token(role, unit));
    }

    public static RequestSpecification nobody() {
        return given();
    }

    public static String token(String role, String unit) {
        return TOKENS.computeIfAbsent(
                role + "@" + unit + " at " + RestAssured.port, wish -> given().contentType(ContentType.JSON)
                        .body(Map.of("role", role, "unit", unit))
                        .post("/demo/token")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("token"));
    }

    /** A POST with a key of its own. */
    public static RequestSpecification posting(RequestSpecification caller, Object body) {
        return caller.contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body);
    }

    /** A PUT that creates. */
    public static Response create(RequestSpecification caller, String path, Object body) {
        return caller.contentType(ContentType.JSON)
                .header("If-None-Match", "*")
                .body(body)
                .put(path);
    }

    /** A PUT that changes the version the caller saw. */
    public static Response change(RequestSpecification caller, String path, String etag, Object body) {
        return caller.contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .put(path);
    }
}
