package vn.motcua;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of a database as its catalogue tells them, for people to read and for tests to compare. */
final class SchemaDocument {

    static final Path FILE = Path.of("src", "docs", "schema.md");
    static final String REWRITE = "./mvnw test -Dtest=SchemaTest -Dschema.record=true";

    private static final String INTRODUCTION =
            """
            # The tables

            What all migrations together leave behind, as PostgreSQL tells it. What a row means stands in the migration \
            that made its table, in `src/main/resources/db/migration/`. Written by `%s`; the build fails when it is stale.
            """
                    .formatted(REWRITE);

    private static final String OF_THE_SERVICE =
            """
            c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
            and not exists (select from pg_depend e where e.objid = c.oid and e.deptype = 'e')""";

    /** For each table its line, for each line the table it belongs to. */
    private static final List<String> PARTS = List.of(
            """
            select c.relname, concat_ws(' ', obj_description(c.oid, 'pg_class'),
                case c.relkind when 'v' then 'A view.' when 'm' then 'A materialised view.' when 'p' then
                    'Partitioned by ' || pg_get_partkeydef(c.oid) || '.' end,
                case c.relpersistence when 'u' then 'Unlogged.' end,
                'With ' || array_to_string(c.reloptions, ', ') || '.')
            from pg_class c where c.relkind in ('r', 'p', 'v', 'm') and ${ours}
            order by c.relname""",
            """
            select c.relname, E'\\n| column | type | null | default |\\n| --- | --- | --- | --- |'
            from pg_class c where c.relkind in ('r', 'p', 'v', 'm') and ${ours}""",
            """
            select c.relname, format('| `%s` | %s | %s | %s |', a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull then 'no' else 'yes' end,
                case when a.attidentity = 'a' then 'always as identity' when a.attidentity = 'd' then 'as identity'
                    when a.attgenerated <> '' then 'always as ' else '' end
                    || coalesce('`' || pg_get_expr(d.adbin, d.adrelid) || '`', '')
                    || case a.attgenerated when 's' then ' stored' when 'v' then ' virtual' else '' end)
            from pg_attribute a join pg_class c on c.oid = a.attrelid
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped and ${ours}
            order by c.relname, a.attnum""",
            "select c.relname, '' from pg_class c where c.relkind in ('r', 'p', 'v', 'm') and ${ours}",
            """
            select c.relname, format('- `%s`: `%s`', k.conname, pg_get_constraintdef(k.oid))
            from pg_constraint k join pg_class c on c.oid = k.conrelid
            where k.contype <> 'n' and ${ours}
            order by c.relname, k.contype <> 'p', k.conname""",
            """
            select c.relname, format('- `%s`', pg_get_indexdef(i.indexrelid))
            from pg_index i join pg_class c on c.oid = i.indrelid join pg_class n on n.oid = i.indexrelid
            where not exists (select from pg_constraint k where k.conindid = i.indexrelid) and ${ours}
            order by c.relname, n.relname""",
            """
            select c.relname, format('- `%s`', pg_get_statisticsobjdef(s.oid))
            from pg_statistic_ext s join pg_class c on c.oid = s.stxrelid where ${ours}
            order by c.relname, s.stxname""",
            """
            select c.relname, format('- `%s`%s', pg_get_triggerdef(t.oid), case t.tgenabled when 'D' then ', disabled' end)
            from pg_trigger t join pg_class c on c.oid = t.tgrelid
            where not t.tgisinternal and ${ours}
            order by c.relname, t.tgname""",
            """
            select c.relname, E'\\n```sql\\n' || pg_get_viewdef(c.oid, 100) || E'\\n```'
            from pg_class c where c.relkind in ('v', 'm') and ${ours}
            order by c.relname""");

    private static final String SEQUENCES =
            """
            select format('- `%s`: %s, from %s by %s', s.sequencename, s.data_type, s.start_value, s.increment_by)
            from pg_sequences s join pg_class c on c.oid = format('%I.%I', s.schemaname, s.sequencename)::regclass
            where ${ours}
            order by s.sequencename""";

    private static final String FUNCTIONS =
            """
            select E'```sql\\n' || rtrim(pg_get_functiondef(c.oid), E'\\n') || E'\\n```'
            from pg_proc c
            where c.pronamespace = 'public'::regnamespace
                and not exists (select from pg_depend e where e.objid = c.oid and e.deptype = 'e')
            order by c.proname, c.oid::regprocedure::text""";

    private static final String EXTENSIONS =
            "select format('- `%s`', extname) from pg_extension where extname <> 'plpgsql' order by extname";

    private final Connection connection;

    private SchemaDocument(Connection connection) {
        this.connection = connection;
    }

    static String of(Connection connection) throws SQLException {
        return new SchemaDocument(connection).whole();
    }

    private String whole() throws SQLException {
        var parts = new ArrayList<>(List.of(INTRODUCTION));
        for (var table : tables().entrySet()) {
            parts.add(section("`" + table.getKey() + "`", table.getValue()));
        }
        parts.add(section("Sequences", lines(SEQUENCES)));
        parts.add(section("Functions", lines(FUNCTIONS)));
        parts.add(section("Extensions", lines(EXTENSIONS)));
        return String.join("\n", parts);
    }

    private static String section(String title, List<String> lines) {
        return lines.stream()
                .collect(joining("\n", "## " + title + "\n\n", "\n"))
                .replaceAll("\n{2,}", "\n\n");
    }

    private Map<String, List<String>> tables() throws SQLException {
        var tables = new TreeMap<String, List<String>>();
        for (var part : PARTS) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(part.replace("${ours}", OF_THE_SERVICE))) {
                while (rows.next()) {
                    tables.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        return tables;
    }

    private List<String> lines(String query) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query.replace("${ours}", OF_THE_SERVICE))) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
