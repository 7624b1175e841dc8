package vn.motcua.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.motcua.MovableTime;
import vn.motcua.Service;
import vn.motcua.http.Command;
import vn.motcua.intake.Importing;

/** The counters say what the histories say, of random lives in a province with one zone, however much is counted yet. */
@QuarkusTest
@Service
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountersTest {

    private static final long SEED = Long.getLong("motcua.seed", 20260106);
    private static final int DOSSIERS = Integer.getInteger("motcua.dossiers", 200);
    private static final int IMPORTED = 150;
    private static final int QUESTIONS = Integer.getInteger("motcua.questions", 200);
    private static final String COUNTING =
            "select cast(pg_advisory_xact_lock(hashtextextended('counting', 0)) as text)";

    @Inject
    MovableTime time;

    @Inject
    MeterRegistry metrics;

    @Inject
    EntityManager entities;

    @Inject
    @Any
    Instance<Command> commands;

    private final OwnProvince province = new OwnProvince(72, OwnProvince.HOME);
    private RandomQuestions questions;

    @BeforeEach
    void half_a_year_is_played_once() throws InterruptedException {
        if (questions == null) {
            province.found();
            var office = new RandomOffice(province, SEED, time);
            var codes = new ArrayList<>(office.play(DOSSIERS));
            codes.addAll(new RandomImport(province, SEED).bring(IMPORTED));
            province.split();
            var stories = codes.stream().map(office::story).toList();
            questions = new RandomQuestions(province, SEED, stories);
        }
    }

    @AfterAll
    void release_time() {
        time.release();
    }

    @Test
    void once_all_is_counted() throws Exception {
        awaitCounted();
        sameFromBoth(QUESTIONS);
        assertThat(command("verify-counters").run()).isZero();
    }

    /** Meanwhile nothing is taken into the counters; what is brought now is read beside them. */
    @Test
    void while_some_of_it_waits_to_be_counted() {
        QuarkusTransaction.requiringNew().timeout(120).run(() -> {
            entities.createNativeQuery(COUNTING).getSingleResult();
            bring(60);
            assertThat(waiting()).isGreaterThanOrEqualTo(60);
            sameFromBoth(QUESTIONS / 2);
            assertThat(command("verify-counters").run()).isZero();
        });
    }

    @Test
    void what_falls_due_today_is_not_overdue_before_the_day_is_over() throws Exception {
        var rows = Stream.of(
                        "",
                        ", \"finishedAt\": \"2026-06-30T10:00:00+07:00\"",
                        ", \"stoppedAt\": \"2026-06-30T10:00:00+07:00\", \"status\": \"SUSPENDED\"")
                .map(more ->
                        """
                        {"externalCode": "hôm nay %s", "procedure": "%s", "receivingUnit": "%s", "channel": "POSTAL", \
                        "receivedAt": "2026-06-29T09:00:00+07:00", "dueAt": "2026-06-30T16:00:00+07:00"%s}"""
                                .formatted(more.length(), province.procedures().get(0), province.root(), more))
                .collect(Collectors.joining("\n"));
        var asked = new Question(
                Map.of("unit", province.root(), "channel", "POSTAL", "from", "2026-06-29", "to", "2026-07-01"));
        var before = counts(asked);
        Importing.run(province.root(), rows);
        assertThat(counts(asked)).isEqualTo(sum(before, List.of(3L, 1L, 1L, 1L, 0L)));
        awaitCounted();
        assertThat(counts(asked)).isEqualTo(sum(before, List.of(3L, 1L, 1L, 1L, 0L)));
    }

    /** Received, resolved, within the deadline, stopped, overdue. */
    private List<Long> counts(Question question) {
        var from = fromCounters();
        var counts = ask(question.toString(), question).at("/groups/0/counts");
        assertThat(fromCounters()).isEqualTo(from + 1);
        return Stream.of(
                        "/received/total",
                        "/resolved/total",
                        "/pending/withinDeadline",
                        "/pending/stopped",
                        "/pending/overdue")
                .map(path -> counts.at(path).asLong())
                .toList();
    }

    private static List<Long> sum(List<Long> some, List<Long> more) {
        return IntStream.range(0, some.size())
                .mapToObj(i -> some.get(i) + more.get(i))
                .toList();
    }

    @Test
    void after_all_was_counted_anew() throws Exception {
        assertThat(command("rebuild-counters").run()).isZero();
        sameFromBoth(QUESTIONS / 4);
        assertThat(command("verify-counters").run()).isZero();
    }

    @Test
    void a_counter_that_was_changed_is_found() throws Exception {
        awaitCounted();
        change("update counter set early = early + 1 where ctid = (select min(ctid) from counter)");
        assertThat(command("verify-counters").run()).isEqualTo(1);
        assertThat(metrics.get("motcua.counters.differences").gauge().value()).isEqualTo(1);

        command("rebuild-counters").run();
        assertThat(command("verify-counters").run()).isZero();
        assertThat(metrics.get("motcua.counters.differences").gauge().value()).isZero();
    }

    private void bring(int dossiers) {
        try {
            new RandomImport(province, SEED + 1).bring(dossiers);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void sameFromBoth(int times) {
        var before = fromCounters();
        for (int i = 1; i <= times; i++) {
            var question = questions.ofWholeDays();
            var what = "seed " + SEED + ", question " + i + " of whole days: " + question;
            var now = ask(what, question);
            var then = ask(what, question.with("asOf", now.get("asOf").asText()));
            assertThat(now.get("groups").toPrettyString())
                    .as(what)
                    .isEqualTo(then.get("groups").toPrettyString());
        }
        assertThat(fromCounters() - before).as("answered from counters").isGreaterThan(times / 3.0);
    }

    private JsonNode ask(String what, Question question) {
        var answer =
                as("dashboard", province.root()).queryParams(question.query()).get("/v1/statistics/on-time");
        assertThat(answer.statusCode()).as(what + "\n" + answer.asString()).isEqualTo(200);
        return RandomOffice.read(answer.asString());
    }

    private double fromCounters() {
        return metrics.counter("motcua.figures", "from", "counters").count();
    }

    private void awaitCounted() throws InterruptedException {
        var end = System.nanoTime() + 60_000_000_000L;
        while (waiting() > 0) {
            assertThat(System.nanoTime()).as("still not counted").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private long waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery("select count(*) from uncounted")
                                .getSingleResult())
                        .longValue());
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private Command command(String name) {
        return commands.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
