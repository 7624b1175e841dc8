package vn.motcua;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The role the service works in: it owns nothing, and gets its rights from {@link Grants}. */
record ServiceRole(String name) {

    static ServiceRole named(String name) {
        return new ServiceRole(name);
    }

    /** Made where there is none yet, as in a folder of an earlier release. */
    void in(DataSource server) throws IOException {
        try (var connection = server.getConnection()) {
            if (!isIn(connection)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("create role " + statement.enquoteIdentifier(name, true) + " login");
                }
            }
        } catch (SQLException refused) {
            throw new IOException("The role " + name + " could not be made", refused);
        }
    }

    boolean isIn(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            statement.setString(1, name);
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
