package vn.motcua.dossier;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureVersion;

/**
 * All that a dossier is counted under after a correction, and the clock it runs on if it is still open.
 *
 * @param clock hours and terms of the corrected dossier
 */
record Correction(
        Kind kind,
        ProcedureVersion procedure,
        Optional<String> caseName,
        Channel channel,
        String competentUnit,
        List<String> competentPath,
        Clockwork clock) {

    /** What a correction sets right (design section 5). */
    @Schema(name = "CorrectionKind")
    enum Kind {
        /** Undoes the step that ended the dossier. */
        REOPEN,
        PROCEDURE,
        /** The competent unit. */
        UNIT,
        CHANNEL,
        /** What is said of one of its people. */
        PERSON,
        /** Entered twice or by mistake. */
        VOID
    }
}
