package vn.motcua.bench;

import java.util.Arrays;
import java.util.List;

/** What was asked for; pom.xml says what each means and what it is by default. */
record Settings(List<Long> sizes, List<String> rows, int rounds, int seconds, int connections, List<String> flags) {

    static Settings ofThisProcess() {
        return new Settings(
                list("bench.sizes").stream().map(Long::valueOf).toList(),
                list("bench.rows"),
                Integer.getInteger("bench.rounds"),
                Integer.getInteger("bench.seconds"),
                Integer.getInteger("bench.connections"),
                Arrays.stream(System.getProperty("bench.flags", "").split(" "))
                        .filter(flag -> !flag.isBlank())
                        .toList());
    }

    private static List<String> list(String name) {
        return List.of(System.getProperty(name).split(","));
    }

    boolean asksFor(String row) {
        return rows.contains(row) || rows.contains("all");
    }
}
