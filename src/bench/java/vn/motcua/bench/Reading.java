package vn.motcua.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Something read over HTTP, by turns with the constant answer, and how many requests a second of it that makes. */
final class Reading {

    private final Scene scene;
    private final byte[] constant;
    private final double target;
    private final List<Double> read = new ArrayList<>();
    private final List<Double> constants = new ArrayList<>();
    private final List<Double> middle = new ArrayList<>();
    private Cpu.Used used;
    private Cpu.Used usedByConstant;

    Reading(Scene scene, String bearer, double target) {
        this.scene = scene;
        this.constant = Wire.get("/bench/constant", bearer);
        this.target = target;
    }

    void measure(String what, int status, Callable<Load.Requests> requests) throws Exception {
        Callable<Load.Requests> same = () -> () -> constant;
        scene.load(200).warm(same);
        scene.load(status).warm(requests);
        Benchmark.byTurns(
                scene.settings.rounds(),
                List.of(() -> read(scene.load(status), requests), () -> readConstant(scene.load(200), same)));
        conclude(what);
    }

    private void read(Load load, Callable<Load.Requests> requests) throws Exception {
        var cpu = scene.cpu();
        var answers = load.run(scene.settings.seconds(), requests);
        used = cpu.per(answers.count());
        read.add(answers.perSecond());
        middle.add(answers.within(0.5));
    }

    private void readConstant(Load load, Callable<Load.Requests> requests) throws Exception {
        var cpu = scene.cpu();
        var answers = load.run(scene.settings.seconds(), requests);
        usedByConstant = cpu.per(answers.count());
        constants.add(answers.perSecond());
    }

    private void conclude(String what) {
        var ratio = Median.of(read) / Median.of(constants);
        var value = "%.0f/s, median %.1f ms".formatted(Median.of(read), Median.of(middle));
        scene.grows(what, "%s", value);
        scene.ledger.row(
                "%s (%s there)".formatted(what, scene.size()),
                "≥ %.1f of the constant answer".formatted(target),
                value + "; constant %.0f/s".formatted(Median.of(constants)),
                "%.2f".formatted(ratio),
                ratio >= target);
        scene.ledger.note("%s: rounds %s a second; %s. Constant: %s; %s."
                .formatted(what, ReceiveRow.rounded(read), used, ReceiveRow.rounded(constants), usedByConstant));
    }
}
