package vn.motcua.statistics;

import static vn.motcua.Calling.as;
import static vn.motcua.Calling.posting;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;

/** Freezes reports as a supervisor does. */
final class Freezing {

    static final String FROZEN = "/v1/reports/frozen";

    private Freezing() {}

    static Map<String, Object> report(String number, String from, String to) {
        return new HashMap<>(Map.of("report", number, "from", from, "to", to));
    }

    static Response freeze(String unit, Map<String, ?> body) {
        return posting(as("supervisor", unit), body).post(FROZEN);
    }
}
