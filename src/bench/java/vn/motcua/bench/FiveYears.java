package vn.motcua.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.motcua.Client;

/**
 * Five years of a large province, written straight into the tables, the same for the same number of dossiers: 168
 * communes and 30 departments, 300 procedures of 15 fields, three ways to come in, two or three rows of history each,
 * some 2 in 100 still open. Histories are there to be counted; their hashes are not.
 */
final class FiveYears {

    static final String ROOT = "P70";
    static final String BUSY = "P71";
    static final int COMMUNES = 168;
    static final int FIRST_PROCEDURE = 1000;
    static final int PROCEDURES = 300;
    private static final int UNITS = 198;
    private static final int FIELDS = 15;

    private static final String PROCEDURE_VERSIONS =
            """
            create temp table kind as
            select (row_number() over (order by procedure)) - 1 as number, id, procedure, field
            from procedure_version where procedure like '9.70%'""";

    /** Of a hundred, 95 are done in time, three late, two not at all yet; four wait for papers among the last. */
    private static final String LIVES =
            """
            create temp table life as
            select i, unit, competent, kind.id, procedure, field, channel, received, due, cast(due at time zone zone as date) as due_date,
                received - interval '3 hours' as submitted, late,
                case when done < moment and not forgotten then done end as finished, zone
            from (
                select i, '%1$s.' || 1 + (h1 %% %2$d) as unit,
                    '%1$s.' || 1 + case when h2 %% 5 = 0 then %3$d + h1 %% 30 else h1 %% %2$d end as competent,
                    case when h2 %% 100 < 60 then 'COUNTER' when h2 %% 100 < 95 then 'ONLINE' else 'POSTAL' end as channel,
                    h3 %% %4$d as kind_number, h3 %% 100 < 3 as late, h4 %% 1000 < 12 as forgotten,
                    received, 'Asia/Ho_Chi_Minh' as zone,
                    date_trunc('day', received) + (3 + h4 %% 20) * interval '1 day' + interval '10 hours' as due,
                    received + (case when h3 %% 100 < 3 then 25 + h4 %% 10 else h4 %% (3 + h4 %% 20) end)
                        * interval '1 day' + interval '30 minutes' as done,
                    now() as moment
                from (
                    select i, hashint8(i) & 8388607 as h1, hashint8(i + 1000000000) & 8388607 as h2,
                        hashint8(i * 7 + 3) & 8388607 as h3, hashint8(-i) & 8388607 as h4
                    from generate_series(cast(%5$d as bigint), %6$d) as i
                ) as dice cross join lateral (
                    select date_trunc('day', now()) - (h2 %% 1826) * interval '1 day'
                        + interval '1 hour' + (h1 %% 28800) * interval '1 second' as received
                ) as arrival
            ) as drawn join kind on kind.number = kind_number
            where received < moment""";

    private static final String DOSSIERS =
            """
            insert into dossier (id, code, source, procedure_version, procedure_code, field, channel, delivery,
                hand_in_unit, receiving_unit, competent_unit, current_unit, units, receiving_path, competent_path,
                intake_calendar, intake_calendar_version, calendar, calendar_version, zone, late_entry, status,
                submitted_at, received_at, promised, first_due_at, first_due_date, due_at, due_date, finished_at,
                ended_at, date_verdict, moment_verdict, date_verdict_first, moment_verdict_first, recorded_at,
                last_number, last_hash, version)
            select 1000000 + i,
                unit || to_char(received at time zone zone, '-YYMMDD-') || lpad(cast(i as text), 8, '0'),
                'DESK', id, procedure, field, channel, 'DESK', unit, unit, competent,
                competent, array[unit, competent], array['%1$s', unit], array['%1$s', competent], 'VN', 1, 'VN', 1, zone,
                false, case when finished is null then 'PROCESSING' else 'FINISHED' end,
                case when channel = 'ONLINE' then submitted end, received, true, due, due_date, due, due_date,
                finished, finished, verdict, verdict, verdict, verdict, received, 2, '', 1
            from life cross join lateral (
                select case when finished is null then null when late then 'LATE' else 'EARLY' end) as v (verdict)""";

    private static final String HISTORIES =
            """
            insert into dossier_event (position, dossier, number, type, done_by, at, recorded_at, known_at, facts,
                previous_hash, hash, status, submitted_at, received_at, promised, first_due_at, first_due_date, due_at,
                due_date, finished_at, ended_at, date_verdict, moment_verdict, date_verdict_first, moment_verdict_first)
            select 10000000 + i * 4 + number, 1000000 + i, number, type, 'x', at, at, at, '{}', '', '', status,
                case when channel = 'ONLINE' then submitted end, case when number > 1 then received end, number > 1,
                case when number > 1 then due end, case when number > 1 then due_date end,
                case when number > 1 then due end, case when number > 1 then due_date end,
                case when number = 3 then finished end, case when number = 3 then finished end, verdict, verdict,
                verdict, verdict
            from life cross join lateral (values
                (1, 'SUBMITTED', 'SUBMITTED', submitted), (2, 'RECEIVED', 'PROCESSING', received),
                (3, 'FINISHED', 'FINISHED', finished)) as row (number, type, status, at)
            cross join lateral (
                select case when number < 3 then null when late then 'LATE' else 'EARLY' end) as v (verdict)
            where (number > 1 or channel = 'ONLINE') and at is not null""";

    /** What is received later takes ids of its own. */
    private static final String BEYOND =
            """
            select setval('dossier_seq', greatest(2000000001, (select last_value from dossier_seq))),
                setval('dossier_event_seq', greatest(2000000001, (select last_value from dossier_event_seq)))""";

    private final Server server;
    private long brought;

    FiveYears(Server server) {
        this.server = server;
    }

    /** The province, and another beside it in which to work without changing what this one is counted for. */
    static void furnish(Client http) throws Exception {
        for (var root : List.of(ROOT, BUSY)) {
            unit(http, root, root, Map.of("level", "PROVINCE"));
            for (var i = 1; i <= UNITS; i++) {
                var level = i <= COMMUNES ? "COMMUNE" : "DEPARTMENT";
                unit(http, root, root + "." + i, Map.of("level", level, "parent", root));
            }
        }
        for (var i = 0; i < FIELDS; i++) {
            http.create(ROOT, "/v1/fields/P70-" + i, Map.of("name", "Lĩnh vực " + i));
        }
        for (var i = 0; i < PROCEDURES; i++) {
            http.create(ROOT, "/v1/procedures/" + procedure(i), procedureForm(i));
        }
    }

    static String procedure(int number) {
        return "9.70" + (FIRST_PROCEDURE + number);
    }

    private static Map<String, Object> procedureForm(int number) {
        var limit = Map.of("limit", Map.of("value", 1 + number % 20, "unit", "WORKING_DAY"));
        return Map.of(
                "name",
                "Thủ tục " + number,
                "field",
                "P70-" + number % FIELDS,
                "validFrom",
                "2000-01-01",
                "limits",
                List.of(limit));
    }

    private static void unit(Client http, String root, String code, Map<String, String> more) throws Exception {
        var body = new HashMap<>(Map.of("name", "Đơn vị " + code, "validFrom", "2000-01-01"));
        body.putAll(more);
        http.create(root, "/v1/units/" + code, body);
    }

    /** Adds as many as are missing. Indexes are built anew afterwards, which is faster than keeping them meanwhile. */
    void bringUpTo(long dossiers) throws Exception {
        try (var connection = server.connect()) {
            connection.setAutoCommit(false);
            execute(connection, "set local session_replication_role = replica");
            execute(connection, "set local maintenance_work_mem = '1GB'");
            var indexes = indexes(connection);
            for (var index : indexes) {
                execute(connection, "drop index " + index.get(0));
            }
            execute(connection, PROCEDURE_VERSIONS);
            execute(connection, LIVES.formatted(ROOT, UNITS, COMMUNES, PROCEDURES, brought + 1, dossiers));
            execute(connection, DOSSIERS.formatted(ROOT));
            execute(connection, HISTORIES);
            for (var index : indexes) {
                execute(connection, index.get(1));
            }
            execute(connection, "drop table kind, life");
            execute(connection, BEYOND);
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "vacuum analyze");
        }
        brought = dossiers;
    }

    private static List<List<String>> indexes(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        """
                        select indexname, indexdef from pg_indexes i
                        where tablename in ('dossier', 'dossier_event') and schemaname = 'public' and not exists (
                            select from pg_constraint c where c.conname = i.indexname)""")) {
            return IntStream.iterate(0, i -> i + 1)
                    .mapToObj(i -> next(rows))
                    .takeWhile(row -> !row.isEmpty())
                    .toList();
        }
    }

    private static List<String> next(java.sql.ResultSet rows) {
        try {
            return rows.next() ? List.of(rows.getString(1), rows.getString(2)) : List.of();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
