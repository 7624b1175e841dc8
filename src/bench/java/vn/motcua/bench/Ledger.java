package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that was measured, as tables: the rows of design section 9, how costs grow, and where a receipt spends its time. */
final class Ledger {

    private final List<String> rows = new ArrayList<>();
    private final Map<String, Map<String, String>> growth = new LinkedHashMap<>();
    private final Set<String> sizes = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();

    /** @param met null where this run could not tell */
    void row(String what, String target, String value, String ratio, Boolean met) {
        var line = "| "
                + String.join(" | ", what, target, value, ratio, met == null ? "not told" : met ? "met" : "**not met**")
                + " |";
        rows.add(line);
        System.out.println("BENCH " + line);
    }

    void grows(String what, String size, String value) {
        sizes.add(size);
        growth.computeIfAbsent(what, any -> new LinkedHashMap<>()).put(size, value);
        System.out.println("BENCH " + size + " dossiers: " + what + ": " + value);
    }

    void note(String text) {
        notes.add(text);
        System.out.println("BENCH " + text);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text());
        System.out.println("\n" + text() + "\nWritten to " + file);
    }

    private String text() {
        var text = new StringBuilder("| what | target | value | ratio | |\n| --- | --- | --- | --- | --- |\n");
        rows.forEach(row -> text.append(row).append("\n"));
        if (!growth.isEmpty()) {
            text.append("\n| with so many dossiers | ")
                    .append(String.join(" | ", sizes))
                    .append(" |\n");
            text.append("| --- |").append(" --- |".repeat(sizes.size())).append("\n");
            growth.forEach((what, values) -> {
                text.append("| ").append(what).append(" |");
                sizes.forEach(size ->
                        text.append(" ").append(values.getOrDefault(size, "")).append(" |"));
                text.append("\n");
            });
        }
        notes.forEach(note -> text.append("\n").append(note).append("\n"));
        return text.toString();
    }
}
