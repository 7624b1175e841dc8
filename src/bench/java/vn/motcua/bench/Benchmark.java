package vn.motcua.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the service costs, as the design asks for it: ratios to what the same machine does without it, in the same
 * minutes. {@code ./mvnw -Pbench verify}; src/docs/performance.md says what to expect.
 */
public final class Benchmark {

    private static final double BUSY = 1;
    private static final Duration LONGEST_COUNT = Duration.ofHours(2);

    private final Settings settings;
    private final Scene scene;
    private final FiveYears years;

    private Benchmark(Settings settings, Scene scene) {
        this.settings = settings;
        this.scene = scene;
        this.years = new FiveYears(scene.server);
    }

    public static void main(String... none) throws Exception {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        var settings = Settings.ofThisProcess();
        var place = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "run");
        var ledger = new Ledger();
        try (var server = new Server(place);
                var scene = new Scene(settings, server, ledger, place)) {
            ledger.note(
                    "Java %s, PostgreSQL %s, %d cores for service, PostgreSQL and client together; the service's Java is told: %s"
                            .formatted(
                                    System.getProperty("java.version"),
                                    server.version(),
                                    Runtime.getRuntime().availableProcessors(),
                                    settings.flags().isEmpty() ? "nothing" : settings.flags()));
            warnOfOthers(ledger);
            new Benchmark(settings, scene).run();
        }
        if (settings.asksFor("due")) {
            new DueDateRow(ledger).measure();
        }
        ledger.write(Path.of("target", "bench", "performance.md"));
    }

    /** Linux gives each process of PostgreSQL as much as the whole service where others want the processors, too. */
    private static void warnOfOthers(Ledger ledger) {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load > BUSY) {
            ledger.note(
                    "The machine was busy with other work (load %.1f): ratios to pgbench are too low.".formatted(load));
        }
    }

    private void run() throws Exception {
        scene.service().start();
        FiveYears.furnish(scene.http());
        var figures = new FiguresRow(scene);
        var overdue = new OverdueRow(scene);
        for (var size : settings.sizes()) {
            bringUpTo(size);
            if (settings.asksFor("start")) {
                new StartRow(scene).measure();
            }
            scene.service().start();
            measure("figures", figures::measure);
            measure("overdue", overdue::measure);
            measure("receive", new ReceiveRow(scene)::measure);
            measure("show", new ShowRow(scene)::measure);
            measure("poll", new PollRow(scene)::measure);
            measure("import", new ImportRow(scene)::measure);
            new MemoryRow(scene).measure();
        }
        figures.conclude();
        overdue.conclude();
    }

    private void measure(String row, Work work) throws Exception {
        if (settings.asksFor(row)) {
            scene.server.awaitCounted();
            work.done();
        }
    }

    /** While the service is not running. */
    private void bringUpTo(long size) throws Exception {
        scene.service().close();
        scene.holds(size);
        var begun = System.nanoTime();
        years.bringUpTo(size);
        var filled = System.nanoTime();
        var counted = scene.service().run(LONGEST_COUNT, "rebuild-counters");
        if (counted.status() != 0) {
            throw new IllegalStateException(counted.output());
        }
        scene.grows("written into the tables", "%.0f s", (filled - begun) / 1e9);
        scene.grows("all counted anew", "%.0f s", (System.nanoTime() - filled) / 1e9);
    }

    /** One row's measuring. */
    interface Work {

        void done() throws Exception;
    }

    /** A measurement and its measure by turns, so that whatever else the machine does weighs on both. */
    static void byTurns(int rounds, List<Work> works) throws Exception {
        for (var round = 0; round < rounds; round++) {
            for (var work : works) {
                work.done();
            }
        }
    }
}
