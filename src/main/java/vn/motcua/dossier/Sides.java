package vn.motcua.dossier;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import vn.motcua.access.Caller;
import vn.motcua.access.Grant;
import vn.motcua.access.Relation;
import vn.motcua.access.Rights;
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
        return may(Rights.PEOPLE_WHOLE, dossier);
    }

    void requireReceiving(Unit unit) {
        if (!reaches(unit)) {
            throw DossierProblem.UNIT_OUT_OF_REACH.because(unit.code());
        }
    }

    private boolean reaches(Unit unit) {
        return reaches(unit.code().value());
    }

    /** Most work at their own unit, and nothing has to be read to know it. */
    private boolean reaches(String unit) {
        return unit.equals(caller.unit()) || reach().contains(unit);
    }

    /** Everybody may read of the unit, but only its own may see its work. */
    void requireWithin(Unit unit) {
        if (!reaches(unit)) {
            throw HttpProblem.NOT_ALLOWED.because();
        }
    }

    void require(Step step, Dossier dossier) {
        require(step.rights(), step.path(), dossier);
    }

    /** @param doing last part of the operation's path */
    void require(Rights rights, String doing, Dossier dossier) {
        if (!may(rights.grants(), dossier)) {
            throw DossierProblem.SIDE_FORBIDS.because(doing);
        }
    }

    private boolean may(List<Grant> grants, Dossier dossier) {
        return grants.stream()
                .anyMatch(grant ->
                        caller.has(grant) && isNow(grant.when(), dossier) && stands(grant.relation(), dossier));
    }

    private static boolean isNow(Grant.When when, Dossier dossier) {
        var status = dossier.standing().status;
        return switch (when) {
            case ALWAYS -> true;
            case SUBMITTED -> status == Status.SUBMITTED;
            case AWAITING_SUPPLEMENT -> status == Status.AWAITING_SUPPLEMENT;
            case NOT_AWAITING_SUPPLEMENT -> status != Status.AWAITING_SUPPLEMENT;
        };
    }

    private boolean stands(Relation relation, Dossier dossier) {
        return switch (relation) {
            case RECEIVES -> receives(dossier);
            case HOLDS -> holds(dossier);
            case ANSWERS -> answersFor(dossier);
            case SEES -> sees(dossier);
            default -> throw new IllegalStateException("A dossier knows nothing of " + relation);
        };
    }

    private boolean answersFor(Dossier dossier) {
        return reaches(dossier.papers().competentNow())
                || reaches(dossier.papers().receivingNow());
    }

    /** A unit that has ended receives no more; its heir does. */
    private boolean receives(Dossier dossier) {
        return reaches(dossier.papers().receivingNow())
                || reaches(dossier.papers().handInNow());
    }

    private boolean holds(Dossier dossier) {
        return reaches(dossier.currentUnit());
    }
}
