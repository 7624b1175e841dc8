package vn.motcua.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Which keys a database has been sealed with, by id, so that no service starts without one of them. */
final class SealingKeys {

    private SealingKeys() {}

    /** Those on record; two services that start at once do so one after the other. */
    static Set<Integer> on(Connection connection) throws SQLException {
        var ids = new HashSet<Integer>();
        try (var asked = connection.createStatement()) {
            asked.execute("select pg_advisory_xact_lock(hashtext('sealing_key'))");
            var found = asked.executeQuery("select id from sealing_key");
            while (found.next()) {
                ids.add(found.getInt(1));
            }
        }
        return ids;
    }

    static void add(Connection connection, int id) throws SQLException {
        try (var adding =
                connection.prepareStatement("insert into sealing_key (id) values (?) on conflict do nothing")) {
            adding.setInt(1, id);
            adding.executeUpdate();
        }
    }
}
