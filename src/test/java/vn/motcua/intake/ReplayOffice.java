package vn.motcua.intake;

import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An office elsewhere in the world whose records are replayed: a calendar in its zone, its units, one procedure. */
final class ReplayOffice {

    static final String PROCEDURE = "9.000001";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String root;
    private final Map<String, String> units = new HashMap<>();

    ReplayOffice(String root, String zone) {
        this.root = root;
        var keeper = as("catalogue", root);
        create(
                        keeper,
                        "/v1/calendars/" + root,
                        Map.of(
                                "name", zone,
                                "zone", zone,
                                "weeks", List.of(Map.of("validFrom", "2000-01-01", "shifts", week()))))
                .then()
                .statusCode(201);
        create(
                        as("catalogue", root),
                        "/v1/units/" + root,
                        Map.of("name", zone, "level", "OTHER", "validFrom", "2000-01-01", "calendar", root))
                .then()
                .statusCode(201);
        create(as("catalogue", root), "/v1/fields/REPLAY", Map.of("name", "Replay"));
        create(
                as("catalogue", root),
                "/v1/procedures/" + PROCEDURE,
                Map.of("name", "Replay", "field", "REPLAY", "validFrom", "2000-01-01", "limits", List.of()));
    }

    private static Map<String, Object> week() {
        var shifts = List.of(Map.of("from", "08:30", "to", "17:00"));
        return Map.of("MONDAY", shifts, "TUESDAY", shifts, "WEDNESDAY", shifts, "THURSDAY", shifts, "FRIDAY", shifts);
    }

    String root() {
        return root;
    }

    /** The unit of a department, made when it is first named. */
    String unit(String department) {
        return units.computeIfAbsent(department, name -> {
            var code = root + "." + (units.size() + 1);
            create(
                            as("catalogue", root),
                            "/v1/units/" + code,
                            Map.of("name", name, "parent", root, "level", "OTHER", "validFrom", "2000-01-01"))
                    .then()
                    .statusCode(201);
            return code;
        });
    }

    /** One row for the import; what is null is left out. */
    static String row(Map<String, String> said) {
        try {
            return JSON.writeValueAsString(said);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Every dossier of the office as its list shows it, by external code or code. */
    Map<String, Map<String, Object>> dossiers() {
        var found = new HashMap<String, Map<String, Object>>();
        String cursor = null;
        do {
            var request = as("auditor", root).queryParam("limit", 200);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/dossiers");
            List<Map<String, Object>> items = new ArrayList<>(page.path("items"));
            items.forEach(dossier -> found.put((String) dossier.get("code"), dossier));
            cursor = page.path("next");
        } while (cursor != null);
        return found;
    }

    /** The counts of each unit and channel in a period. */
    Map<String, Map<String, Object>> countsByUnitAndChannel(String from, String to, String asOf, String basis) {
        var answer = as("dashboard", root)
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("asOf", asOf)
                .queryParam("basis", basis)
                .queryParam("groupBy", "unit", "channel")
                .get("/v1/statistics/on-time");
        answer.then().statusCode(200);
        var counts = new HashMap<String, Map<String, Object>>();
        for (Map<String, Object> group : answer.<List<Map<String, Object>>>path("groups")) {
            @SuppressWarnings("unchecked")
            var key = (Map<String, String>) group.get("key");
            @SuppressWarnings("unchecked")
            var cells = (Map<String, Object>) group.get("counts");
            counts.put(key.get("unit") + " " + key.get("channel"), cells);
        }
        return counts;
    }

    /** One cell, as {@code pending.overdue}; 0 where the group does not occur. */
    @SuppressWarnings("unchecked")
    static int cell(Map<String, Object> counts, String path) {
        Object at = counts;
        for (var part : path.split("\\.")) {
            at = at == null ? null : ((Map<String, Object>) at).get(part);
        }
        return at == null ? 0 : ((Number) at).intValue();
    }

    @SuppressWarnings("unchecked")
    static String verdict(Map<String, Object> dossier, String basis) {
        var verdicts = (Map<String, Map<String, String>>) dossier.get("verdicts");
        return verdicts == null ? null : verdicts.get("current").get(basis);
    }
}
