package vn.motcua.oracle;

import java.time.ZoneId;
import java.util.Map;

/**
 * What histories do not hold: the tree of units, the hours each keeps, the fields of procedures.
 *
 * @param parents unit above, by unit; the root has none
 * @param calendars calendar of its own, by unit
 * @param zones by calendar
 * @param fields by procedure
 * @param heirs who took the place of a unit, by field
 */
record Places(
        Map<String, String> parents,
        Map<String, String> calendars,
        Map<String, ZoneId> zones,
        Map<String, String> fields,
        Map<String, Map<String, String>> heirs) {

    /** The unit that stands in the place of this one now, for dossiers of a procedure. */
    String heir(String unit, String procedure) {
        return heirs.getOrDefault(unit, Map.of()).getOrDefault(fields.get(procedure), unit);
    }

    boolean isWithin(String unit, String top) {
        for (var above = unit; above != null; above = parents.get(above)) {
            if (above.equals(top)) {
                return true;
            }
        }
        return false;
    }

    /** The zone of the unit's calendar: its own, else the nearest up the tree, last the national one. */
    ZoneId zoneOf(String unit) {
        for (var above = unit; above != null; above = parents.get(above)) {
            if (calendars.containsKey(above)) {
                return zones.get(calendars.get(above));
            }
        }
        return zones.get("VN");
    }
}
