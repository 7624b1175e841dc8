package vn.motcua.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Receiving a dossier over HTTP, against pgbench sending the very same statements. */
final class ReceiveRow {

    private static final double TARGET = 0.5;
    private static final int LOGGED = 60;
    /** A number of three digits, so that no other commune's code begins with this one's. */
    private static final int LOGGED_COMMUNE = 117;

    private final Scene scene;
    private final List<Double> received = new ArrayList<>();
    private final List<Double> sent = new ArrayList<>();
    private final List<Double> middle = new ArrayList<>();
    private final List<Cpu.Used> used = new ArrayList<>();
    private Receipts receipts;

    ReceiveRow(Scene scene) {
        this.scene = scene;
    }

    void measure() throws Exception {
        receipts = Receipts.at(scene);
        scene.load(201).warm(receipts::another);
        var script = script();
        var pgbench = Pgbench.on(scene.server, scene.settings.connections());
        if (pgbench.isEmpty()) {
            scene.ledger.note(Pgbench.MISSING);
            Benchmark.byTurns(scene.settings.rounds(), List.of(this::receive));
        } else {
            var file = script.write(scene.place.resolve("receipt.sql"));
            pgbench.get().run(script, file, 3);
            Benchmark.byTurns(
                    scene.settings.rounds(),
                    List.of(this::receive, () -> send(pgbench.get().run(script, file, scene.settings.seconds()))));
        }
        conclude();
    }

    private void receive() throws Exception {
        var cpu = scene.cpu();
        var answers = scene.load(201).run(scene.settings.seconds(), receipts::another);
        used.add(cpu.per(answers.count()));
        received.add(answers.perSecond());
        middle.add(answers.within(0.5));
        scene.server.awaitCounted();
    }

    private void send(double perSecond) throws Exception {
        sent.add(perSecond);
        scene.server.awaitCounted();
    }

    private void conclude() {
        var value = "%.0f/s, median %.1f ms".formatted(Median.of(received), Median.of(middle));
        scene.grows("receive a dossier", "%s", value);
        scene.ledger.note("Receive, %s dossiers: rounds %s a second; last round %s."
                .formatted(scene.size(), rounded(received), used.get(used.size() - 1)));
        if (!sent.isEmpty()) {
            var ratio = Median.of(received) / Median.of(sent);
            scene.ledger.note("pgbench: rounds %s a second.".formatted(rounded(sent)));
            scene.ledger.row(
                    "receive a dossier (%s there)".formatted(scene.size()),
                    "≥ %.1f of pgbench".formatted(TARGET),
                    value + "; pgbench %.0f/s".formatted(Median.of(sent)),
                    "%.2f".formatted(ratio),
                    ratio >= TARGET);
        }
    }

    static String rounded(List<Double> values) {
        return values.stream().map("%.0f"::formatted).collect(Collectors.joining(", "));
    }

    /** Receives some alone, has PostgreSQL log what it is told, and takes the transaction most of them made. */
    private ReceiptScript script() throws Exception {
        var procedure = FiveYears.procedure(17);
        var keys = new ArrayList<String>();
        scene.server.logAll();
        var begun = System.nanoTime();
        try (var wire = new Wire(scene.port())) {
            for (var i = 0; i < LOGGED; i++) {
                keys.add(UUID.randomUUID().toString());
                expect(wire.send(receipts.request(LOGGED_COMMUNE, procedure, keys.get(i))), wire);
            }
        }
        var alone = (System.nanoTime() - begun) / 1e6 / LOGGED;
        scene.server.logNothing();
        var transactions = Logged.transactions(scene.server.log()).stream()
                .filter(one -> keys.stream().anyMatch(key -> mentions(one, key)))
                .toList();
        var usual = usual(transactions);
        new ReceiptProfile(scene, alone, usual).write();
        try (var connection = scene.server.connect()) {
            return new ReceiptScript(seen(usual.get(usual.size() - 1), procedure, keys), connection);
        }
    }

    private static void expect(int status, Wire wire) {
        if (status != 201) {
            throw new IllegalStateException("Answered " + status + ": " + wire.body());
        }
    }

    private static boolean mentions(List<Logged> transaction, String value) {
        return transaction.stream().anyMatch(one -> one.parameters().containsValue(value));
    }

    /** Those with the sequence of statements most have; now and then one draws new ids besides. */
    private static List<List<Logged>> usual(List<List<Logged>> transactions) {
        return transactions.stream()
                .collect(Collectors.groupingBy(
                        one -> one.stream().map(Logged::sql).toList()))
                .values()
                .stream()
                .max(java.util.Comparator.comparing(List::size))
                .orElseThrow(() -> new IllegalStateException("No receipt stands in PostgreSQL's log"));
    }

    private ReceiptScript.Seen seen(List<Logged> transaction, String procedure, List<String> keys) throws Exception {
        var key = keys.stream()
                .filter(each -> mentions(transaction, each))
                .findFirst()
                .orElseThrow();
        var answer = scene.server.one("select body from idempotency_key where key = '" + key + "'");
        var code = new ObjectMapper().readTree(answer).path("code").asText();
        Function<String, String> asked = sql -> one(sql.formatted(code, procedure));
        return new ReceiptScript.Seen(
                FiveYears.BUSY + "." + LOGGED_COMMUNE,
                procedure,
                asked.apply("select id from procedure_version where procedure = '%2$s'"),
                code,
                key,
                asked.apply("select id from dossier where code = '%s'"),
                asked.apply(
                        "select e.position from dossier_event e join dossier d on d.id = e.dossier where code = '%s'"),
                transaction);
    }

    private String one(String sql) {
        try {
            return scene.server.one(sql);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
