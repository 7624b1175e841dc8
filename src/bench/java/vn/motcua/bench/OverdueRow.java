package vn.motcua.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The overdue list of a whole province: its first page, its last, and some on the way. */
final class OverdueRow {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FULL = 5_000_000;
    private static final double MOST_GROWTH = 1.5;
    private static final int TIMES = 60;
    private static final int PAGE = 50;
    private static final int STRIDE = 200;

    private final Scene scene;
    private double first;
    private double slowest;

    OverdueRow(Scene scene) {
        this.scene = scene;
    }

    void measure() throws Exception {
        var bearer = scene.bearer("officer", FiveYears.ROOT);
        try (var wire = new Wire(scene.port())) {
            var cursors = cursors(wire, bearer);
            var pages = List.of(0.0, 0.25, 0.5, 0.75, 1.0);
            var medians = new ArrayList<Double>();
            for (var page : pages) {
                var cursor = cursors.get((int) (page * (cursors.size() - 1)));
                times(wire, bearer, cursor, TIMES / 3);
                medians.add(times(wire, bearer, cursor, TIMES));
            }
            first = first == 0 ? medians.get(0) : first;
            slowest = medians.stream().max(Double::compare).orElseThrow();
            scene.grows(
                    "overdue list of the province, first page; the slowest of five pages",
                    "%.1f; %.1f ms (%,d overdue)",
                    medians.get(0),
                    slowest,
                    (long) (cursors.size() - 1) * STRIDE);
        }
    }

    /** Where every so manieth dossier of the list begins; none for the first page. */
    private List<String> cursors(Wire wire, String bearer) throws Exception {
        var cursors = new ArrayList<String>();
        cursors.add("");
        while (true) {
            ask(wire, bearer, STRIDE, cursors.get(cursors.size() - 1));
            var next = JSON.readTree(wire.body()).path("next").asText("");
            if (next.isEmpty() || next.equals("null")) {
                return cursors;
            }
            cursors.add("&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        }
    }

    private double times(Wire wire, String bearer, String cursor, int times) throws Exception {
        var millis = new ArrayList<Double>();
        for (var i = 0; i < times; i++) {
            var begun = System.nanoTime();
            ask(wire, bearer, PAGE, cursor);
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return Median.of(millis);
    }

    private static void ask(Wire wire, String bearer, int limit, String cursor) throws Exception {
        var path = "/v1/units/" + FiveYears.ROOT + "/worklist?condition=OVERDUE&subtree=true&limit=" + limit + cursor;
        if (wire.send(Wire.get(path, bearer)) != 200) {
            throw new IllegalStateException(wire.body());
        }
    }

    void conclude() {
        if (first == 0) {
            return;
        }
        var sizes = scene.settings.sizes();
        var ratio = slowest / first;
        var told = sizes.get(sizes.size() - 1) >= FULL && sizes.size() > 1;
        scene.ledger.row(
                "any page of the overdue list (%s there)".formatted(scene.size()),
                "≤ 1.5 × its first page at 100,000",
                "slowest of five pages %.1f ms; first page at the first size %.1f ms".formatted(slowest, first),
                "%.2f".formatted(ratio),
                told ? ratio <= MOST_GROWTH : null);
    }
}
