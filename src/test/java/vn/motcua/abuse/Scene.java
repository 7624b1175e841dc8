package vn.motcua.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.Calling;
import vn.motcua.Province;
import vn.motcua.intake.Importing;

/** What bad requests are sent at: a province, a calendar, procedures, and a dossier in every status. */
final class Scene {

    static final String ROOT = "X01";
    static final String OTHER = "X02";
    static final String CALENDAR = "X01-LICH";
    static final String FIELD = "X01-LV";

    private static final Map<String, String> WHY = Map.of("reason", "Chờ", "legalBasis", "Điều 17");

    private final Map<String, String> values = new LinkedHashMap<>();

    private Scene() {}

    static Scene found() throws InterruptedException {
        var scene = new Scene();
        var province = Province.at(ROOT);
        var other = Province.at(OTHER);
        scene.put("procedure", province.procedure(3, "WORKING_DAY"));
        scene.put("unit", province.communeA());
        scene.catalogue();
        scene.dossiers(province.communeA());
        scene.dossier("foreign", scene.receive(OTHER, other.communeA(), "COUNTER"));
        scene.put("job", importOf(ROOT));
        scene.put("foreign-job", importOf(OTHER));
        return scene;
    }

    private void catalogue() {
        var day = List.of(Map.of("from", "08:00", "to", "12:00"));
        var week = Map.of("validFrom", "2020-01-01", "shifts", Map.of("MONDAY", day));
        var hours = Map.of("name", "Lịch", "zone", "Asia/Ho_Chi_Minh", "weeks", List.of(week));
        create(as("catalogue", ROOT), "/v1/calendars/" + CALENDAR, hours);
        create(as("catalogue", ROOT), "/v1/fields/" + FIELD, Map.of("name", "Lĩnh vực"));
        put(
                "calendar.tag",
                as("supervisor", ROOT).get("/v1/calendars/" + CALENDAR).header("ETag"));
        put("field.tag", as("supervisor", ROOT).get("/v1/fields/" + FIELD).header("ETag"));
        put(
                "unit.tag",
                as("supervisor", ROOT).get("/v1/units/" + values.get("<unit>")).header("ETag"));
        var procedure = "/v1/procedures/" + values.get("<procedure>");
        put("procedure.tag", as("supervisor", ROOT).get(procedure).header("ETag"));
    }

    private void dossiers(String unit) {
        dossier("submitted", receive(ROOT, unit, "ONLINE"));
        dossier("received", receive(ROOT, unit, "COUNTER"));
        taken("refused", "ONLINE", "refusal", Map.of("reason", "Không thuộc thẩm quyền"));
        taken("processing", "COUNTER", "hand-over", Map.of("officer", "officer-7"));
        taken("awaiting-supplement", "COUNTER", "supplement-request", WHY);
        taken("awaiting-payment", "COUNTER", "payment-request", WHY);
        taken("suspended", "COUNTER", "suspension", WHY);
        taken("withdrawn", "COUNTER", "withdrawal", Map.of("reason", "Công dân rút"));
        taken("finished", "COUNTER", "result", Map.of("outcome", "GRANTED"));
        dossier("returned", taken("returned", "COUNTER", "result", Map.of("outcome", "DECLINED")), "return", Map.of());
    }

    private String taken(String name, String channel, String step, Object body) {
        var code = receive(ROOT, values.get("<unit>"), channel);
        dossier(name, code, step, body);
        return code;
    }

    private void dossier(String name, String code, String step, Object body) {
        var answer = Province.step("supervisor", ROOT, code, step, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        dossier(name, code);
    }

    private void dossier(String name, String code) {
        var root = name.equals("foreign") ? OTHER : ROOT;
        put(name, code);
        put(name + ".tag", as("supervisor", root).get("/v1/dossiers/" + code).header("ETag"));
    }

    /** Receives a dossier; the key of the last one stays known. */
    private String receive(String root, String unit, String channel) {
        var answer = keyed(root, Province.receipt(values.get("<procedure>"), unit, channel));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("code");
    }

    private Response keyed(String root, Map<String, Object> receipt) {
        var key = UUID.randomUUID().toString();
        if (root.equals(ROOT)) {
            put("used-key", key);
        }
        return as("supervisor", root)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(receipt)
                .post("/v1/dossiers");
    }

    private static String importOf(String root) throws InterruptedException {
        return Importing.run(root, "{\"code\": \"no row\"}").path("id");
    }

    private void put(String name, String value) {
        values.put("<" + name + ">", value);
    }

    String token(String role, String unit) {
        return Calling.token(role, unit);
    }

    /** The text with what the names in it stand for. */
    String filled(String text) {
        if (text == null || text.indexOf('<') < 0) {
            return text;
        }
        var filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }
}
