package vn.motcua.organization;

import static vn.motcua.organization.OrganizationProblem.AREA_CODE_TAKEN;
import static vn.motcua.organization.OrganizationProblem.PARENT_UNKNOWN;
import static vn.motcua.organization.OrganizationProblem.UNIT_BELOW_ITSELF;
import static vn.motcua.organization.OrganizationProblem.UNIT_CALENDAR_UNKNOWN;
import static vn.motcua.organization.OrganizationProblem.UNIT_SUCCEEDED;
import static vn.motcua.organization.OrganizationProblem.UNIT_TAKES_OVER;
import static vn.motcua.organization.OrganizationProblem.UNIT_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.motcua.http.Database;
import vn.motcua.http.EntityTags;
import vn.motcua.http.HttpProblem;

/** What a keeper of the catalogue can do with units: found one, or say anew all that is said about it. */
@ApplicationScoped
@Transactional
class UnitDesk {

    private final Units units;
    private final Successions successions;
    private final CatalogueRights rights;

    UnitDesk(Units units, Successions successions, CatalogueRights rights) {
        this.units = units;
        this.successions = successions;
        this.rights = rights;
    }

    Unit found(UnitCode code, UnitForm form) {
        rights.requireToFound(code, Optional.ofNullable(form.parent()));
        var unit = new Unit(code, form, parentOf(code, form));
        return kept(() -> units.persist(unit), unit, form);
    }

    Unit change(UnitCode code, String ifMatch, UnitForm form) {
        units.keepFromMoving();
        var unit = units.findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> UNIT_UNKNOWN.because(code));
        rights.requireToChange(unit, Optional.ofNullable(form.parent()));
        EntityTags.require(ifMatch, unit.version());
        requireKeepsSuccessions(code, form);
        var parent = parentOf(code, form);
        return kept(() -> unit.describe(form, parent), unit, form);
    }

    /** What a succession has settled, a change of the unit leaves as it is. */
    private void requireKeepsSuccessions(UnitCode code, UnitForm form) {
        successions.of(code).map(Succession::lastDay).ifPresent(lastDay -> {
            if (!lastDay.equals(form.validTo())) {
                throw UNIT_SUCCEEDED.because(code, lastDay);
            }
        });
        successions.takesOverOn(code).stream()
                .filter(day -> !form.isInForce(day))
                .forEach(day -> {
                    throw UNIT_TAKES_OVER.because(code, day);
                });
    }

    /** The unit above, held so that it does not move to another tree meanwhile. */
    private Optional<Unit> parentOf(UnitCode code, UnitForm form) {
        if (form.parent() == null) {
            return Optional.empty();
        }
        if (units.reaches(code.value(), form.parent().value())) {
            throw UNIT_BELOW_ITSELF.because(code);
        }
        return Optional.of(units.findByIdOptional(form.parent().value(), LockModeType.PESSIMISTIC_READ)
                .orElseThrow(() -> PARENT_UNKNOWN.because(form.parent())));
    }

    private Unit kept(Runnable change, Unit unit, UnitForm form) {
        try {
            change.run();
            units.flush();
            return unit;
        } catch (PersistenceException refused) {
            throw switch (Database.brokenConstraint(refused).orElse("")) {
                case "unit_pkey", "unit_with_root" -> HttpProblem.ALREADY_EXISTS.because(unit.code());
                case "unit_area_code_once" -> AREA_CODE_TAKEN.because(form.areaCode());
                case "unit_calendar" -> UNIT_CALENDAR_UNKNOWN.because(form.calendar());
                default -> refused;
            };
        }
    }
}
