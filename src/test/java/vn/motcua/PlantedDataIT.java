package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** People are planted in a whole run of the service, and then looked for in every place that is not theirs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlantedDataIT {

    /** Where words of people may stand, but nothing of what is sealed. */
    private static final Set<String> READABLE = Set.of(
            "dossier_person.name",
            "dossier_person.name_key",
            "dossier_content.content",
            "dossier_content.papers",
            "dossier_text.text");

    private static PackagedService service;
    private static Overheard overheard;
    private static final Set<String> PLACES = new TreeSet<>();

    @BeforeAll
    static void run() throws Exception {
        service = PackagedService.onEmptyFolder().demo().start();
        overheard = new Overheard(service.http());
        var run = new PlantedRun(overheard);
        run.furnish();
        run.live();
        run.bring();
        run.look();
        new PlantedMistakes(overheard, run.code()).make();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        System.out.printf(
                "Planted: %d words, %d places searched%n", Planted.all().size(), PLACES.size());
    }

    @Test
    @Order(1)
    void the_words_are_found_where_they_belong() throws Exception {
        assertThat(found("dossier_person.name", Planted.NAMES)).isNotEmpty();
        assertThat(found("dossier_content.content", Planted.TEXTS)).isNotEmpty();
        assertThat(found("dossier_content.papers", Planted.TEXTS)).isNotEmpty();
        assertThat(found("dossier_text.text", Planted.TEXTS)).isNotEmpty();
        assertThat(overheard.shown()).isNotEmpty().allSatisfy(shown -> assertThat(
                        Planted.in(shown.text(), Planted.all()))
                .isNotEmpty());
        for (var word : Planted.all()) {
            assertThat(Planted.forms(word).values())
                    .allSatisfy(form -> assertThat(Planted.in("<" + form + ">", List.of(word)))
                            .isNotEmpty());
        }
    }

    @Test
    @Order(2)
    void no_column_of_the_database_has_them_beside() throws Exception {
        var columns = columns();
        assertThat(columns.size()).isGreaterThan(150);
        for (var column : columns) {
            nothing(column, contents(column), READABLE.contains(column) ? Planted.SEALED : Planted.all());
        }
    }

    /** Not even for the blink of a transaction: what is sealed never reaches the server. */
    @Test
    @Order(3)
    void no_file_of_the_database_has_what_is_sealed_nor_has_its_log() throws Exception {
        try (var connection = DriverManager.getConnection(service.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        try (var files = Files.walk(service.data())) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(service.data().resolve("binaries")))
                    .toList()) {
                nothing(service.data().relativize(file).toString(), bytes(file), utf8(Planted.SEALED));
            }
        }
    }

    @Test
    @Order(4)
    void the_log_says_nothing_of_them() throws Exception {
        assertThat(service.output()).contains("Listening on");
        service.output().lines().forEach(line -> nothing("log", line, Planted.all()));
    }

    @Test
    @Order(4)
    void metrics_and_health_say_nothing_of_them() throws Exception {
        for (var path : List.of("/q/metrics", "/q/health", "/openapi")) {
            nothing(path, overheard.get("clerk", PlantedRun.ROOT, path).text(), Planted.all());
        }
    }

    @Test
    @Order(5)
    void no_answer_says_more_than_it_is_for() {
        assertThat(overheard.others()).hasSizeGreaterThan(200);
        assertThat(overheard.others().stream().map(Overheard.Heard::status))
                .contains(200, 201, 202, 400, 401, 403, 404, 409, 412, 415, 422, 428)
                .allMatch(status -> status < 500);
        var told = new LinkedHashMap<String, Set<String>>();
        for (var heard : overheard.others()) {
            PLACES.add("answer " + heard.what());
            var words = Planted.in(heard.headers() + "\n" + heard.text(), Planted.all());
            if (!words.isEmpty()) {
                told.put(heard.status() + " to " + heard.what() + ": " + heard.text(), words);
            }
        }
        assertThat(told)
                .as("answers that say it, of %d", overheard.others().size())
                .isEmpty();
    }

    private static void nothing(String place, String text, List<String> words) {
        PLACES.add(place);
        assertThat(Planted.in(text, words))
                .as(() -> place + " says it; place " + PLACES.size() + " of those searched")
                .isEmpty();
    }

    private static Set<String> found(String column, List<String> words) throws Exception {
        return Planted.in(contents(column), words);
    }

    private static List<String> columns() throws Exception {
        return rows(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' order by 1""");
    }

    /** Bytes as PostgreSQL writes them, in hexadecimal, and as the text they may be. */
    private static String contents(String column) throws Exception {
        var table = column.substring(0, column.indexOf('.'));
        var name = "\"" + column.substring(column.indexOf('.') + 1) + "\"";
        var text = String.join(
                "\n", rows("select cast(%s as text) from %s where %s is not null".formatted(name, table, name)));
        var bytes =
                rows("select data_type from information_schema.columns where table_schema = 'public' and table_name = '"
                                + table + "' and column_name = " + name.replace('"', '\''))
                        .contains("bytea");
        return bytes
                ? text + "\n"
                        + String.join(
                                "\n",
                                rows(
                                        "select convert_from(%s, 'LATIN1') from %s where position('\\x00'::bytea in %s) = 0"
                                                .formatted(name, table, name)))
                : text;
    }

    private static List<String> rows(String query) throws Exception {
        try (var connection = DriverManager.getConnection(service.jdbcUrl());
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    /** Each byte a character, so that bytes of any kind can be searched. */
    private static String bytes(Path file) throws Exception {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    /** The words as their bytes stand in a file. */
    private static List<String> utf8(List<String> words) {
        return words.stream()
                .map(word -> new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
    }
}
