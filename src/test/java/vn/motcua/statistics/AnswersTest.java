package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.http.HttpProblem;
import vn.motcua.statistics.Answers.Key;
import vn.motcua.statistics.Answers.Written;

/** Who gets an answer again, and who asks anew. */
class AnswersTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger counts = new AtomicInteger();
    private volatile Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private final InstantSource time = () -> now;
    private final Answers answers = new Answers(SECOND, time, metrics);

    private static Key key(String unit, String answer, String from) {
        var scope = Scope.of(null, null, from, "2027-01-01", null, null, null);
        return new Key(unit, answer, new Asked(scope, Kind.ANY, Slicing.NONE, null));
    }

    private static Key usual() {
        return key("H42", "on-time", "2026-01-01");
    }

    private Written count() {
        return new Written(new byte[] {(byte) counts.incrementAndGet()}, "\"1\"");
    }

    private int ask(Answers whom, Key key) {
        return whom.of(key, this::count).body()[0];
    }

    @Test
    void the_same_question_for_the_same_unit_is_counted_once() {
        assertThat(ask(answers, usual())).isEqualTo(1);
        assertThat(ask(answers, usual())).isEqualTo(1);
        assertThat(metrics.counter("motcua.figures", "from", "reuse").count()).isEqualTo(1);
    }

    @Test
    void another_unit_question_or_form_is_counted_by_itself() {
        assertThat(ask(answers, usual())).isEqualTo(1);
        assertThat(ask(answers, key("H42.18", "on-time", "2026-01-01"))).isEqualTo(2);
        assertThat(ask(answers, key("H42", "06a", "2026-01-01"))).isEqualTo(3);
        assertThat(ask(answers, key("H42", "on-time", "2026-01-02"))).isEqualTo(4);
        assertThat(ask(answers, usual())).isEqualTo(1);
    }

    @Test
    void a_second_after_it_was_begun_it_is_counted_again() throws Exception {
        ask(answers, usual());
        now = now.plusMillis(999);
        assertThat(ask(answers, usual())).isEqualTo(1);
        now = now.plusMillis(1);
        assertThat(ask(answers, usual())).isEqualTo(2);

        Thread.sleep(1_050); // time may stand still: in truth a second has passed
        assertThat(ask(answers, usual())).isEqualTo(3);
        now = now.minusMillis(1);
        assertThat(ask(answers, usual())).isEqualTo(4);
    }

    @Test
    void without_reuse_everybody_is_counted_for() {
        var without = new Answers(Duration.ZERO, time, metrics);

        assertThat(ask(without, usual())).isEqualTo(1);
        assertThat(ask(without, usual())).isEqualTo(2);
    }

    @Test
    void all_who_ask_at_once_wait_for_one_count() throws Exception {
        var waiting = new CountDownLatch(1);
        var asked = atOnce(
                10,
                () -> answers.of(usual(), () -> {
                    waiting.await();
                    return count();
                }));
        waiting.countDown();

        for (var each : asked) {
            assertThat(each.get().body()).containsExactly(1);
        }
    }

    @Test
    void what_is_refused_is_refused_to_each_who_waited_and_not_kept() throws Exception {
        var waiting = new CountDownLatch(1);
        var asked = atOnce(
                5,
                () -> answers.of(usual(), () -> {
                    counts.incrementAndGet();
                    waiting.await();
                    throw HttpProblem.NOT_ALLOWED.because();
                }));
        waiting.countDown();

        for (var each : asked) {
            assertThatThrownBy(each::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(vn.motcua.problem.Problem.class);
        }
        var before = counts.get();
        assertThat(before).isLessThan(5);
        assertThat(ask(answers, usual())).isEqualTo(before + 1);
    }

    @Test
    void only_so_much_is_kept() {
        var large = IntStream.range(0, 60)
                .mapToObj(i -> key("H42." + i, "on-time", "2026-01-01"))
                .toList();
        large.forEach(key -> answers.of(key, () -> new Written(new byte[1 << 20], "\"1\"")));
        large.forEach(key -> answers.of(key, this::count));

        assertThat(counts.get()).as("of 60 answers of 1 MB").isGreaterThanOrEqualTo(60 - 32);
    }

    private static List<Future<Written>> atOnce(int callers, Callable<Written> asking) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(callers);
        var begun = new CountDownLatch(callers);
        var asked = IntStream.range(0, callers)
                .mapToObj(i -> pool.submit(() -> {
                    begun.countDown();
                    return asking.call();
                }))
                .toList();
        pool.shutdown();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(100); // until they wait
        return asked;
    }
}
