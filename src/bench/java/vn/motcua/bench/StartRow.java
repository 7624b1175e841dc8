package vn.motcua.bench;

import java.io.IOException;
import java.util.ArrayList;

/** From the command to the first ready answer, with the database up and nothing to migrate. */
final class StartRow {

    private static final double MOST_SECONDS = 3;

    private final Scene scene;

    StartRow(Scene scene) {
        this.scene = scene;
    }

    void measure() throws Exception {
        var seconds = new ArrayList<Double>();
        for (var i = 0; i < scene.settings.rounds(); i++) {
            var begun = System.nanoTime();
            scene.service().begin();
            while (!isReady()) {
                Thread.sleep(10);
            }
            seconds.add((System.nanoTime() - begun) / 1e9);
            scene.service().close();
        }
        var median = Median.of(seconds);
        scene.grows("start to ready", "%.2f s", median);
        scene.ledger.row(
                "start to ready (%s there)".formatted(scene.size()),
                "< 3 s",
                "%.2f s (%s)"
                        .formatted(
                                median, seconds.stream().map("%.2f"::formatted).toList()),
                "–",
                median < MOST_SECONDS);
    }

    private boolean isReady() {
        if (!scene.service().process().isAlive()) {
            throw new IllegalStateException("The service ended before it was ready");
        }
        try (var wire = new Wire(scene.port())) {
            return wire.send(Wire.get("/q/health/ready", "none")) == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
