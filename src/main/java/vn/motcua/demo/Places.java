package vn.motcua.demo;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.organization.UnitCode;

/**
 * The units of the demo province, upper ones first.
 *
 * @param successions who goes on with the work of a unit that ends
 */
record Places(List<Place> units, List<Succession> successions) {

    Place root() {
        return units.get(0);
    }

    /** One of the desks of these kinds that are open on the date. */
    Place desk(List<String> kinds, LocalDate date, Chance chance) {
        var open = units.stream()
                .filter(place -> place.desk() != null && kinds.contains(place.desk()))
                .filter(place -> place.isInForce(date))
                .toList();
        return chance.oneOf(open, Place::visitors);
    }

    boolean isInForce(UnitCode code, LocalDate date) {
        return require(code).isInForce(date);
    }

    UnitCode successor(UnitCode ended) {
        return successions.stream()
                .filter(succession -> succession.unit.equals(ended))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody succeeds " + ended))
                .successors
                .get(0);
    }

    private Place require(UnitCode code) {
        return units.stream()
                .filter(place -> place.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo province has no unit " + code));
    }

    /** From the date on the successors do what the unit did; the first of them takes over what is open. */
    record Succession(UnitCode unit, LocalDate on, List<UnitCode> successors) {}
}
