package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of one receipt, as the service was seen to send them, for pgbench to send again. What must differ
 * from one to the next (ids, key, code, unit, procedure) becomes a variable; every other parameter stays one, with the
 * value it had. The code alone decides what is in it: nothing here knows a statement.
 */
final class ReceiptScript {

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    /** pgbench would take these for variables of its own. */
    private static final Pattern NOT_FOR_PGBENCH = Pattern.compile("(?<!:):[A-Za-z0-9_]");

    private final Seen seen;
    private final Connection connection;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    /**
     * A receipt that was seen.
     *
     * @param unit code of the receiving unit: the province's, a dot, a number
     * @param procedure its code, ending in a number of four digits
     * @param version id of the procedure's version
     */
    record Seen(
            String unit,
            String procedure,
            String version,
            String code,
            String key,
            String dossier,
            String position,
            List<Logged> statements) {}

    ReceiptScript(Seen seen, Connection connection) throws SQLException {
        this.seen = seen;
        this.connection = connection;
        prepare();
        for (var i = 0; i < seen.statements().size(); i++) {
            add(i, seen.statements().get(i));
        }
    }

    private void prepare() {
        var offset = Long.parseLong(seen.version()) - number(seen.procedure());
        text.append("\\set n :n + 1\n");
        text.append("\\set id :first + :client_id * 1000000000 + :n\n");
        text.append("\\set unit random(1, " + FiveYears.COMMUNES + ")\n");
        text.append("\\set procedure random(%d, %d)\n"
                .formatted(FiveYears.FIRST_PROCEDURE, FiveYears.FIRST_PROCEDURE + FiveYears.PROCEDURES - 1));
        text.append("\\set version :procedure + " + offset + "\n");
    }

    private static long number(String procedure) {
        return Long.parseLong(procedure.substring(procedure.length() - 4));
    }

    /** The driver sends BEGIN together with the first statement, and so does pgbench in a pipeline. */
    private void add(int place, Logged statement) throws SQLException {
        if (NOT_FOR_PGBENCH.matcher(statement.sql()).find()) {
            throw new IllegalStateException("pgbench cannot be told: " + statement.sql());
        }
        text.append(place == 0 ? "\\startpipeline\n" : "");
        text.append(sql(place, statement)).append(";\n");
        text.append(place == 1 ? "\\endpipeline\n" : "");
    }

    private String sql(int place, Logged statement) throws SQLException {
        var types = types(statement);
        return PLACE.matcher(statement.sql()).replaceAll(found -> {
            var number = Integer.parseInt(found.group(1));
            return Matcher.quoteReplacement(
                    expression(place, number, statement.parameters().get(number), types));
        });
    }

    private String expression(int place, int number, String value, List<String> types) {
        if (value == null) {
            return "null";
        }
        if (value.equals(seen.dossier())
                || value.equals(seen.position())
                || value.equals(seen.code())
                || value.equals(seen.key())) {
            return ":id";
        }
        if (value.equals(seen.version())) {
            return ":version";
        }
        if (!value.startsWith("{\"") && (value.contains(seen.unit()) || value.contains(seen.procedure()))) {
            return "cast(" + spread(value) + " as " + types.get(number - 1) + ")";
        }
        var name = "p%d_%d".formatted(place, number);
        values.put(name, value);
        return ":" + name;
    }

    private String spread(String value) {
        var unit = seen.unit().substring(seen.unit().indexOf('.') + 1);
        var procedure = String.valueOf(number(seen.procedure()));
        return "'"
                + value.replace("'", "''")
                        .replace(":", ":' || '") // pgbench would take what follows for a variable, even in quotes
                        .replace(seen.unit(), seen.unit().replace("." + unit, ".' || cast(:unit as text) || '"))
                        .replace(
                                seen.procedure(),
                                seen.procedure().replace(procedure, "' || cast(:procedure as text) || '"))
                + "'";
    }

    /** What the server takes each parameter for. */
    private List<String> types(Logged statement) throws SQLException {
        var types = new ArrayList<String>();
        if (!statement.parameters().isEmpty()) {
            try (var asking = connection.createStatement()) {
                asking.execute("prepare asked as " + statement.sql());
                var found = asking.executeQuery(
                        "select cast(unnest(parameter_types) as text) from pg_prepared_statements where name = 'asked'");
                while (found.next()) {
                    types.add(found.getString(1));
                }
                asking.execute("deallocate asked");
            }
        }
        return types;
    }

    /** The values pgbench is given by name. */
    Map<String, String> values() {
        return values;
    }

    int statements() {
        return seen.statements().size();
    }

    Path write(Path file) throws IOException {
        return Files.writeString(file, text);
    }
}
