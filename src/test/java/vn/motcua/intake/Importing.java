package vn.motcua.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings rows in over HTTP and waits for the job. */
public final class Importing {

    private static final long PATIENCE_MILLIS = 240_000;

    private Importing() {}

    public static Response send(String unit, String type, String body, String key) {
        return as("integrator", unit)
                .header("Idempotency-Key", key)
                .contentType(type)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/imports");
    }

    /** Sends NDJSON and waits; returns the job's last state. */
    public static Response run(String unit, String ndjson) throws InterruptedException {
        var sent = send(unit, "application/x-ndjson", ndjson, UUID.randomUUID().toString());
        assertThat(sent.statusCode()).as(sent.body().asString()).isEqualTo(202);
        return finished(unit, sent.header("Location"));
    }

    public static Response finished(String unit, String job) throws InterruptedException {
        var deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < deadline) {
            var state = as("integrator", unit).get(job);
            if (List.of("DONE", "FAILED").contains(state.<String>path("state"))) {
                assertThat(state.<String>path("state")).isEqualTo("DONE");
                return state;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The import did not end in time: "
                + as("integrator", unit).get(job).asString());
    }

    /** What became of every row, by its number. */
    public static Map<Integer, Map<String, Object>> rows(String unit, String id) {
        var rows = new HashMap<Integer, Map<String, Object>>();
        String cursor = null;
        do {
            var request = as("integrator", unit).queryParam("limit", 200);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/imports/" + id + "/rows");
            List<Map<String, Object>> items = new ArrayList<>(page.path("items"));
            items.forEach(row -> rows.put((Integer) row.get("row"), row));
            cursor = page.path("next");
        } while (cursor != null);
        return rows;
    }
}
