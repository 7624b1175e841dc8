package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The units that now stand in the places of those at receipt; null where that is still the same one. */
@Embeddable
class Heirs {

    private String handInHeir;
    private String receivingHeir;
    private String competentHeir;

    String handIn(String atReceipt) {
        return now(handInHeir, atReceipt);
    }

    String receiving(String atReceipt) {
        return now(receivingHeir, atReceipt);
    }

    String competent(String atReceipt) {
        return now(competentHeir, atReceipt);
    }

    String competentHeir() {
        return competentHeir;
    }

    /** Another unit answers for the dossier, and has from its receipt. */
    void forgetCompetent() {
        competentHeir = null;
    }

    /** Puts the heir wherever the unit that ends stands now, and tells where that was. */
    List<Place> pass(Heir heir, Papers papers) {
        var places = new ArrayList<Place>();
        if (heir.replaces(papers.handInNow())) {
            handInHeir = heir.unit();
            places.add(Place.HAND_IN);
        }
        if (heir.replaces(papers.receivingNow())) {
            receivingHeir = heir.unit();
            places.add(Place.RECEIVING);
        }
        if (heir.replaces(papers.competentNow())) {
            competentHeir = heir.unit();
            places.add(Place.COMPETENT);
        }
        return places;
    }

    private static String now(String heir, String atReceipt) {
        return heir == null ? atReceipt : heir;
    }

    /** What a unit is to a dossier. */
    enum Place {
        HAND_IN,
        RECEIVING,
        COMPETENT,
        CURRENT
    }

    /** As shown; null where no unit was succeeded. */
    View shown() {
        var none = handInHeir == null && receivingHeir == null && competentHeir == null;
        return none ? null : new View(handInHeir, receivingHeir, competentHeir);
    }

    @Schema(
            name = "DossierHeirs",
            description = "Units that took the place of those at receipt; each where there is one")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            @Schema(nullable = true) String handInUnit,
            @Schema(nullable = true) String receivingUnit,
            @Schema(nullable = true) String competentUnit) {}
}
