package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One statement as PostgreSQL logged it: its text, its parameters, what parsing, binding and running it took. */
record Logged(String sql, Map<Integer, String> parameters, double millis) {

    private static final Pattern SAID =
            Pattern.compile("duration: ([\\d.]+) ms  (parse|bind|execute|statement)(?: [^:]+)?: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']++|'')*+)')");

    /** All transactions in the log, each from BEGIN to COMMIT. */
    static List<List<Logged>> transactions(List<JsonNode> log) {
        var done = new ArrayList<List<Logged>>();
        var open = new HashMap<Integer, List<Logged>>();
        var waiting = new HashMap<Integer, Double>();
        for (var line : log) {
            var said = SAID.matcher(line.path("message").asText());
            if (said.matches()) {
                var session = line.path("pid").asInt();
                var millis = waiting.getOrDefault(session, 0.0) + Double.parseDouble(said.group(1));
                if (said.group(2).equals("parse") || said.group(2).equals("bind")) {
                    waiting.put(session, millis);
                } else {
                    waiting.remove(session);
                    add(new Logged(said.group(3), parameters(line), millis), session, open, done);
                }
            }
        }
        return done;
    }

    private static void add(Logged statement, int session, Map<Integer, List<Logged>> open, List<List<Logged>> done) {
        if (statement.is("BEGIN")) {
            open.put(session, new ArrayList<>());
        }
        var transaction = open.get(session);
        if (transaction != null) {
            transaction.add(statement);
            if (statement.is("COMMIT")) {
                done.add(open.remove(session));
            }
        }
    }

    private static Map<Integer, String> parameters(JsonNode line) {
        var values = new TreeMap<Integer, String>();
        var each = PARAMETER.matcher(line.path("detail").asText());
        while (each.find()) {
            values.put(
                    Integer.valueOf(each.group(1)),
                    each.group(3) == null ? null : each.group(3).replace("''", "'"));
        }
        return values;
    }

    boolean is(String command) {
        return sql.equalsIgnoreCase(command);
    }
}
