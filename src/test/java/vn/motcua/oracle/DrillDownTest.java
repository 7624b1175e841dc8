package vn.motcua.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.motcua.MovableTime;
import vn.motcua.Service;

/** Behind every figure stand just as many dossiers, the very ones an oracle names, wherever the figure was read from. */
@QuarkusTest
@Service
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrillDownTest {

    private static final long SEED = Long.getLong("motcua.seed", 20260107);
    private static final int DOSSIERS = Integer.getInteger("motcua.dossiers", 200);
    private static final int IMPORTED = 60;
    private static final int QUESTIONS = Integer.getInteger("motcua.questions", 40);
    private static final int GROUPS = 4;
    private static final int LARGEST_PAGE = 20;

    @Inject
    MovableTime time;

    @Inject
    MeterRegistry metrics;

    private final OwnProvince province = new OwnProvince(73, OwnProvince.HOME);
    private final Random random = new Random(SEED);
    private RandomQuestions questions;
    private Oracle oracle;

    @BeforeEach
    void half_a_year_is_played_once() throws InterruptedException {
        if (oracle == null) {
            province.found();
            var office = new RandomOffice(province, SEED, time);
            var codes = new ArrayList<>(office.play(DOSSIERS));
            codes.addAll(new RandomImport(province, SEED).bring(IMPORTED));
            province.split();
            var stories = codes.stream().map(office::story).toList();
            questions = new RandomQuestions(province, SEED, stories);
            oracle = new Oracle(stories, province.places());
        }
    }

    @AfterAll
    void release_time() {
        time.release();
    }

    @Test
    void figures_read_from_counters() {
        var before = metrics.counter("motcua.figures", "from", "counters").count();
        everyFigureOf(QUESTIONS, () -> questions.ofWholeDays());
        assertThat(metrics.counter("motcua.figures", "from", "counters").count() - before)
                .as("answered from counters")
                .isGreaterThan(QUESTIONS / 3.0);
    }

    @Test
    void figures_read_from_histories_however_judged_and_as_of_any_time() {
        var seen = everyFigureOf(QUESTIONS, () -> questions.next());
        assertThat(seen).as("dossiers were found behind every cell").containsAll(Cells.ALL);
    }

    private TreeSet<String> everyFigureOf(int times, Supplier<Question> asked) {
        var seen = new TreeSet<String>();
        for (int i = 1; i <= times; i++) {
            var question = asked.get();
            var what = "seed " + SEED + ", question " + i + ": " + question;
            var groups =
                    new ArrayList<>(StreamSupport.stream(answer(what, question).spliterator(), false)
                            .toList());
            Collections.shuffle(groups, random);
            var expected = oracle.answer(question, question.asOf(RandomOffice.END));
            groups.stream().limit(GROUPS).forEach(group -> {
                var key = key(group);
                var tally = expected.getOrDefault(key, new Tally());
                seen.addAll(compare(what + "\n in group " + key, new Behind(province, question, key), group, tally));
            });
        }
        return seen;
    }

    /** The cells with something in them. */
    private List<String> compare(String where, Behind behind, JsonNode group, Tally tally) {
        var full = Cells.ALL.stream().filter(cell -> count(group, cell) > 0).toList();
        for (var cell : full) {
            var codes = behind.of(List.of(cell), random.nextInt(1, LARGEST_PAGE));
            assertThat(codes).as(cell + " of " + where).containsExactlyInAnyOrderElementsOf(tally.dossiers(cell));
            assertThat((long) codes.size()).as(cell + " of " + where).isEqualTo(count(group, cell));
        }
        var empty = Cells.ALL.stream().filter(cell -> !full.contains(cell)).toList();
        if (!empty.isEmpty()) {
            assertThat(behind.of(empty, LARGEST_PAGE))
                    .as(empty + " of " + where)
                    .isEmpty();
        }
        if (!full.isEmpty()) {
            var some = full.stream().filter(cell -> random.nextInt(4) == 0).collect(Collectors.toList());
            some.add(full.get(0));
            var union =
                    some.stream().flatMap(cell -> tally.dossiers(cell).stream()).collect(Collectors.toSet());
            assertThat(behind.of(some, LARGEST_PAGE))
                    .as(some + " of " + where)
                    .containsExactlyInAnyOrderElementsOf(union);
        }
        return full;
    }

    private JsonNode answer(String what, Question question) {
        var answer =
                as("auditor", province.root()).queryParams(question.query()).get("/v1/statistics/on-time");
        assertThat(answer.statusCode()).as(what + "\n" + answer.asString()).isEqualTo(200);
        return RandomOffice.read(answer.asString()).get("groups");
    }

    private static Map<String, String> key(JsonNode group) {
        var key = new HashMap<String, String>();
        group.get("key")
                .fields()
                .forEachRemaining(part -> key.put(part.getKey(), part.getValue().asText()));
        return key;
    }

    private static long count(JsonNode group, String cell) {
        return group.at("/counts/" + cell.replace('.', '/')).asLong();
    }
}
