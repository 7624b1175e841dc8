package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureVersion;

/**
 * What is settled when a dossier is first recorded, and stays.
 *
 * @param namedDueAt an appointment made elsewhere, for an import
 * @param importFingerprint what the row of an import said, to know it again
 */
record Opening(
        DossierCode code,
        Optional<String> externalCode,
        Source source,
        ProcedureVersion procedure,
        Optional<String> caseName,
        Channel channel,
        Delivery delivery,
        UnitCode handInUnit,
        UnitCode receivingUnit,
        UnitCode competentUnit,
        List<String> receivingPath,
        List<String> competentPath,
        Optional<Instant> namedDueAt,
        Optional<String> importFingerprint,
        boolean lateEntry,
        PaperCount papers,
        Clockwork clock) {

    /** How many papers were handed in, and how many of them as data. */
    record PaperCount(int total, int digitised) {

        static final PaperCount NONE = new PaperCount(0, 0);
    }
}
