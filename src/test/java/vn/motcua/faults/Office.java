package vn.motcua.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.PackagedService;

/** A province of four communes with their clerks, five each unless more are asked for, who work from opening to closing and answer for what they did. */
final class Office {

    static final String PROCEDURE = "1.910001";
    private static final int CLERKS = 20;
    private static final int COMMUNES = 4;

    final Answers answers = new Answers();
    final Line line;
    private final List<Clerk> clerks = new ArrayList<>();
    private final List<Thread> atWork = new ArrayList<>();
    private final Set<Remembered> touched = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    /** On a service that is running. */
    Office(PackagedService service, long seed) throws IOException, InterruptedException {
        this(service, seed, CLERKS);
    }

    Office(PackagedService service, long seed, int clerks) throws IOException, InterruptedException {
        line = new Line(service::address, answers);
        furnish();
        for (var number = 0; number < clerks; number++) {
            this.clerks.add(new Clerk("C" + number, commune(number % COMMUNES), line, answers, seed + number));
        }
    }

    private void furnish() throws IOException, InterruptedException {
        line.create("/v1/units/" + Line.ROOT, unit("Tỉnh thử nghiệm", "PROVINCE", null));
        for (var number = 0; number < COMMUNES; number++) {
            line.create("/v1/units/" + commune(number), unit("Xã " + number, "COMMUNE", Line.ROOT));
        }
        line.create("/v1/fields/FAULT", Map.of("name", "Thử nghiệm"));
        var limit = Map.of("limit", Map.of("value", 5, "unit", "WORKING_DAY"));
        line.create(
                "/v1/procedures/" + PROCEDURE,
                Map.of("name", "Thử", "field", "FAULT", "validFrom", "2000-01-01", "limits", List.of(limit)));
        line.signIn();
    }

    static Map<String, String> unit(String name, String level, String parent) {
        return parent == null
                ? Map.of("name", name, "level", level, "validFrom", "2000-01-01")
                : Map.of("name", name, "level", level, "validFrom", "2000-01-01", "parent", parent);
    }

    private static String commune(int number) {
        return Line.ROOT + ".0" + number;
    }

    static List<String> communes() {
        return java.util.stream.IntStream.range(0, COMMUNES)
                .mapToObj(Office::commune)
                .toList();
    }

    void open() {
        open = true;
        for (var clerk : clerks) {
            var thread = new Thread(() -> work(clerk));
            thread.setDaemon(true);
            thread.start();
            atWork.add(thread);
        }
    }

    private void work(Clerk clerk) {
        try {
            while (open) {
                touched.add(clerk.click());
            }
        } catch (InterruptedException | RuntimeException unexpected) {
            answers.wrong("a clerk broke down: " + unexpected);
        }
    }

    /** Closes the desks; every click under way is brought to its end. */
    void close() throws InterruptedException {
        open = false;
        for (var thread : atWork) {
            thread.join();
        }
        atWork.clear();
    }

    /** Waits for a click that was made since then to be done; how many seconds that took. */
    double awaitDone(long since, long patienceSeconds) throws InterruptedException {
        var end = System.nanoTime() + patienceSeconds * 1_000_000_000L;
        while (answers.count(it -> it.done() && it.start() > since) == 0) {
            assertThat(System.nanoTime())
                    .as("work goes on within %d s", patienceSeconds)
                    .isLessThan(end);
            Thread.sleep(20);
        }
        return answers.firstAfter(since, it -> it.done() && it.start() > since);
    }

    /** The dossiers somebody worked on since this was last asked. */
    Collection<Remembered> touched() {
        var those = List.copyOf(touched);
        touched.clear();
        return those;
    }

    List<Remembered> dossiers() {
        return clerks.stream().flatMap(clerk -> clerk.all().stream()).toList();
    }

    int clicksRepeated() {
        return clerks.stream().mapToInt(Clerk::clicksRepeated).sum();
    }
}
