package vn.motcua.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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

/**
 * Dossiers with a past, written straight into the tables, since the service stamps its own times. One line each:
 *
 * <pre>unit | field | channel | what happened, and then what happened, …</pre>
 *
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
        inTransaction(connection -> {
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
        inTransaction(connection -> {
            run(connection, "set local session_replication_role = replica");
            for (var id : written) {
                run(connection, "delete from dossier_event where dossier = " + id);
                run(connection, "delete from dossier where id = " + id);
            }
        });
        written.clear();
    }

    private void write(Connection connection, List<String> line) throws SQLException {
        var procedure = catalogue(connection, line.get(1));
        var steps = Stream.of(line.get(3).split(",")).map(Step::read).toList();
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
        var unit = line.get(0);
        var identity = new LinkedHashMap<String, Object>();
        identity.put("id", id);
        identity.put("code", "PAST-" + id);
        identity.put("source", "DESK");
        identity.put("procedure_version", procedure);
        identity.put("procedure_code", procedureOf(line.get(1)));
        identity.put("field", line.get(1));
        identity.put("channel", line.get(2));
        identity.put("delivery", "DESK");
        Stream.of("hand_in_unit", "receiving_unit", "competent_unit", "current_unit")
                .forEach(column -> identity.put(column, unit));
        identity.put("units", new String[] {unit});
        identity.put("receiving_path", path(unit));
        identity.put("competent_path", path(unit));
        identity.put("intake_calendar", "VN");
        identity.put("intake_calendar_version", 1);
        identity.put("calendar", "VN");
        identity.put("calendar_version", 1);
        identity.put("zone", ZONE.getId());
        identity.put("last_hash", new byte[0]);
        identity.put("version", 1L);
        return identity;
    }

    private static Map<String, Object> happening(long position, long dossier, int number, Step step) {
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

    /** One procedure for each field; {@code HT} has 9.100072, of the codes of its letters' remainders. */
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

    private void inTransaction(Work work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            work.with(connection);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    /** One happening as a line tells it. */
    record Step(String name, Instant at, Map<String, Instant> times) {

        static Step read(String text) {
            var words = List.of(text.strip().split(" "));
            var times = new LinkedHashMap<String, Instant>();
            for (var place = 2; place < words.size(); place += 2) {
                times.put(words.get(place), time(words.get(place + 1)));
            }
            return new Step(words.get(0), time(words.get(1)), times);
        }

        Instant knownAt() {
            return times.getOrDefault("known", at);
        }

        boolean isLateEntry() {
            return times.containsKey("known");
        }
    }

    /** The standing of one dossier, as its steps move it. */
    private static final class Past {

        private final Map<String, Object> standing = new LinkedHashMap<>(Map.of("promised", false));

        Map<String, Object> after(Step step) {
            miss(step.at());
            switch (step.name()) {
                case "submitted" -> become("SUBMITTED", "submitted_at", step.at());
                case "received" -> {
                    become("RECEIVED", "received_at", step.at());
                    promiseFirst(step.times().get("due"));
                }
                case "stopped" -> {
                    become("AWAITING_SUPPLEMENT", "stopped_at", step.at());
                    due(null);
                }
                case "resumed", "extended" -> become("PROCESSING", "stopped_at", null);
                case "finished" -> finish(step.at());
                case "returned" -> become("RETURNED", "returned_at", step.at());
                case "withdrawn" -> end("WITHDRAWN", step.at());
                case "refused" -> end("REFUSED", step.at());
                case "annulled" -> annul();
                default -> throw new IllegalArgumentException(step.name());
            }
            if (step.times().containsKey("due")) {
                due(step.times().get("due"));
            }
            standing.put("intake_due_at", step.times().get("intake"));
            return new LinkedHashMap<>(standing);
        }

        /** What was due before this happened, and not stopped, is missed for ever. */
        private void miss(Instant at) {
            if (standing.get("due_at") instanceof Instant due) {
                if (due.isBefore(at)) {
                    standing.putIfAbsent("missed_moment", due);
                }
                if (date(due).isBefore(date(at))) {
                    standing.putIfAbsent("missed_date", date(due));
                }
            }
        }

        private void become(String status, String column, Instant at) {
            standing.put("status", status);
            standing.put(column, at);
        }

        private void promiseFirst(Instant due) {
            standing.put("promised", due != null);
            standing.put("first_due_at", due);
            standing.put("first_due_date", due == null ? null : date(due));
        }

        private void due(Instant due) {
            standing.put("due_at", due);
            standing.put("due_date", due == null ? null : date(due));
        }

        private void finish(Instant at) {
            end("FINISHED", at);
            standing.put("finished_at", at);
            var due = (Instant) standing.getOrDefault("missed_moment", standing.get("due_at"));
            var date = (LocalDate) standing.getOrDefault("missed_date", standing.get("due_date"));
            standing.put("date_verdict", byDate(at, date));
            standing.put("moment_verdict", byMoment(at, due));
            standing.put("date_verdict_first", byDate(at, (LocalDate) standing.get("first_due_date")));
            standing.put("moment_verdict_first", byMoment(at, (Instant) standing.get("first_due_at")));
        }

        private void end(String status, Instant at) {
            become(status, "ended_at", at);
            standing.put("stopped_at", null);
        }

        /** A correction takes the finish back. */
        private void annul() {
            become("PROCESSING", "finished_at", null);
            Stream.of("ended_at", "date_verdict", "moment_verdict", "date_verdict_first", "moment_verdict_first")
                    .forEach(column -> standing.put(column, null));
        }

        private static String byDate(Instant at, LocalDate due) {
            var order = due == null ? 0 : date(at).compareTo(due);
            return due == null ? "NO_DEADLINE" : order < 0 ? "EARLY" : order == 0 ? "ON_TIME" : "LATE";
        }

        private static String byMoment(Instant at, Instant due) {
            return due != null && at.isAfter(due) ? "LATE" : byDate(at, due == null ? null : date(due));
        }

        private static LocalDate date(Instant moment) {
            return LocalDate.ofInstant(moment, ZONE);
        }
    }
}
