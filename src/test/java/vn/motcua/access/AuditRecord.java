package vn.motcua.access;

import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The record as the database has it, asked over another connection than those the service answers with. */
final class AuditRecord {

    private final DataSource database;

    AuditRecord(DataSource database) {
        this.database = database;
    }

    /** Tells a request from all others. */
    static String trace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    static RequestSpecification traced(String trace, RequestSpecification caller) {
        return caller.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
    }

    List<String> operations(String trace) {
        return entries(trace).stream().map(entry -> entry.split(" ")[0]).toList();
    }

    /** Operation, caller, roles, unit, client, dossier and how many were found. */
    List<String> entries(String trace) {
        return list(
                """
                select concat_ws(' ', operation, caller, (select array_agg(r order by r) from unnest(roles) r), unit,
                    client, coalesce(dossier, 'null'), coalesce(found::text, 'null'))
                from audit_entry where trace = '%s' order by id"""
                        .formatted(trace));
    }

    String one(String query) {
        return list(query).get(0);
    }

    private List<String> list(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
