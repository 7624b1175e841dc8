package vn.motcua.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What was measured, as a table to be printed and kept; a proof with anything wrong fails after it. */
final class Result {

    private static final Path FOLDER = Path.of("target", "faults");

    private final String name;
    private final StringBuilder table = new StringBuilder();

    Result(String name, String... columns) {
        this.name = name;
        row((Object[]) columns);
        table.append("|").append(" --- |".repeat(columns.length)).append('\n');
    }

    void row(Object... cells) {
        table.append('|');
        for (var cell : cells) {
            var text = cell instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : cell;
            table.append(' ').append(text).append(" |");
        }
        table.append('\n');
    }

    void say(String sentence) {
        table.append('\n').append(sentence).append('\n');
    }

    /** Printed whether or not all was well. */
    void conclude(Answers answers) throws IOException {
        conclude(answers.wrongs());
    }

    void conclude(List<String> wrongs) throws IOException {
        say(wrongs.size() + " differences");
        Files.writeString(Files.createDirectories(FOLDER).resolve(name + ".md"), table.toString());
        System.out.printf("%n%s%n%n%s%n", name, table);
        assertThat(wrongs.stream().distinct().limit(50)).isEmpty();
    }
}
