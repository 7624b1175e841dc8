package vn.motcua.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Dossiers that another system recorded in the same half year, brought in at its end. */
final class RandomImport {

    private static final int PATIENCE = 300;
    private static final List<String> STATUSES = List.of(
            "RECEIVED",
            "PROCESSING",
            "FINISHED",
            "FINISHED",
            "RETURNED",
            "RETURNED",
            "REFUSED",
            "WITHDRAWN",
            "AWAITING_SUPPLEMENT",
            "AWAITING_PAYMENT",
            "SUSPENDED");

    private final OwnProvince province;
    private final long seed;
    private final Random random;
    private final RandomMoments moments;

    RandomImport(OwnProvince province, long seed) {
        this.province = province;
        this.seed = seed;
        this.random = new Random(seed);
        this.moments = new RandomMoments(random);
    }

    /** Imports so many dossiers and returns their codes. */
    List<String> bring(int dossiers) throws InterruptedException {
        var lines = new StringBuilder();
        for (int i = 1; i <= dossiers; i++) {
            lines.append(line(i)).append('\n');
        }
        var job = as("integrator", province.root())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports");
        assertThat(job.statusCode()).as(job.asString()).isEqualTo(202);
        await(job.header("Location"));
        return codes(RandomOffice.read(job.asString()).get("id").asText());
    }

    private void await(String job) throws InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            if (read(job).get("state").asText().equals("DONE")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the import does not come to an end: " + read(job));
    }

    private List<String> codes(String id) {
        var codes = new ArrayList<String>();
        for (var row : read("/v1/imports/" + id + "/rows?limit=200").get("items")) {
            assertThat(row.get("outcome").asText()).as(row.toString()).isEqualTo("ACCEPTED");
            codes.add(row.get("code").asText());
        }
        return codes;
    }

    private JsonNode read(String path) {
        var answer = as("integrator", province.root()).get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return RandomOffice.read(answer.asString());
    }

    private ObjectNode line(int number) {
        var line = (ObjectNode) RandomOffice.read("{}");
        var status = one(STATUSES);
        line.put("externalCode", "cũ-" + seed + "-" + number);
        line.put("procedure", one(province.procedures()));
        line.put("receivingUnit", one(province.units()));
        line.put("competentUnit", one(province.units()));
        line.put("channel", one(List.of("COUNTER", "ONLINE", "POSTAL")));
        line.put("status", status);
        var received = moments.receipt();
        if (random.nextInt(3) == 0) {
            line.put("submittedAt", received.toString());
            received = after(received);
        }
        line.put("receivedAt", received.toString());
        if (random.nextInt(2) == 0) {
            line.put("dueAt", after(received).toString());
        }
        addEnd(line, status, after(received));
        return line;
    }

    private void addEnd(ObjectNode line, String status, Instant then) {
        switch (status) {
            case "FINISHED" -> line.put("finishedAt", then.toString());
            case "RETURNED" ->
                line.put("finishedAt", then.toString())
                        .put("returnedAt", after(then).toString());
            case "REFUSED", "WITHDRAWN" -> line.put("endedAt", then.toString());
            case "RECEIVED", "PROCESSING" -> {}
            default -> line.put("stoppedAt", then.toString());
        }
    }

    private Instant after(Instant moment) {
        var then = moments.after(moment, MissingNode.getInstance(), "");
        return then.isAfter(RandomOffice.END) ? RandomOffice.END : then;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
