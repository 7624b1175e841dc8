package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.LocalDate;
import vn.motcua.organization.UnitCode;

/** Gives codes: one after another at each unit on each local day, under any number of desks. */
@ApplicationScoped
class Ordinals {

    private final EntityManager entities;

    Ordinals(EntityManager entities) {
        this.entities = entities;
    }

    /** The next code nobody has yet. The row lock it takes lasts until the transaction ends. */
    DossierCode next(UnitCode unit, LocalDate day) {
        while (true) {
            var code = DossierCode.of(unit, day, allocate(unit, day));
            if (!isTaken(code)) {
                return code;
            }
        }
    }

    private int allocate(UnitCode unit, LocalDate day) {
        return ((Number) entities.createNativeQuery(
                                """
                                insert into dossier_ordinal (unit, day, last) values (?1, ?2, 1)
                                on conflict (unit, day) do update set last = dossier_ordinal.last + 1
                                returning last""")
                        .setParameter(1, unit.value())
                        .setParameter(2, day)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getSingleResult())
                .intValue();
    }

    /** An import may have brought codes of this form. */
    private boolean isTaken(DossierCode code) {
        return !entities.createNativeQuery("select 1 from dossier where code = ?1")
                .setParameter(1, code.value())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .isEmpty();
    }
}
