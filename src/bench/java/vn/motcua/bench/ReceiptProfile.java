package vn.motcua.bench;

import java.util.ArrayList;
import java.util.List;

/** Where one receipt spends its time, with nobody else at work: each statement, and what is left for the service. */
final class ReceiptProfile {

    private static final int SHOWN = 110;

    private final Scene scene;
    private final double alone;
    private final List<List<Logged>> receipts;

    /** @param alone milliseconds from request to answer */
    ReceiptProfile(Scene scene, double alone, List<List<Logged>> receipts) {
        this.scene = scene;
        this.alone = alone;
        this.receipts = receipts;
    }

    void write() {
        var text = new StringBuilder(
                "One receipt alone, %s dossiers there, every statement logged:%n%n".formatted(scene.size()));
        text.append("| # | ms | statement |\n| --- | --- | --- |\n");
        var all = 0.0;
        for (var i = 0; i < receipts.get(0).size(); i++) {
            var millis = middle(i);
            all += millis;
            text.append("| %d | %.2f | `%s` |%n"
                    .formatted(i + 1, millis, shown(receipts.get(0).get(i).sql())));
        }
        text.append("| | %.2f | in PostgreSQL, of %.2f from request to answer |".formatted(all, alone));
        scene.ledger.note(text.toString());
    }

    private double middle(int place) {
        var millis = new ArrayList<Double>();
        receipts.forEach(receipt -> millis.add(receipt.get(place).millis()));
        return Median.of(millis);
    }

    private static String shown(String sql) {
        var line = sql.replaceAll("\\s+", " ").replace("|", "\\|");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
