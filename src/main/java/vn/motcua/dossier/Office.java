package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.calendar.KeptCalendar;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitCode;

/**
 * A unit as a place where dossiers are received or answered for.
 *
 * @param path the codes from the root of the tree down to the unit
 * @param hours the newest version of the calendar its clocks run on
 */
record Office(Unit unit, List<String> path, KeptCalendar hours) {

    UnitCode code() {
        return unit.code();
    }

    void requireInForce(LocalDate date) {
        if (!unit.isInForce(date)) {
            throw DossierProblem.UNIT_NOT_IN_FORCE.because(code(), date);
        }
    }
}
