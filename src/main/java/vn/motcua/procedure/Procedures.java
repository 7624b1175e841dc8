package vn.motcua.procedure;

import static vn.motcua.procedure.ProcedureProblem.PROCEDURE_NOT_IN_FORCE;
import static vn.motcua.procedure.ProcedureProblem.PROCEDURE_UNKNOWN;
import static vn.motcua.procedure.ProcedureProblem.PROCEDURE_VERSION_UNKNOWN;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.motcua.problem.Problem;

/** The catalogue of procedures, in all their versions. */
@ApplicationScoped
public class Procedures implements PanacheRepositoryBase<Procedure, String> {

    /** The version in force on a date. */
    public ProcedureVersion requireInForce(ProcedureCode code, LocalDate date) {
        return inForce(code, date).orElseThrow(() -> noneInForce(code, date));
    }

    /** Every version of these procedures, of each the oldest first; what is unknown has none. */
    public List<ProcedureVersion> versions(Collection<ProcedureCode> codes) {
        return getEntityManager()
                .createQuery("from ProcedureVersion where procedure in ?1 order by validFrom", ProcedureVersion.class)
                .setParameter(1, codes.stream().map(ProcedureCode::value).toList())
                .getResultList();
    }

    /** A version by its id, as dossiers refer to it. */
    public ProcedureVersion version(long id) {
        return Optional.ofNullable(getEntityManager().find(ProcedureVersion.class, id))
                .orElseThrow(() -> PROCEDURE_VERSION_UNKNOWN.because(id));
    }

    Procedure require(ProcedureCode code) {
        return findByIdOptional(code.value()).orElseThrow(() -> PROCEDURE_UNKNOWN.because(code));
    }

    private Problem noneInForce(ProcedureCode code, LocalDate date) {
        return PROCEDURE_NOT_IN_FORCE.because(require(code).code(), date);
    }

    private Optional<ProcedureVersion> inForce(ProcedureCode code, LocalDate date) {
        return getEntityManager()
                .createQuery(
                        """
                        from ProcedureVersion
                        where procedure = ?1 and validFrom <= ?2 and (validTo is null or validTo >= ?2)""",
                        ProcedureVersion.class)
                .setParameter(1, code.value())
                .setParameter(2, date)
                .getResultStream()
                .findFirst();
    }

    /** Every version of a procedure, the oldest first. */
    List<ProcedureVersion> versions(ProcedureCode code) {
        return versions(List.of(code));
    }

    /**
     * Each procedure by code, after the given one, with the version in force on a date or else its newest; of one
     * field where it is given.
     */
    List<ProcedureVersion> list(String field, LocalDate date, String after, int most) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        select shown.* from procedure join lateral (
                            select * from procedure_version where procedure = procedure.code
                            order by daterange(valid_from, valid_to, '[]') @> cast(?1 as date) desc, valid_from desc
                            limit 1) shown on true
                        where procedure.code > ?2 and (cast(?3 as text) is null or shown.field = ?3)
                        order by procedure.code limit ?4""",
                        ProcedureVersion.class)
                .setParameter(1, date)
                .setParameter(2, after)
                .setParameter(3, field)
                .setParameter(4, most)
                .getResultList();
    }
}
