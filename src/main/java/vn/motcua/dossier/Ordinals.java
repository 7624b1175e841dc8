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

    /**
     * The next code nobody has yet; an import may have brought some. The row lock it takes lasts until the transaction
     * ends.
     */
    DossierCode next(UnitCode unit, LocalDate day) {
        while (true) {
            var drawn = draw(unit, day);
            if (!(Boolean) drawn[1]) {
                return DossierCode.of((String) drawn[0]);
            }
        }
    }

    /** A code, and whether it is taken. */
    private Object[] draw(UnitCode unit, LocalDate day) {
        return (Object[]) entities.createNativeQuery(
                        """
                        with drawn as (
                            insert into dossier_ordinal (unit, day, last) values (?1, ?2, 1)
                            on conflict (unit, day) do update set last = dossier_ordinal.last + 1
                            returning cast(last as text)),
                        given as (
                            select ?3 || lpad(last, greatest(4, length(last)), '0') code from drawn)
                        select code, exists (select 1 from dossier where dossier.code = given.code) from given""")
                .setParameter(1, unit.value())
                .setParameter(2, day)
                .setParameter(3, DossierCode.stem(unit, day))
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }
}
