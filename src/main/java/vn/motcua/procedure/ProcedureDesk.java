package vn.motcua.procedure;

import static vn.motcua.procedure.ProcedureProblem.PROCEDURE_FIELD_UNKNOWN;
import static vn.motcua.procedure.ProcedureProblem.PROCEDURE_UNKNOWN;
import static vn.motcua.procedure.ProcedureProblem.PROCEDURE_VERSIONS_OVERLAP;
import static vn.motcua.procedure.ProcedureProblem.PROCEDURE_VERSION_USED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.http.Database;
import vn.motcua.http.EntityTags;
import vn.motcua.http.HttpProblem;
import vn.motcua.organization.CatalogueRights;
import vn.motcua.problem.Problem;

/** What a keeper of the catalogue can do with procedures: begin a version, say it anew, or end it. */
@ApplicationScoped
@Transactional
class ProcedureDesk {

    private final Procedures procedures;
    private final CatalogueRights rights;

    ProcedureDesk(Procedures procedures, CatalogueRights rights) {
        this.procedures = procedures;
        this.rights = rights;
    }

    Procedure create(ProcedureCode code, ProcedureForm form) {
        rights.requireOverAll();
        var procedure = new Procedure(code);
        keep(() -> procedures.persist(procedure), broken -> switch (broken) {
            case "procedure_pkey" -> HttpProblem.ALREADY_EXISTS.because(code);
            default -> null;
        });
        add(code, form);
        return procedure;
    }

    /**
     * Makes the version valid from the form's date, or puts the form in the place of the version that is. An earlier
     * version without an end is ended the day before.
     */
    Procedure change(ProcedureCode code, String ifMatch, ProcedureForm form) {
        rights.requireOverAll();
        var procedure = procedures
                .findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> PROCEDURE_UNKNOWN.because(code));
        EntityTags.require(ifMatch, procedure.version());
        procedure.changed();
        var same = procedures.versions(code).stream()
                .filter(version -> version.validFrom().equals(form.validFrom()))
                .findFirst();
        if (same.filter(version -> version.differsOnlyInItsEnd(form)).isPresent()) {
            end(same.get(), form);
        } else {
            same.ifPresent(this::remove);
            endTheOneBefore(code, form);
            add(code, form);
        }
        return procedure;
    }

    private void endTheOneBefore(ProcedureCode code, ProcedureForm form) {
        procedures.versions(code).stream()
                .filter(version -> version.validTo().isEmpty())
                .filter(version -> version.validFrom().isBefore(form.validFrom()))
                .forEach(version -> version.endOn(form.validFrom().minusDays(1)));
    }

    private void end(ProcedureVersion version, ProcedureForm form) {
        keep(() -> version.endOn(form.validTo()), broken -> refusal(broken, form));
    }

    private void add(ProcedureCode code, ProcedureForm form) {
        keep(
                () -> procedures.getEntityManager().persist(new ProcedureVersion(code, form)),
                broken -> refusal(broken, form));
    }

    private static Problem refusal(String broken, ProcedureForm form) {
        return switch (broken) {
            case "procedure_version_once" -> PROCEDURE_VERSIONS_OVERLAP.because(form.validFrom());
            case "procedure_version_field" -> PROCEDURE_FIELD_UNKNOWN.because(form.field());
            default -> null;
        };
    }

    /** Whatever still refers to the version keeps it: the database says so, whoever refers to it. */
    private void remove(ProcedureVersion version) {
        keep(
                () -> procedures.getEntityManager().remove(version),
                broken -> PROCEDURE_VERSION_USED.because(version.validFrom()));
    }

    private void keep(Runnable change, Function<String, Problem> refusal) {
        try {
            procedures.flush();
            change.run();
            procedures.flush();
        } catch (PersistenceException refused) {
            Optional<Problem> reason = Database.brokenConstraint(refused).map(refusal);
            throw reason.isPresent() ? reason.get() : refused;
        }
    }
}
