package vn.motcua.procedure;

import static vn.motcua.procedure.ProcedureProblem.FIELD_UNKNOWN;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** All fields. */
@ApplicationScoped
class Fields implements PanacheRepositoryBase<Field, String> {

    Field require(String code) {
        return findByIdOptional(code).orElseThrow(() -> FIELD_UNKNOWN.because(code));
    }
}
