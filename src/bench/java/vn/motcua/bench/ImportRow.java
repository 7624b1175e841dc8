package vn.motcua.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Bringing history in bulk over HTTP, against COPY of the rows that came of it into the same tables. */
final class ImportRow {

    private static final double TARGET = 0.25;
    private static final int ROWS = 10_000;
    private static final String TYPE = "application/x-ndjson";

    /** What an import leaves behind, and how each row is told from the one it is a copy of. */
    private static final Map<String, Map<String, String>> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put(
                "dossier",
                Map.of("id", "id + 1000000000000", "code", "code || '-C'", "external_code", "external_code || '-C'"));
        TABLES.put(
                "dossier_event", Map.of("position", "position + 1000000000000", "dossier", "dossier + 1000000000000"));
        TABLES.put("dossier_person", Map.of("dossier", "dossier + 1000000000000"));
        TABLES.put("import_row", Map.of("row", "row + 1000000"));
    }

    private final Scene scene;
    private final List<Double> imported = new ArrayList<>();
    private final List<Double> copied = new ArrayList<>();
    private final SplittableRandom chance = new SplittableRandom();
    private Cpu.Used used;
    private String job;

    ImportRow(Scene scene) {
        this.scene = scene;
    }

    void measure() throws Exception {
        bring();
        copy();
        imported.clear();
        copied.clear();
        Benchmark.byTurns(Math.min(3, scene.settings.rounds()), List.of(this::bring, this::copy));
        var ratio = Median.of(imported) / Median.of(copied);
        var value = "%.0f rows/s".formatted(Median.of(imported));
        scene.grows("import", "%s", value);
        scene.ledger.row(
                "import (%s there)".formatted(scene.size()),
                "≥ %.2f of COPY".formatted(TARGET),
                value + "; COPY %.0f/s".formatted(Median.of(copied)),
                "%.2f".formatted(ratio),
                ratio >= TARGET);
        scene.ledger.note("Import: rounds of %,d rows %s a second; last round %s. COPY: %s."
                .formatted(ROWS, ReceiveRow.rounded(imported), used, ReceiveRow.rounded(copied)));
    }

    private void bring() throws Exception {
        var file = file();
        var cpu = scene.cpu();
        var begun = System.nanoTime();
        var taken = scene.http().post("integrator", FiveYears.BUSY, "/v1/imports", TYPE, file);
        job = taken.body().path("id").asText();
        var seen = taken;
        while (!seen.body().path("state").asText().equals("DONE")) {
            Thread.sleep(50);
            seen = scene.http().get("integrator", FiveYears.BUSY, "/v1/jobs/" + job);
        }
        imported.add(ROWS / ((System.nanoTime() - begun) / 1e9));
        used = cpu.per(ROWS);
        if (seen.body().path("accepted").asInt() != ROWS) {
            throw new IllegalStateException("Not all was accepted: " + seen.body());
        }
        scene.server.awaitCounted();
    }

    private String file() {
        var mark = Long.toString(chance.nextLong(Long.MAX_VALUE), 36);
        var rows = new StringBuilder();
        for (var i = 0; i < ROWS; i++) {
            var received = LocalDate.now().minusDays(60 + chance.nextInt(1000));
            rows.append(
                    """
                    {"externalCode": "%s-%d", "procedure": "%s", "receivingUnit": "%s.%d", "channel": "COUNTER", \
                    "receivedAt": "%sT09:15:00+07:00", "finishedAt": "%sT14:40:00+07:00", "applicantName": "Nguyễn Thị Mai"}
                    """
                            .formatted(
                                    mark,
                                    i,
                                    FiveYears.procedure(chance.nextInt(FiveYears.PROCEDURES)),
                                    FiveYears.BUSY,
                                    1 + chance.nextInt(FiveYears.COMMUNES),
                                    received,
                                    received.plusDays(chance.nextInt(30))));
        }
        return rows.toString();
    }

    /** All tables in one transaction, each from a file that lies ready. */
    private void copy() throws Exception {
        var ready = new LinkedHashMap<String, String>();
        for (var table : TABLES.keySet()) {
            ready.put(table, String.join("\n", rows(table)));
        }
        try (var connection = scene.server.connect()) {
            connection.setAutoCommit(false);
            var copies = connection.unwrap(org.postgresql.PGConnection.class).getCopyAPI();
            var begun = System.nanoTime();
            for (var table : ready.entrySet()) {
                copies.copyIn(
                        "copy %s from stdin".formatted(place(table.getKey())),
                        new java.io.StringReader(table.getValue()));
            }
            connection.commit();
            copied.add(ROWS / ((System.nanoTime() - begun) / 1e9));
        }
        scene.server.awaitCounted();
    }

    private List<String> rows(String table) throws Exception {
        var of = table.equals("import_row")
                ? "job = '%s'".formatted(job)
                : "%s in (select id from dossier join import_row using (code) where job = '%s')"
                        .formatted(table.equals("dossier") ? "id" : "dossier", job);
        var columns = columns(table).stream()
                .map(column -> TABLES.get(table).getOrDefault(column, "\"" + column + "\""))
                .toList();
        try (var connection = scene.server.connect()) {
            var written = new java.io.StringWriter();
            connection
                    .unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select %s from %s where %s) to stdout"
                                    .formatted(String.join(", ", columns), table, of),
                            written);
            return written.toString().lines().toList();
        }
    }

    private String place(String table) throws SQLException {
        return table + " (\"" + String.join("\", \"", columns(table)) + "\")";
    }

    private List<String> columns(String table) throws SQLException {
        return scene.server.column("select column_name from information_schema.columns where table_name = '" + table
                + "' and table_schema = 'public' and is_generated = 'NEVER' order by ordinal_position");
    }
}
