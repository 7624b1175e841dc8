package vn.motcua.dossier;

import java.util.Map;
import java.util.Objects;

/**
 * A dossier that is there: what it is known by, and what the import that brought it said.
 *
 * @param renamed whether the applicant was corrected or let go of since, so that the name is not what the import said
 */
record KnownPast(String code, String fingerprint, String unit, String externalCode, String applicant, boolean renamed) {

    static KnownPast of(Object[] row) {
        return new KnownPast(
                (String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (Boolean) row[5]);
    }

    static KnownPast of(DossierCode code, PastDossier row) {
        return new KnownPast(
                code.value(),
                row.fingerprint(),
                row.receivingUnit().value(),
                row.externalCode(),
                row.applicantName(),
                false);
    }

    void putInto(Map<String, KnownPast> known) {
        known.put(code, this);
        if (externalCode != null) {
            known.put(unit + "/" + externalCode, this);
        }
    }

    boolean says(PastDossier row) {
        return row.fingerprint().equals(fingerprint) && (renamed || Objects.equals(row.applicantName(), applicant));
    }
}
