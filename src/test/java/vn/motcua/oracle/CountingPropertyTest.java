package vn.motcua.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.motcua.Calling.as;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.motcua.MovableTime;
import vn.motcua.Service;

/** The service's counts are those of an oracle that knows only the exported histories. */
@QuarkusTest
@Service
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountingPropertyTest {

    private static final long SEED = Long.getLong("motcua.seed", 20260105);
    private static final int DOSSIERS = Integer.getInteger("motcua.dossiers", 300);
    private static final int IMPORTED = 80;
    private static final int QUESTIONS = Integer.getInteger("motcua.questions", 320);
    private static final Map<String, String> VERDICTS =
            Map.of("early", "EARLY", "onTime", "ON_TIME", "late", "LATE", "withoutDeadline", "NO_DEADLINE");
    private static final int LARGEST_PAGE = 50;
    private static final double SIX_DECIMALS = 0.000_000_51;

    @Inject
    MovableTime time;

    private final OwnProvince province = new OwnProvince(71, OwnProvince.AWAY);
    private final Random random = new Random(SEED);
    private List<Story> stories;

    /** Played once, by whichever test comes first: before the first there is no address to call. */
    private List<Story> stories() throws InterruptedException {
        if (stories == null) {
            province.found();
            var office = new RandomOffice(province, SEED, time);
            var codes = new ArrayList<>(office.play(DOSSIERS));
            codes.addAll(new RandomImport(province, SEED).bring(IMPORTED));
            province.split();
            stories = codes.stream().map(office::story).toList();
        }
        return stories;
    }

    @AfterAll
    void release_time() {
        time.release();
    }

    @Test
    void everything_that_can_be_done_was_done() throws InterruptedException {
        assertThat(stories().stream().flatMap(story -> story.rows().stream()).map(Row::type))
                .contains("SUBMITTED", "RECEIVED", "ACCEPTED", "REFUSED", "WITHDRAWN", "FINISHED", "RETURNED")
                .contains("SUPPLEMENT_REQUESTED", "SUPPLEMENT_RECEIVED", "PAYMENT_REQUESTED", "PAID", "SUSPENDED")
                .contains("RESUMED", "HANDED_OVER", "PASSED_ON", "EXTENDED", "REOPENED", "VOIDED")
                .contains("PROCEDURE_CORRECTED", "UNIT_CORRECTED", "CHANNEL_CORRECTED");
    }

    @Test
    void every_verdict_kept_is_what_promise_and_finish_say() throws InterruptedException {
        for (var story : stories()) {
            story.rows().stream().filter(row -> row.has("finishedAt")).forEach(row -> compareVerdicts(story, row));
        }
    }

    private void compareVerdicts(Story story, Row row) {
        var zone = province.places().zones().get(story.says("calendar", row.recordedAt()));
        var kept = Map.of(
                "dateVerdict", new Promise(false, false, zone),
                "momentVerdict", new Promise(false, true, zone),
                "dateVerdictFirst", new Promise(true, false, zone),
                "momentVerdictFirst", new Promise(true, true, zone));
        kept.forEach((name, promise) -> assertThat(row.standing().get(name).asText())
                .as("seed " + SEED + ", " + name + " of " + story.code() + ", row " + row.number())
                .isEqualTo(VERDICTS.get(promise.verdict(row))));
    }

    @Test
    void every_count_and_every_rate_is_what_the_histories_say() throws InterruptedException {
        var oracle = new Oracle(stories(), province.places());
        var questions = new RandomQuestions(province, SEED, stories);
        var seen = new TreeMap<String, Integer>();
        for (int i = 1; i <= QUESTIONS; i++) {
            var question = questions.next();
            compare("seed " + SEED + ", question " + i + ": " + question, question, oracle, seen);
        }
        assertThat(seen.keySet()).as("something was counted in every cell").containsAll(Cells.ALL);
    }

    private void compare(String what, Question question, Oracle oracle, Map<String, Integer> seen) {
        var answer = ask(what, question);
        var asOf = question.asOf(RandomOffice.END);
        assertThat(OffsetDateTime.parse(answer.get("asOf").asText()).toInstant())
                .as("asOf of " + what)
                .isEqualTo(asOf);
        var expected = oracle.answer(question, asOf);
        var groups = groups(what, answer);
        var keys = new HashSet<>(expected.keySet());
        keys.addAll(groups.keySet());
        for (var key : keys) {
            var tally = expected.getOrDefault(key, new Tally());
            var where = what + " as of " + asOf + "\n in group " + key;
            Cells.ALL.stream().filter(cell -> tally.of(cell) > 0).forEach(cell -> seen.merge(cell, 1, Integer::sum));
            assertThat(Cells.brokenSum(tally::of))
                    .as(() -> "the oracle's own sums, " + where)
                    .isNull();
            if (groups.containsKey(key)) {
                compareCounts(where, groups.get(key).get("counts"), tally);
                compareRates(where, groups.get(key).get("rates"), tally);
                compareDigitised(where, groups.get(key).get("digitised"), tally);
            } else {
                assertThat(Cells.ALL).as("no such group, " + where).allMatch(cell -> tally.of(cell) == 0);
            }
        }
        groups.keySet().stream()
                .findAny()
                .ifPresent(key -> compareList(what, question, key, expected.getOrDefault(key, new Tally())));
    }

    /** Behind one of the figures of one group. */
    private void compareList(String what, Question question, Map<String, String> key, Tally tally) {
        var full = Cells.ALL.stream().filter(cell -> tally.of(cell) > 0).toList();
        if (!full.isEmpty()) {
            var cell = full.get(random.nextInt(full.size()));
            assertThat(new Behind(province, question, key).of(List.of(cell), LARGEST_PAGE))
                    .as("dossiers behind " + cell + " of " + what + "\n in group " + key)
                    .containsExactlyInAnyOrderElementsOf(tally.dossiers(cell));
        }
    }

    private JsonNode ask(String what, Question question) {
        var answer =
                as("dashboard", province.root()).queryParams(question.query()).get("/v1/statistics/on-time");
        assertThat(answer.statusCode()).as(what + "\n" + answer.asString()).isEqualTo(200);
        return RandomOffice.read(answer.asString());
    }

    private static Map<Map<String, String>, JsonNode> groups(String what, JsonNode answer) {
        var groups = new HashMap<Map<String, String>, JsonNode>();
        for (var group : answer.get("groups")) {
            var key = new HashMap<String, String>();
            group.get("key")
                    .fields()
                    .forEachRemaining(
                            part -> key.put(part.getKey(), part.getValue().asText()));
            assertThat(groups.put(key, group))
                    .as("group " + key + " comes twice, " + what)
                    .isNull();
        }
        return groups;
    }

    private static void compareCounts(String where, JsonNode counts, Tally tally) {
        for (var cell : Cells.ALL) {
            assertThat(count(counts, cell))
                    .as(() -> cell + " of " + where + "\n histories say " + tally.dossiers(cell))
                    .isEqualTo(tally.of(cell));
        }
        assertThat(leaves(counts)).as(() -> "number of counts, " + where).isEqualTo(Cells.ALL.size());
        assertThat(Cells.brokenSum(cell -> count(counts, cell)))
                .as(() -> "sums, " + where)
                .isNull();
    }

    private static long count(JsonNode counts, String cell) {
        var found = counts.at("/" + cell.replace('.', '/'));
        assertThat(found.isIntegralNumber())
                .as(() -> cell + " is missing in " + counts)
                .isTrue();
        return found.asLong();
    }

    private static int leaves(JsonNode node) {
        int leaves = node.isValueNode() ? 1 : 0;
        for (var child : node) {
            leaves += leaves(child);
        }
        return leaves;
    }

    private static void compareRates(String where, JsonNode rates, Tally tally) {
        var found = new HashMap<String, JsonNode>();
        rates.forEach(rate -> found.put(rate.get("definition").asText(), rate));
        assertThat(found.keySet()).as(() -> "rates, " + where).containsExactlyInAnyOrderElementsOf(Cells.RATE_NAMES);
        for (var name : Cells.RATE_NAMES) {
            compareRate(
                    "rate " + name + " of " + where,
                    found.get(name),
                    Cells.numerator(name, tally),
                    Cells.denominator(name, tally));
        }
    }

    private static void compareDigitised(String where, JsonNode digitised, Tally tally) {
        for (var kind : List.of("papers", "results")) {
            var total = tally.of(kind.equals("papers") ? "papers" : "resolved.total");
            assertThat(List.of(
                            digitised.at("/" + kind + "/total").asLong(),
                            digitised.at("/" + kind + "/digitised").asLong()))
                    .as("digitised " + kind + " of " + where)
                    .isEqualTo(List.of(total, tally.of(kind + ".digitised")));
            assertThat(digitised.at("/" + kind + "/value").isNull()).isEqualTo(total == 0);
        }
    }

    private static void compareRate(String where, JsonNode rate, long numerator, long denominator) {
        assertThat(List.of(
                        rate.get("numerator").asLong(), rate.get("denominator").asLong()))
                .as(where)
                .isEqualTo(List.of(numerator, denominator));
        if (denominator == 0) {
            assertThat(rate.get("value").isNull()).as(where + " is null").isTrue();
        } else {
            assertThat(rate.get("value").asDouble())
                    .as(where)
                    .isCloseTo((double) numerator / denominator, within(SIX_DECIMALS));
        }
    }
}
