package vn.motcua.oracle;

import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.Succeeding;

/** A small province of its own: a tree of units, one branch of which keeps other hours in another zone, and a catalogue. */
final class OwnProvince {

    static final String ROOT = "K71";
    static final ZoneId HOME = ZoneId.of("Asia/Ho_Chi_Minh");
    static final ZoneId AWAY = ZoneId.of("Asia/Tokyo");
    static final List<String> FIELDS = List.of("K71-HT", "K71-DD");
    static final List<String> PROCEDURES =
            List.of("9.710001", "9.710002", "9.710003", "9.710004", "9.710005", "9.710006");

    private static final String ENDED = "K71.2.B";
    private static final Map<String, Map<String, String>> HEIRS =
            Map.of(ENDED, Map.of("K71-HT", "K71.1.A", "K71-DD", "K71.3.A"));
    private static final String AWAY_HOURS = "K71-AWAY";
    private static final Map<String, String> PARENTS = parents();
    static final List<String> UNITS = List.copyOf(PARENTS.keySet());

    private OwnProvince() {}

    private static Map<String, String> parents() {
        var parents = new LinkedHashMap<String, String>();
        parents.put(ROOT, null);
        parents.put("K71.1", ROOT);
        parents.put("K71.1.A", "K71.1");
        parents.put("K71.2", ROOT);
        parents.put("K71.2.A", "K71.2");
        parents.put("K71.2.B", "K71.2");
        parents.put("K71.3", ROOT);
        parents.put("K71.3.A", "K71.3");
        return parents;
    }

    static Places places() {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < PROCEDURES.size(); i++) {
            fields.put(PROCEDURES.get(i), FIELDS.get(i % 2));
        }
        return new Places(PARENTS, Map.of("K71.3", AWAY_HOURS), Map.of("VN", HOME, AWAY_HOURS, AWAY), fields, HEIRS);
    }

    static void found() {
        put("/v1/units/" + ROOT, unit(ROOT));
        put("/v1/calendars/" + AWAY_HOURS, awayHours());
        UNITS.stream().skip(1).forEach(code -> put("/v1/units/" + code, unit(code)));
        FIELDS.forEach(code -> put("/v1/fields/" + code, Map.of("name", "Lĩnh vực " + code)));
        var catalogue = catalogue();
        for (int i = 0; i < PROCEDURES.size(); i++) {
            put("/v1/procedures/" + PROCEDURES.get(i), procedure(FIELDS.get(i % 2), catalogue.get(i)));
        }
    }

    /** One unit is split by field, on the last day played. */
    static void split() throws InterruptedException {
        var parts = List.<Map<String, ?>>of(
                Map.of("unit", "K71.1.A", "fields", List.of("K71-HT")), Map.of("unit", "K71.3.A"));
        Succeeding.done(ROOT, ENDED, Succeeding.by("SPLIT", "2026-06-30", parts));
    }

    private static void put(String path, Object body) {
        create(as("catalogue", ROOT), path, body).then().statusCode(201);
    }

    private static Map<String, Object> unit(String code) {
        var unit = new HashMap<String, Object>();
        unit.put("name", "Đơn vị " + code);
        unit.put("level", code.equals(ROOT) ? "PROVINCE" : "OTHER");
        unit.put("validFrom", "2025-01-01");
        if (PARENTS.get(code) != null) {
            unit.put("parent", PARENTS.get(code));
        }
        if (code.equals("K71.3")) {
            unit.put("calendar", AWAY_HOURS);
        }
        return unit;
    }

    private static Map<String, Object> awayHours() {
        var shifts = new HashMap<String, Object>();
        for (var day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY")) {
            shifts.put(day, List.of(Map.of("from", "08:00", "to", "12:00"), Map.of("from", "13:00", "to", "16:00")));
        }
        return Map.of(
                "name", "Giờ nơi xa",
                "zone", AWAY.getId(),
                "weeks", List.of(Map.of("validFrom", "2018-01-01", "shifts", shifts)));
    }

    /** Limits of every kind, to the time of day and to the end of the day, going on and starting anew after papers. */
    private static List<Map<String, Object>> catalogue() {
        var terms = new ArrayList<Map<String, Object>>();
        terms.add(Map.of("limits", limit(3, "WORKING_DAY"), "due", "END_OF_DAY", "afterSupplement", "PAUSE"));
        terms.add(Map.of("limits", limit(8, "WORKING_HOUR"), "afterSupplement", "PAUSE"));
        terms.add(Map.of("limits", limit(7, "CALENDAR_DAY"), "afterSupplement", "RESTART"));
        terms.add(Map.of("limits", List.of()));
        terms.add(Map.of("limits", limit(5, "WORKING_DAY"), "cutOff", Map.of("at", "15:00")));
        terms.add(Map.of("limits", limit(30, "CLOCK_HOUR"), "afterSupplement", "PAUSE"));
        return terms;
    }

    private static List<Object> limit(int value, String unit) {
        return List.of(Map.of("limit", Map.of("value", value, "unit", unit)));
    }

    private static Map<String, Object> procedure(String field, Map<String, Object> terms) {
        var procedure = new HashMap<>(terms);
        procedure.put("name", "Thủ tục thử");
        procedure.put("field", field);
        procedure.put("validFrom", "2025-01-01");
        procedure.put("answerBy", Map.of("value", 2, "unit", "WORKING_DAY"));
        return procedure;
    }
}
