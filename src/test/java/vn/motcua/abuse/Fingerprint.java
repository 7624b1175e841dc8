package vn.motcua.abuse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What is in the database, in one line per table: two are equal when not one row has changed between them. */
record Fingerprint(Map<String, String> tables) {

    /** It grows with what is only read, too. */
    private static final String OF_READING = "audit_entry";

    private static final long PATIENCE_MILLIS = 240_000;

    /** Taken once no job is at work any more, whoever sent it, and every step is counted. */
    static Fingerprint of(DataSource database) throws SQLException, InterruptedException {
        try (var connection = database.getConnection()) {
            waitForJobs(connection);
            var tables = new TreeMap<String, String>();
            for (var table : names(connection)) {
                tables.put(table, line(connection, table));
            }
            return new Fingerprint(tables);
        }
    }

    private static void waitForJobs(Connection connection) throws SQLException, InterruptedException {
        var until = System.currentTimeMillis() + PATIENCE_MILLIS;
        var waiting =
                "select count(*) + (select count(*) from uncounted) from job where state in ('QUEUED', 'RUNNING')";
        while (!one(connection, waiting).equals("0")) {
            if (System.currentTimeMillis() > until) {
                throw new AssertionError("Jobs are still at work");
            }
            Thread.sleep(200);
        }
    }

    private static Iterable<String> names(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (ResultSet found = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (found.next()) {
                if (!found.getString("TABLE_NAME").equals(OF_READING)) {
                    names.add(found.getString("TABLE_NAME"));
                }
            }
        }
        return names;
    }

    /** The number of rows, and a sum over all their texts that no order of rows alters. */
    private static String line(Connection connection, String table) throws SQLException {
        return one(
                connection,
                "select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from " + table
                        + " t");
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
