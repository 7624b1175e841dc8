package vn.motcua;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** The role that owns the tables under the service: does for a test what the service's own role is refused. */
public final class Owner {

    private static final String NAME = "postgres";

    /** First in a transaction of the service to which the owner's role was lent. */
    public static final String ACT = "set local role " + NAME;

    private Owner() {}

    public static Connection connect() throws SQLException {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(url, NAME, "");
    }

    /** One statement after the other, in one session. */
    public static void does(String... changes) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var change : changes) {
                statement.execute(change);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    /** Lets the service take the owner's place for a while, where it begins with {@link #ACT}. */
    public static void lend(Runnable deed) {
        does("grant " + NAME + " to motcua");
        try {
            deed.run();
        } finally {
            does("revoke " + NAME + " from motcua");
        }
    }
}
