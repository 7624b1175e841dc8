package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import vn.motcua.organization.Succession;

/**
 * The unit that takes over a dossier from one that ends.
 *
 * @param rule number of the rule of a split that chose it; else null
 */
record Heir(Succession succession, String unit, Integer rule) {

    static Heir of(Succession succession, Estate.Line left) {
        var chosen = succession.successorOf(left.field(), left.procedure(), left.area(), left.handInUnit());
        return new Heir(succession, chosen.unit(), chosen.rule());
    }

    boolean replaces(String code) {
        return succession.unit().equals(code);
    }

    DossierEvent passedOn(List<Heirs.Place> places) {
        return new DossierEvent.PassedOn(
                succession.unit(),
                unit,
                succession.kind(),
                succession.date(),
                rule,
                places,
                Map.of("legalBasis", succession.legalBasis()));
    }
}
