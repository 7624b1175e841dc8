package vn.motcua.dossier;

import java.util.Optional;
import vn.motcua.procedure.ProcedureVersion;

/** The procedure version, the case and the clock a dossier is received under. */
record Rules(ProcedureVersion procedure, Optional<String> caseName, Clockwork clock) {}
