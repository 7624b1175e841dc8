package vn.motcua.dossier;

import static vn.motcua.access.Role.CLERK;
import static vn.motcua.access.Role.INTEGRATOR;
import static vn.motcua.access.Role.OFFICER;
import static vn.motcua.access.Role.SUPERVISOR;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.Set;
import vn.motcua.access.Caller;
import vn.motcua.http.HttpProblem;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;

/** On which side of a dossier the caller stands, and what may be done from there (design section 8). */
@RequestScoped
class Sides {

    private final Caller caller;
    private final Units units;
    private Set<String> reach;

    Sides(Caller caller, Units units) {
        this.caller = caller;
        this.units = units;
    }

    /** The codes of the caller's unit and everything below it. */
    Set<String> reach() {
        if (reach == null) {
            reach = units.subtree(caller.unit());
        }
        return reach;
    }

    /** Whether one of its units, or one it was ever handed to, is within reach. */
    boolean sees(Dossier dossier) {
        return dossier.units().contains(caller.unit()) || !Collections.disjoint(reach(), dossier.units());
    }

    /** Those who check papers and call people need them whole; who only follows the work does not. */
    boolean seesPeopleWhole(Dossier dossier) {
        return caller.is(OFFICER) || caller.is(CLERK) && receives(dossier);
    }

    void requireReceiving(Unit unit) {
        if (!reaches(unit)) {
            throw DossierProblem.UNIT_OUT_OF_REACH.because(unit.code());
        }
    }

    /** Most work at their own unit, and nothing has to be read to know it. */
    private boolean reaches(Unit unit) {
        var code = unit.code().value();
        return code.equals(caller.unit()) || reach().contains(code);
    }

    /** Everybody may read of the unit, but only its own may see its work. */
    void requireWithin(Unit unit) {
        if (!reaches(unit)) {
            throw HttpProblem.NOT_ALLOWED.because();
        }
    }

    void require(Step step, Dossier dossier) {
        if (!mayTake(step, dossier)) {
            throw DossierProblem.SIDE_FORBIDS.because(step.path());
        }
    }

    private boolean mayTake(Step step, Dossier dossier) {
        return switch (step) {
            case ACCEPTANCE, WITHDRAWAL, RETURN -> receives(dossier) && caller.is(CLERK);
            case SUPPLEMENT, PAYMENT -> receives(dossier) && (caller.is(CLERK) || caller.is(INTEGRATOR));
            case REFUSAL -> mayRefuse(dossier);
            case SUPPLEMENT_REQUEST ->
                holds(dossier) && caller.is(OFFICER) || isSubmitted(dossier) && receives(dossier) && caller.is(CLERK);
            case PAYMENT_REQUEST, SUSPENSION, RESUMPTION, EXTENSION, RESULT -> holds(dossier) && caller.is(OFFICER);
            case HAND_OVER -> holds(dossier) && caller.is(CLERK);
            case CORRECTION -> answersFor(dossier) && caller.is(SUPERVISOR);
        };
    }

    private boolean mayRefuse(Dossier dossier) {
        return dossier.standing().status == Status.AWAITING_SUPPLEMENT
                ? holds(dossier) && caller.is(OFFICER)
                : receives(dossier) && caller.is(CLERK);
    }

    private boolean answersFor(Dossier dossier) {
        return reach().contains(dossier.papers().competentNow())
                || reach().contains(dossier.papers().receivingNow());
    }

    /** A unit that has ended receives no more; its heir does. */
    private boolean receives(Dossier dossier) {
        return reach().contains(dossier.papers().receivingNow())
                || reach().contains(dossier.papers().handInNow());
    }

    private boolean holds(Dossier dossier) {
        return reach().contains(dossier.currentUnit());
    }

    private static boolean isSubmitted(Dossier dossier) {
        return dossier.standing().status == Status.SUBMITTED;
    }
}
