package vn.motcua.bench;

/** The most memory the service had in its hands since it started, all rows before this one being its load. */
final class MemoryRow {

    private static final long MOST = 350;

    private final Scene scene;

    MemoryRow(Scene scene) {
        this.scene = scene;
    }

    void measure() throws Exception {
        var most = scene.mostMegabytes();
        scene.grows("resident memory at most", "%d MB", most);
        scene.ledger.row(
                "resident memory under load (%s there)".formatted(scene.size()),
                "< 350 MB",
                most + " MB",
                "–",
                most < MOST);
    }
}
