package vn.motcua.oracle;

import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.motcua.Succeeding;

/** A small province of its own: a tree of units, one branch of which keeps other hours in another zone, and a catalogue. */
final class OwnProvince {

    static final ZoneId HOME = ZoneId.of("Asia/Ho_Chi_Minh");
    static final ZoneId AWAY = ZoneId.of("Asia/Tokyo");

    private final String root;
    private final ZoneId away;
    private final List<String> fields;
    private final List<String> procedures;
    private final Map<String, String> parents;

    /**
     * @param number of two digits, its own among all provinces of tests
     * @param away the zone of one branch
     */
    OwnProvince(int number, ZoneId away) {
        this.root = "K" + number;
        this.away = away;
        this.fields = List.of(root + "-HT", root + "-DD");
        this.procedures = IntStream.rangeClosed(1, 6)
                .mapToObj(last -> "9." + number + "000" + last)
                .toList();
        this.parents = parents();
    }

    String root() {
        return root;
    }

    List<String> fields() {
        return fields;
    }

    List<String> procedures() {
        return procedures;
    }

    List<String> units() {
        return List.copyOf(parents.keySet());
    }

    private Map<String, String> parents() {
        var parents = new LinkedHashMap<String, String>();
        parents.put(root, null);
        parents.put(root + ".1", root);
        parents.put(root + ".1.A", root + ".1");
        parents.put(root + ".2", root);
        parents.put(root + ".2.A", root + ".2");
        parents.put(root + ".2.B", root + ".2");
        parents.put(root + ".3", root);
        parents.put(root + ".3.A", root + ".3");
        return parents;
    }

    private String awayHoursCode() {
        return root + "-AWAY";
    }

    private String ended() {
        return root + ".2.B";
    }

    private Map<String, Map<String, String>> heirs() {
        return Map.of(ended(), Map.of(fields.get(0), root + ".1.A", fields.get(1), root + ".3.A"));
    }

    Places places() {
        var fieldOf = new HashMap<String, String>();
        for (int i = 0; i < procedures.size(); i++) {
            fieldOf.put(procedures.get(i), fields.get(i % 2));
        }
        return new Places(
                parents,
                Map.of(root + ".3", awayHoursCode()),
                Map.of("VN", HOME, awayHoursCode(), away),
                fieldOf,
                heirs());
    }

    void found() {
        put("/v1/units/" + root, unit(root));
        put("/v1/calendars/" + awayHoursCode(), awayHours());
        units().stream().skip(1).forEach(code -> put("/v1/units/" + code, unit(code)));
        fields.forEach(code -> put("/v1/fields/" + code, Map.of("name", "Lĩnh vực " + code)));
        var catalogue = catalogue();
        for (int i = 0; i < procedures.size(); i++) {
            put("/v1/procedures/" + procedures.get(i), procedure(fields.get(i % 2), catalogue.get(i)));
        }
    }

    /** One unit is split by field, on the last day played. */
    void split() throws InterruptedException {
        var parts = List.<Map<String, ?>>of(
                Map.of("unit", root + ".1.A", "fields", List.of(fields.get(0))), Map.of("unit", root + ".3.A"));
        Succeeding.done(root, ended(), Succeeding.by("SPLIT", "2026-06-30", parts));
    }

    private void put(String path, Object body) {
        create(as("catalogue", root), path, body).then().statusCode(201);
    }

    private Map<String, Object> unit(String code) {
        var unit = new HashMap<String, Object>();
        unit.put("name", "Đơn vị " + code);
        unit.put("level", code.equals(root) ? "PROVINCE" : "OTHER");
        unit.put("validFrom", "2025-01-01");
        if (parents.get(code) != null) {
            unit.put("parent", parents.get(code));
        }
        if (code.equals(root + ".3")) {
            unit.put("calendar", awayHoursCode());
        }
        return unit;
    }

    private Map<String, Object> awayHours() {
        var shifts = new HashMap<String, Object>();
        for (var day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY")) {
            shifts.put(day, List.of(Map.of("from", "08:00", "to", "12:00"), Map.of("from", "13:00", "to", "16:00")));
        }
        return Map.of(
                "name", "Giờ nơi xa",
                "zone", away.getId(),
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
