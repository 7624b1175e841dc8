package vn.motcua.dossier;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import vn.motcua.access.Keyring;

/**
 * Seals what earlier releases kept in plain text: of people, of import rows that still wait; and keys the fingerprints of
 * requests. In Java, for the database has no keys. Row by row from a cursor, in one transaction; in the end each table is
 * written anew, for a column that was merely dropped would still stand in the files of the database.
 */
@Singleton
public class V19__Seal_what_is_personal extends BaseJavaMigration {

    private static final int BATCH = 1000;

    private static final String BEFORE =
            """
            alter table dossier_person
                add column sealed bytea, add column key_id integer,
                add column identity_digest bytea, add column phone_digest bytea;
            alter table import_row add column sealed bytea, add column key_id integer""";

    private static final String PEOPLE =
            """
            select dossier, role, identity_number, phone, email, address, authorisation from dossier_person
            where num_nonnulls(identity_number, phone, email, address, authorisation) > 0""";

    private static final String SEAL_PERSON =
            """
            update dossier_person set sealed = ?, key_id = ?, identity_digest = ?, phone_digest = ?
            where dossier = ? and role = ?""";

    private static final String WAITING_ROWS = "select job, row, line from import_row where outcome is null";
    private static final String SEAL_ROW = "update import_row set sealed = ?, key_id = ? where job = ? and row = ?";

    private static final String REQUESTS = "select caller, key, fingerprint from idempotency_key";
    private static final String KEY_REQUEST = "update idempotency_key set fingerprint = ? where caller = ? and key = ?";

    /** The using clauses change nothing, and make the table be written anew. */
    private static final String AFTER =
            """
            drop index dossier_person_by_identity;
            drop index dossier_person_by_phone;
            alter table dossier_person
                drop column identity_number, drop column phone, drop column email, drop column address,
                drop column authorisation,
                alter column key_id type integer using key_id + 0,
                add constraint dossier_person_sealed_with_a_key check ((sealed is null) = (key_id is null)),
                add constraint dossier_person_found_by_what_is_sealed check (
                    sealed is not null or identity_digest is null and phone_digest is null);
            create index dossier_person_search_by_identity on dossier_person (identity_digest)
                where identity_digest is not null;
            create index dossier_person_search_by_phone on dossier_person (phone_digest) where phone_digest is not null;
            alter table import_row
                drop column line,
                alter column key_id type integer using key_id + 0,
                add constraint import_row_sealed_with_a_key check ((sealed is null) = (key_id is null)),
                add constraint import_row_says_nothing_once_done check ((sealed is null) = (outcome is not null));
            alter table idempotency_key alter column fingerprint type text using fingerprint || ''""";

    private final Path file;
    private Keyring keys;

    public V19__Seal_what_is_personal(@ConfigProperty(name = "motcua.keys") Path file) {
        this.file = file;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        execute(connection, BEFORE);
        change(connection, PEOPLE, SEAL_PERSON, this::person);
        change(connection, WAITING_ROWS, SEAL_ROW, this::row);
        change(connection, REQUESTS, KEY_REQUEST, this::request);
        execute(connection, AFTER);
    }

    private void person(ResultSet found, PreparedStatement change) throws SQLException {
        var dossier = found.getLong(1);
        var role = Person.Role.valueOf(found.getString(2));
        var said = new Particulars(
                found.getString(3), found.getString(4), found.getString(5), found.getString(6), found.getString(7));
        var sealed = SealedParticulars.of(said, Person.place(dossier, role), keys);
        change.setBytes(1, sealed.sealed());
        change.setInt(2, sealed.keyId());
        change.setBytes(3, sealed.identityDigest());
        change.setBytes(4, sealed.phoneDigest());
        change.setLong(5, dossier);
        change.setString(6, role.name());
    }

    private void row(ResultSet found, PreparedStatement change) throws SQLException {
        var place = "import/" + found.getString(1) + "/" + found.getInt(2);
        var sealed = keys.seal(place, found.getString(3).getBytes(StandardCharsets.UTF_8));
        change.setBytes(1, sealed.bytes());
        change.setInt(2, sealed.key());
        change.setObject(3, found.getObject(1));
        change.setInt(4, found.getInt(2));
    }

    private void request(ResultSet found, PreparedStatement change) throws SQLException {
        change.setString(1, HexFormat.of().formatHex(keys.digest(Keyring.REQUEST, found.getString(3))));
        change.setString(2, found.getString(1));
        change.setString(3, found.getString(2));
    }

    /** Reads from a cursor and writes batch by batch; the cursor does not see what is written. */
    private void change(Connection connection, String which, String how, Change each) throws SQLException {
        try (var asked = connection.createStatement();
                var change = connection.prepareStatement(how)) {
            asked.setFetchSize(BATCH);
            var found = asked.executeQuery(which);
            var waiting = 0;
            while (found.next()) {
                require(connection);
                each.bind(found, change);
                change.addBatch();
                if (++waiting % BATCH == 0) {
                    change.executeBatch();
                }
            }
            change.executeBatch();
        }
    }

    /** A database with nothing in it needs no keys yet. */
    private void require(Connection connection) throws SQLException {
        if (keys == null) {
            keys = Keyring.of(file, connection);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Change {

        void bind(ResultSet found, PreparedStatement change) throws SQLException;
    }
}
