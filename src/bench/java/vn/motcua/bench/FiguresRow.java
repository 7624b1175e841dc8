package vn.motcua.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a dashboard waits for, live: each time with another end of the period, so that no answer can be used again. */
final class FiguresRow {

    private static final long FULL = 5_000_000;
    private static final double MOST_MILLIS = 50;
    private static final double MOST_GROWTH = 1.5;
    private static final int TIMES = 200;
    private static final int WARM = 300;
    private static final String PROVINCE = "the province's year";

    private final Scene scene;
    private final Map<String, String> questions = new LinkedHashMap<>();
    private final List<Double> within = new ArrayList<>();
    private int asked;

    FiguresRow(Scene scene) {
        this.scene = scene;
        questions.put(PROVINCE, "");
        questions.put("by unit", "&groupBy=unit");
        questions.put("by unit and month", "&groupBy=unit,month");
        questions.put("by procedure", "&groupBy=procedure");
        questions.put("one unit's year, by month", "&groupBy=month&unit=" + FiveYears.ROOT + ".7");
    }

    void measure() throws Exception {
        var bearer = scene.bearer("dashboard", FiveYears.ROOT);
        try (var wire = new Wire(scene.port())) {
            for (var question : questions.entrySet()) {
                var times = question.getKey().equals(PROVINCE) ? TIMES : TIMES / 4;
                millis(wire, bearer, question.getValue(), WARM * times / TIMES);
                var millis = millis(wire, bearer, question.getValue(), times);
                var most = millis.get(times * 95 / 100);
                scene.grows("figures: " + question.getKey(), "median %.1f, p95 %.1f ms", Median.of(millis), most);
                if (question.getKey().equals(PROVINCE)) {
                    within.add(most);
                }
            }
        }
    }

    private List<Double> millis(Wire wire, String bearer, String question, int times) throws Exception {
        var year = LocalDate.now().getYear();
        var millis = new ArrayList<Double>();
        for (var i = 0; i < times; i++) {
            var to = LocalDate.of(year + 1, 1, 1).plusDays(asked++ % 1000);
            var path = "/v1/statistics/on-time?from=" + year + "-01-01&to=" + to + question;
            var begun = System.nanoTime();
            if (wire.send(Wire.get(path, bearer)) != 200) {
                throw new IllegalStateException(wire.body());
            }
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis.stream().sorted().toList();
    }

    void conclude() {
        if (within.isEmpty()) {
            return;
        }
        var sizes = scene.settings.sizes();
        var last = within.get(within.size() - 1);
        var ratio = last / within.get(0);
        var told = sizes.get(sizes.size() - 1) >= FULL && sizes.size() > 1;
        scene.ledger.row(
                "on-time statistic of a province's year, live (%s there)".formatted(scene.size()),
                "p95 < 50 ms; ≤ 1.5 × at 100,000",
                "p95 %.1f ms".formatted(last),
                sizes.size() > 1 ? "%.2f".formatted(ratio) : "–",
                told ? last < MOST_MILLIS && ratio <= MOST_GROWTH : null);
    }
}
