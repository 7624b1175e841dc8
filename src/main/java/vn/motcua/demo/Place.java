package vn.motcua.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import vn.motcua.organization.UnitCode;

/**
 * A unit of the demo province.
 *
 * @param desk the kind of desk it keeps; none where nobody hands in anything
 * @param land its branch of the land registration office
 * @param share how many come there, beside the other desks; 1 where it is not said
 * @param unit what is said about it, as the API takes it
 */
record Place(UnitCode code, String desk, String land, Double share, JsonNode unit) {

    boolean isInForce(LocalDate date) {
        var ends = unit.path("validTo");
        return !date.isBefore(LocalDate.parse(unit.path("validFrom").asText()))
                && (ends.isMissingNode() || !date.isAfter(LocalDate.parse(ends.asText())));
    }

    double visitors() {
        return share == null ? 1 : share;
    }
}
