package vn.motcua.bench;

import java.time.LocalDate;

/** Asking again for figures that have not changed, against the constant answer to the same token. */
final class PollRow {

    private static final double TARGET = 0.7;

    private final Scene scene;

    PollRow(Scene scene) {
        this.scene = scene;
    }

    void measure() throws Exception {
        var bearer = scene.bearer("dashboard", FiveYears.ROOT);
        var year = LocalDate.now().getYear();
        var path = "/v1/statistics/on-time?from=%d-01-01&to=%d-01-01".formatted(year, year + 1);
        var seen = scene.http().get("dashboard", FiveYears.ROOT, path).etag();
        var request = Wire.get(path, bearer, "If-None-Match: " + seen);
        new Reading(scene, bearer, TARGET).measure("poll a statistic, unchanged", 304, () -> () -> request);
    }
}
