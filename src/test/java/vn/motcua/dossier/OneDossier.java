package vn.motcua.dossier;

import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import vn.motcua.MovableTime;

/** One dossier at one commune's desk, and the hands of its clock. */
final class OneDossier {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    static final Map<String, Object> WHY = Map.of("reason", "Chờ xác minh", "legalBasis", "Điều 17");

    private final MovableTime time;
    private final String unit;
    private String code;

    OneDossier(MovableTime time, String unit) {
        this.time = time;
        this.unit = unit;
    }

    /** Local time in Vietnam, as {@code 2026-01-05T09:00}. */
    OneDossier at(String local) {
        time.setTo(LocalDateTime.parse(local).atZone(VIETNAM).toInstant());
        return this;
    }

    ValidatableResponse received(String procedure) {
        return received(receipt(procedure, unit, "COUNTER"));
    }

    ValidatableResponse received(Map<String, Object> receipt) {
        var answer = receive(as("clerk", unit), receipt).then().statusCode(201);
        code = answer.extract().path("code");
        return answer;
    }

    ValidatableResponse take(String name, Object body) {
        return take("supervisor", name, body);
    }

    ValidatableResponse take(String role, String name, Object body) {
        return step(role, unit, code, name, body).then().statusCode(200);
    }

    ValidatableResponse refused(int status, String role, String name, Object body) {
        return step(role, unit, code, name, body).then().statusCode(status);
    }

    ValidatableResponse finish() {
        return take("result", Map.of("outcome", "GRANTED"));
    }

    ValidatableResponse correct(String kind, String member, String value) {
        return take("correction", correction(kind, member, value));
    }

    static Map<String, Object> correction(String kind, String member, String value) {
        var body = new HashMap<String, Object>(Map.of("kind", kind, "reason", "Nhập nhầm"));
        if (member != null) {
            body.put(member, value);
        }
        return body;
    }

    ValidatableResponse shown(String part) {
        return as("supervisor", unit).get("/v1/dossiers/" + code + part).then().statusCode(200);
    }

    String code() {
        return code;
    }
}
