package vn.motcua.access;

import static vn.motcua.Calling.posting;
import static vn.motcua.access.Grant.When.ALWAYS;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.motcua.Province;
import vn.motcua.access.Matter.Stand;
import vn.motcua.intake.Importing;

/** A commune that has done some of everything, and the words by which any of it would be known elsewhere. */
final class Commune {

    /** Whoever acts for either commune is the same person with the same client: the unit alone tells them apart. */
    private static final String PERSON = "ngoi-hai-noi";

    private final String unit;
    private final String procedure;
    private final String word;
    private final Map<String, Object> receipt;
    private final String key = UUID.randomUUID().toString();
    private final Set<String> marks = new TreeSet<>();
    private final Map<String, String> said = new HashMap<>();
    private String etag;

    /** @param word stands in every text of this commune and of no other */
    Commune(String unit, String procedure, String word) throws InterruptedException {
        this.unit = unit;
        this.procedure = procedure;
        this.word = word;
        this.receipt = Province.receipt(procedure, unit, "COUNTER");
        said.putAll(Map.of("unit", unit, "receivingUnit", unit, "procedure", procedure, "limit", "200"));
        said.putAll(Map.of("from", "2020-01-01", "to", "2030-01-01", "cell", "received.total", "groupBy", "unit"));
        marks.addAll(Set.of(unit, word));
        work();
        imported();
        frozen();
    }

    static String token(String role, String unit) {
        return Jwt.claim("unit", unit)
                .claim("azp", "test")
                .subject(PERSON)
                .upn(PERSON)
                .audience("motcua")
                .groups(role)
                .expiresIn(3_600)
                .sign();
    }

    String token(String role) {
        return token(role, unit);
    }

    RequestSpecification as(String role) {
        return RestAssured.given().auth().oauth2(token(role));
    }

    private void work() {
        var number = "0010850" + (10_000 + Math.abs(word.hashCode() % 80_000));
        receipt.putAll(Map.of(
                "content", "Nội dung " + word,
                "externalCode", "NGOAI-" + word,
                "applicant",
                        Map.of(
                                "kind",
                                "CITIZEN",
                                "name",
                                "Người " + word,
                                "identity",
                                Map.of("kind", "CCCD", "number", number),
                                "phone",
                                "0" + number.substring(3, 12),
                                "address",
                                Map.of("text", "Ngõ " + word))));
        var code = code(received());
        marks.add(number);
        said.putAll(Map.of("dossier", code, "name", "nguoi " + word.toLowerCase(), "identityNumber", number));
        said.put("externalCode", "NGOAI-" + word);
        step("clerk", code, "hand-over", Map.of("unit", unit, "officer", "can-bo-" + word));
        step("officer", code, "suspension", Map.of("reason", "Lý do " + word, "legalBasis", "Căn cứ " + word));
        etag = as("clerk").get("/v1/dossiers/" + code).header("ETag");
        for (var channel : List.of("ONLINE", "COUNTER", "POSTAL")) {
            code(Province.receive(as("clerk"), Province.receipt(procedure, unit, channel)));
        }
    }

    private void step(String role, String code, String step, Map<String, ?> body) {
        var seen = as(role).get("/v1/dossiers/" + code).header("ETag");
        posting(as(role), body)
                .header("If-Match", seen)
                .post("/v1/dossiers/" + code + "/" + step)
                .then()
                .statusCode(200);
    }

    private String code(Response answer) {
        String code = answer.then().statusCode(201).extract().path("code");
        marks.add(code);
        return code;
    }

    /** The receipt of the commune's first dossier, with the key it had; by whoever sends it. */
    Response received(RequestSpecification caller) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", key)
                .body(receipt)
                .post("/v1/dossiers");
    }

    private Response received() {
        return received(as("clerk"));
    }

    private void imported() throws InterruptedException {
        var row =
                """
                {"externalCode": "CU-%s", "procedure": "%s", "receivingUnit": "%s", "channel": "COUNTER", \
                "receivedAt": "2026-01-05T08:00:00+07:00", "applicantName": "Người %s"}"""
                        .formatted(word, procedure, unit, word);
        var sent = as("integrator")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body(row.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/imports");
        String id = sent.then().statusCode(202).extract().path("id");
        Importing.finished(unit, "/v1/jobs/" + id);
        marks.add(id);
        said.putAll(Map.of("job", id, "import", id));
        marks.add(as("integrator").get("/v1/imports/" + id + "/rows").path("items[0].code"));
    }

    private void frozen() {
        var report = Map.of("report", "06a", "from", "2026-01-01", "to", "2026-02-01");
        String id = posting(as("supervisor"), report)
                .post("/v1/reports/frozen")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        marks.add(id);
        said.put("frozen", id);
    }

    String unit() {
        return unit;
    }

    String word() {
        return word;
    }

    String key() {
        return key;
    }

    String etag() {
        return etag;
    }

    Set<String> marks() {
        return marks;
    }

    /** All of this commune that somebody may ask for. */
    Matter all() {
        return new Matter(unit, List.of(ALWAYS), said, List.of(new Stand("its own", unit, List.of(Relation.values()))));
    }

    /** Nothing in particular: what is asked for then is what is the caller's own. */
    Matter nothing() {
        var usual = new HashMap<>(said);
        usual.keySet().retainAll(Set.of("limit", "from", "to", "cell", "groupBy", "procedure"));
        return new Matter("nothing in particular", List.of(ALWAYS), usual, List.of());
    }
}
