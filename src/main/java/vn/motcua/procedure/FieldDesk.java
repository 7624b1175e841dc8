package vn.motcua.procedure;

import static vn.motcua.procedure.ProcedureProblem.FIELD_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import vn.motcua.http.Database;
import vn.motcua.http.EntityTags;
import vn.motcua.http.HttpProblem;
import vn.motcua.organization.CatalogueRights;

/** What a keeper of the catalogue can do with fields. */
@ApplicationScoped
@Transactional
class FieldDesk {

    private final Fields fields;
    private final CatalogueRights rights;

    FieldDesk(Fields fields, CatalogueRights rights) {
        this.fields = fields;
        this.rights = rights;
    }

    Field create(String code, FieldForm form) {
        rights.requireOverAll();
        var field = new Field(code, form.name());
        try {
            fields.persistAndFlush(field);
        } catch (PersistenceException refused) {
            throw Database.brokenConstraint(refused)
                            .filter("field_pkey"::equals)
                            .isPresent()
                    ? HttpProblem.ALREADY_EXISTS.because(code)
                    : refused;
        }
        return field;
    }

    Field rename(String code, String ifMatch, FieldForm form) {
        rights.requireOverAll();
        var field = fields.findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> FIELD_UNKNOWN.because(code));
        EntityTags.require(ifMatch, field.version());
        field.rename(form.name());
        fields.flush();
        return field;
    }
}
