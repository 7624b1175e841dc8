package vn.motcua.dossier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Session;
import vn.motcua.access.Keyring;
import vn.motcua.access.SealedTable;

/** The people of dossiers, sealed again when the keys change. */
@ApplicationScoped
class SealedPeople implements SealedTable {

    private static final int BATCH = 500;

    private static final String SEAL =
            """
            update dossier_person set sealed = ?, key_id = ?, identity_digest = ?, phone_digest = ?
            where dossier = ? and role = ?""";

    private final EntityManager entities;
    private final Keyring keys;

    SealedPeople(EntityManager entities, Keyring keys) {
        this.entities = entities;
        this.keys = keys;
    }

    @Override
    public String holds() {
        return "People of dossiers";
    }

    @Override
    public long sealAgain() {
        var walk = new Walk();
        while (walk.goesOn) {
            QuarkusTransaction.requiringNew().timeout(600).run(walk::batch);
        }
        return walk.sealed;
    }

    @Override
    public long sealedEarlier() {
        return QuarkusTransaction.requiringNew().timeout(600).call(() -> ((Number)
                        entities.createNativeQuery("select count(*) from dossier_person where key_id <> ?1")
                                .setParameter(1, keys.first())
                                .getSingleResult())
                .longValue());
    }

    /** Once through the table in the order of its key, however large it is. */
    private final class Walk {

        private long dossier = -1;
        private String role = "";
        private long sealed;
        private boolean goesOn = true;

        @SuppressWarnings("unchecked")
        void batch() {
            List<Object[]> rows = entities.createNativeQuery(
                            """
                            select dossier, role, sealed from dossier_person
                            where (dossier, role) > (?1, ?2) and key_id <> ?3
                            order by dossier, role limit ?4 for update skip locked""")
                    .setParameter(1, dossier)
                    .setParameter(2, role)
                    .setParameter(3, keys.first())
                    .setParameter(4, BATCH)
                    .getResultList();
            entities.unwrap(Session.class).doWork(connection -> sealAgain(connection, rows));
            sealed += rows.size();
            goesOn = !rows.isEmpty();
        }

        private void sealAgain(Connection connection, List<Object[]> rows) throws SQLException {
            try (var change = connection.prepareStatement(SEAL)) {
                for (var row : rows) {
                    dossier = ((Number) row[0]).longValue();
                    role = (String) row[1];
                    bind(change, (byte[]) row[2]);
                    change.addBatch();
                }
                change.executeBatch();
            }
        }

        private void bind(PreparedStatement change, byte[] sealedEarlier) throws SQLException {
            var place = Person.place(dossier, Person.Role.valueOf(role));
            var said = SealedParticulars.open(sealedEarlier, place, keys);
            var anew = SealedParticulars.of(said, place, keys);
            change.setBytes(1, anew.sealed());
            change.setInt(2, anew.keyId());
            change.setBytes(3, anew.identityDigest());
            change.setBytes(4, anew.phoneDigest());
            change.setLong(5, dossier);
            change.setString(6, role);
        }
    }
}
