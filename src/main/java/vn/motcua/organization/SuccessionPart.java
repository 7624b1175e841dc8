package vn.motcua.organization;

import jakarta.persistence.Embeddable;
import java.util.List;

/** One successor and its rule. */
@Embeddable
class SuccessionPart {

    private String successor;
    private List<String> fields;
    private List<String> procedures;
    private List<String> areas;
    private List<String> handInUnits;

    protected SuccessionPart() {}

    SuccessionPart(SuccessionForm.Part said) {
        successor = said.unit().value();
        fields = said.fields();
        procedures = said.procedures();
        areas = said.areas();
        handInUnits = said.handInUnits() == null
                ? null
                : said.handInUnits().stream().map(UnitCode::value).toList();
    }

    /** Each condition given has to fit; the applicant's area may not be known. */
    boolean fits(String field, String procedure, String area, String handInUnit) {
        return isAmong(fields, field)
                && isAmong(procedures, procedure)
                && isAmong(areas, area)
                && isAmong(handInUnits, handInUnit);
    }

    private static boolean isAmong(List<String> wanted, String value) {
        return wanted == null || value != null && wanted.contains(value);
    }

    String successor() {
        return successor;
    }

    List<String> fields() {
        return fields;
    }

    List<String> procedures() {
        return procedures;
    }

    List<String> areas() {
        return areas;
    }

    List<String> handInUnits() {
        return handInUnits;
    }
}
