package vn.motcua.organization;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import vn.motcua.http.HttpProblem;

/** How far the role {@code catalogue} reaches. */
@ApplicationScoped
public class CatalogueRights {

    private final SecurityIdentity caller;
    private final Units units;

    CatalogueRights(SecurityIdentity caller, Units units) {
        this.caller = caller;
        this.units = units;
    }

    /** Procedures, fields and calendars belong to no unit: only from the top of a tree may they be changed. */
    public void requireOverAll() {
        var own = units.find(UnitCode.of(callerUnit()));
        refuseUnless(own.flatMap(Unit::parent).isEmpty());
    }

    /** A new unit goes below the caller's; the caller's own may be founded, as a root. */
    void requireToFound(UnitCode code, Optional<UnitCode> parent) {
        refuseUnless(
                parent.isEmpty()
                        ? code.value().equals(callerUnit())
                        : units.reaches(callerUnit(), parent.get().value()));
    }

    /** A unit stays within the caller's subtree; the caller's own stays where it is. */
    void requireToChange(Unit unit, Optional<UnitCode> parent) {
        var own = unit.code().value().equals(callerUnit());
        var stays = unit.parent().equals(parent.map(UnitCode::value));
        refuseUnless(
                own
                        ? stays
                        : reaches(unit.code()) && parent.filter(this::reaches).isPresent());
    }

    /** Both a unit that ends and those that take its place lie within the caller's subtree. */
    void requireOver(UnitCode code) {
        refuseUnless(reaches(code));
    }

    private boolean reaches(UnitCode code) {
        return units.reaches(callerUnit(), code.value());
    }

    private String callerUnit() {
        String unit = caller.getAttribute("unit");
        refuseUnless(unit != null);
        return unit;
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw HttpProblem.NOT_ALLOWED.because();
        }
    }
}
