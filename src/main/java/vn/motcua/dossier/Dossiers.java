package vn.motcua.dossier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import vn.motcua.organization.UnitCode;

/** The dossiers as a collection. Whoever asks gets only what is within reach. */
@ApplicationScoped
class Dossiers implements PanacheRepositoryBase<Dossier, Long> {

    private static final String EXTERNAL_CODE_ONCE = "dossier_external_code_once_per_unit";

    private final Sides sides;
    private final History history;

    Dossiers(Sides sides, History history) {
        this.sides = sides;
        this.history = history;
    }

    /** The dossier with this code; to those it is out of reach for there is none. */
    Dossier require(DossierCode code) {
        return withCode(code).filter(sides::sees).orElseThrow(() -> DossierProblem.DOSSIER_UNKNOWN.because(code));
    }

    Optional<Dossier> withCode(DossierCode code) {
        return find("papers.code", code.value()).firstResultOptional();
    }

    Optional<Dossier> withExternalCode(UnitCode receivingUnit, String externalCode) {
        return find("papers.receivingUnit = ?1 and papers.externalCode = ?2", receivingUnit.value(), externalCode)
                .firstResultOptional();
    }

    void add(Dossier dossier, List<HistoryRow> rows) {
        persist(dossier);
        rows.forEach(row -> history.keep(dossier, row));
        try {
            flush();
        } catch (ConstraintViolationException taken) {
            if (EXTERNAL_CODE_ONCE.equals(taken.getConstraintName())) {
                throw DossierProblem.EXTERNAL_CODE_TAKEN.because(
                        dossier.papers().externalCode());
            }
            throw taken;
        }
    }

    /** The conditional UPDATE comes first: of two writers one changes the row, the other is told it is stale. */
    void change(Dossier dossier, HistoryRow row) {
        flush();
        history.keep(dossier, row);
        flush();
    }
}
