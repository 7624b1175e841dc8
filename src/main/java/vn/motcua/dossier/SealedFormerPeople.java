package vn.motcua.dossier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import vn.motcua.access.Keyring;
import vn.motcua.access.SealedTable;

/** What people were said to be before they were corrected, sealed again when the keys change. */
@ApplicationScoped
class SealedFormerPeople implements SealedTable {

    private static final int BATCH = 500;

    private final EntityManager entities;
    private final Keyring keys;

    SealedFormerPeople(EntityManager entities, Keyring keys) {
        this.entities = entities;
        this.keys = keys;
    }

    @Override
    public String holds() {
        return "People before they were corrected";
    }

    @Override
    public long sealAgain() {
        var sealed = 0L;
        for (var some = batch(); some > 0; some = batch()) {
            sealed += some;
        }
        return sealed;
    }

    @SuppressWarnings("unchecked")
    private int batch() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<FormerPerson> rows = entities.createNativeQuery(
                            "select * from dossier_person_former where key_id <> ?1 limit ?2 for update skip locked",
                            FormerPerson.class)
                    .setParameter(1, keys.first())
                    .setParameter(2, BATCH)
                    .getResultList();
            rows.forEach(row -> row.sealAgain(keys));
            return rows.size();
        });
    }

    @Override
    public long sealedEarlier() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("select count(*) from FormerPerson where keyId <> ?1", Long.class)
                        .setParameter(1, keys.first())
                        .getSingleResult());
    }
}
