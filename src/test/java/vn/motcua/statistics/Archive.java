package vn.motcua.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.motcua.Owner;

/**
 * Dossiers with a past, written straight into the tables, since the service stamps its own times. One line each:
 *
 * <pre>unit | field | channel | what happened, and then what happened, …</pre>
 *
 * {@code V81.1>V81.2} is received by the first unit, answered for by the second.
 * A happening is {@code received 01-05T08:00 due 01-12T08:00}: a step, its time in 2026 (or with another year before
 * it), the promise from then on, and {@code known 01-20T08:00} where it was recorded later. Without {@code due} at
 * receipt there is no promise. {@code intake} is the end of the desk's eight hours.
 */
@ApplicationScoped
class Archive {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DataSource database;
    private final List<Long> written = new ArrayList<>();

    Archive(DataSource database) {
        this.database = database;
    }

    static Instant time(String text) {
        var year = text.length() > "01-05T08:00".length() ? "" : "2026-";
        return LocalDateTime.parse(year + text).atZone(ZONE).toInstant();
    }

    /** Adds the dossiers of a text block and returns how many there were. */
    int add(String lines) {
        var dossiers = lines.lines().filter(line -> !line.isBlank()).toList();
        inTransaction(database::getConnection, connection -> {
            for (var line : dossiers) {
                write(
                        connection,
                        List.of(line.split("\\|")).stream().map(String::strip).toList());
            }
        });
        return dossiers.size();
    }

    /** Takes away what was added: its history is not chained, and other tests verify chains. */
    void clear() {
        inTransaction(Owner::connect, connection -> {
            run(connection, "select pg_advisory_xact_lock(hashtextextended('counting', 0))");
            run(connection, "set local session_replication_role = replica");
            var those = written.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
            if (!written.isEmpty()) {
                forgetFigures(connection, those);
                run(connection, "delete from dossier_event where dossier in " + those);
                run(connection, "delete from dossier where id in " + those);
            }
        });
        written.clear();
    }

    /** Nobody but a test takes a history away; what is left of its province is counted anew. */
    private static void forgetFigures(Connection connection, String those) throws SQLException {
        var roots = "(select receiving_path[1] from dossier where id in " + those + ")";
        run(connection, "delete from counter where key in (select id from counted_key where path[1] in " + roots + ")");
        run(
                connection,
                "delete from uncounted where dossier in (select id from dossier where receiving_path[1] in " + roots
                        + ")");
        run(
                connection,
                "insert into uncounted (dossier, number) select id, 1 from dossier where receiving_path[1] in " + roots
                        + " and id not in " + those);
    }

    private void write(Connection connection, List<String> line) throws SQLException {
        var procedure = catalogue(connection, line.get(1));
        var steps = Stream.of(line.get(3).split(",")).map(Past.Step::read).toList();
        var pasts = steps.stream().map(new Past()::after).toList();
        var id = next(connection, "dossier_seq");
        written.add(id);
        var row = new LinkedHashMap<String, Object>(pasts.get(pasts.size() - 1));
        row.putAll(identity(id, line, procedure));
        row.put("late_entry", steps.get(0).isLateEntry());
        row.put("recorded_at", steps.get(0).knownAt());
        row.put("last_number", steps.size());
        insert(connection, "dossier", row);
        for (var number = 0; number < steps.size(); number++) {
            var event = new LinkedHashMap<String, Object>(pasts.get(number));
            event.putAll(happening(next(connection, "dossier_event_seq"), id, number + 1, steps.get(number)));
            insert(connection, "dossier_event", event);
        }
    }

    private static Map<String, Object> identity(long id, List<String> line, long procedure) {
        var receiving = line.get(0).split(">")[0];
        var competent = line.get(0).substring(line.get(0).indexOf('>') + 1);
        var identity = new LinkedHashMap<String, Object>();
        identity.put("id", id);
        identity.put("code", "PAST-" + id);
        identity.put("source", "DESK");
        identity.put("procedure_version", procedure);
        identity.put("procedure_code", procedureOf(line.get(1)));
        identity.put("field", line.get(1));
        identity.put("channel", line.get(2));
        identity.put("delivery", "DESK");
        identity.put("hand_in_unit", receiving);
        identity.put("receiving_unit", receiving);
        identity.put("competent_unit", competent);
        identity.put("current_unit", competent);
        identity.put("units", new String[] {receiving, competent});
        identity.put("receiving_path", path(receiving));
        identity.put("competent_path", path(competent));
        identity.put("intake_calendar", "VN");
        identity.put("intake_calendar_version", 1);
        identity.put("calendar", "VN");
        identity.put("calendar_version", 1);
        identity.put("zone", ZONE.getId());
        identity.put("last_hash", new byte[0]);
        identity.put("version", 1L);
        return identity;
    }

    private static Map<String, Object> happening(long position, long dossier, int number, Past.Step step) {
        var happening = new LinkedHashMap<String, Object>();
        happening.put("position", position);
        happening.put("dossier", dossier);
        happening.put("number", number);
        happening.put("type", step.name());
        happening.put("done_by", "archive");
        happening.put("at", step.at());
        happening.put("recorded_at", step.knownAt());
        happening.put("known_at", step.knownAt());
        happening.put("facts", "{}");
        happening.put("previous_hash", new byte[0]);
        happening.put("hash", new byte[0]);
        return happening;
    }

    /** Each field has one procedure. */
    static String procedureOf(String field) {
        return "9." + (100_000 + Math.floorMod(field.hashCode(), 100_000));
    }

    private static String[] path(String unit) {
        var parts = unit.split("\\.");
        return Stream.iterate(1, length -> length <= parts.length, length -> length + 1)
                .map(length -> Stream.of(parts).limit(length).collect(Collectors.joining(".")))
                .toArray(String[]::new);
    }

    private static long catalogue(Connection connection, String field) throws SQLException {
        var code = procedureOf(field);
        run(connection, "insert into field values ('" + field + "', 'Lĩnh vực', 1) on conflict do nothing");
        run(connection, "insert into procedure values ('" + code + "', 1) on conflict do nothing");
        run(
                connection,
                """
                insert into procedure_version (procedure, name, field, valid_from, limits, due, after_supplement,
                    answer_by, steps)
                select '%1$s', 'Thủ tục', '%2$s', '2000-01-01', '[]', 'SAME_TIME', 'RESTART', '{}', '[]'
                where not exists (select from procedure_version where procedure = '%1$s')"""
                        .formatted(code, field));
        return number(connection, "select max(id) from procedure_version where procedure = '" + code + "'");
    }

    private static long next(Connection connection, String sequence) throws SQLException {
        return number(connection, "select nextval('" + sequence + "')");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void insert(Connection connection, String table, Map<String, Object> row) throws SQLException {
        var marks = row.keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
        var sql = "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values (" + marks + ")";
        try (var statement = connection.prepareStatement(sql)) {
            var index = 1;
            for (var value : row.values()) {
                statement.setObject(index++, stored(connection, value));
            }
            statement.executeUpdate();
        }
    }

    private static Object stored(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant moment) {
            return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
        }
        return value instanceof String[] texts ? connection.createArrayOf("text", texts) : value;
    }

    private static void inTransaction(Source source, Work work) {
        try (var connection = source.connect()) {
            connection.setAutoCommit(false);
            work.with(connection);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private interface Source {

        Connection connect() throws SQLException;
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }
}
