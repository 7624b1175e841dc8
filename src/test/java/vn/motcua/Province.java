package vn.motcua;

import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;
import static vn.motcua.Calling.posting;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A small province of a test's own: a root, two communes and a department, with a few procedures. */
public final class Province {

    private static final AtomicInteger PROCEDURES = new AtomicInteger(500_000);

    private final String root;

    private Province(String root) {
        this.root = root;
    }

    /** @param root a code no other test uses, as {@code T01} */
    public static Province at(String root) {
        var province = new Province(root);
        if (as("catalogue", root).get("/v1/units/" + root).statusCode() == 404) {
            province.unit(root, null, "PROVINCE");
            province.unit(province.communeA(), root, "COMMUNE");
            province.unit(province.communeB(), root, "COMMUNE");
            province.unit(province.department(), root, "DEPARTMENT");
        }
        return province;
    }

    public String root() {
        return root;
    }

    public String communeA() {
        return root + ".1";
    }

    public String communeB() {
        return root + ".2";
    }

    public String department() {
        return root + ".9";
    }

    private void unit(String code, String parent, String level) {
        var body = new HashMap<String, Object>(
                Map.of("name", "Đơn vị " + code, "level", level, "validFrom", "2000-01-01"));
        if (parent != null) {
            body.put("parent", parent);
        }
        create(as("catalogue", root), "/v1/units/" + code, body).then().statusCode(201);
    }

    /** Creates a procedure with one limit for every channel. */
    public String procedure(int value, String unit) {
        return procedure(Map.of("limits", List.of(Map.of("limit", Map.of("value", value, "unit", unit)))));
    }

    /** Creates a procedure; what is not said has its default. */
    public String procedure(Map<String, ?> said) {
        var code = "1." + PROCEDURES.incrementAndGet();
        create(as("catalogue", root), "/v1/fields/TEST", Map.of("name", "Thử nghiệm"));
        var body = new HashMap<String, Object>(
                Map.of("name", "Thủ tục " + code, "field", "TEST", "validFrom", "2000-01-01", "limits", List.of()));
        body.putAll(said);
        create(as("catalogue", root), "/v1/procedures/" + code, body).then().statusCode(201);
        return code;
    }

    public static Map<String, Object> receipt(String procedure, String unit, String channel) {
        return new HashMap<>(Map.of(
                "procedure", procedure,
                "receivingUnit", unit,
                "channel", channel,
                "applicant", Map.of("kind", "CITIZEN", "name", "Nguyễn Thị Mai")));
    }

    public static Response receive(RequestSpecification caller, Map<String, ?> receipt) {
        return posting(caller, receipt).post("/v1/dossiers");
    }

    /** Takes a step with the version just seen. */
    public static Response step(String role, String unit, String code, String step, Object body) {
        var etag = as(role, unit).get("/v1/dossiers/" + code).header("ETag");
        return posting(as(role, unit), body).header("If-Match", etag).post("/v1/dossiers/" + code + "/" + step);
    }
}
