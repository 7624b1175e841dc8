package vn.motcua.bench;

import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;

/** Showing a whole dossier, to clerks of all communes, against the constant answer to one of the same tokens. */
final class ShowRow {

    private static final double TARGET = 0.3;
    private static final int SECONDS_TO_RECEIVE_SOME = 5;

    private final Scene scene;

    ShowRow(Scene scene) {
        this.scene = scene;
    }

    void measure() throws Exception {
        var codes = codes();
        var bearers = new HashMap<String, String>();
        for (var code : codes) {
            bearers.put(code, scene.bearer("clerk", code.substring(0, code.indexOf('-'))));
        }
        new Reading(scene, bearers.get(codes.get(0)), TARGET).measure("show a dossier", 200, () -> {
            var chance = new SplittableRandom();
            return () -> {
                var code = codes.get(chance.nextInt(codes.size()));
                return Wire.get("/v1/dossiers/" + code, bearers.get(code));
            };
        });
    }

    /** Those received over HTTP: they have people and papers. */
    private List<String> codes() throws Exception {
        scene.load(201).run(SECONDS_TO_RECEIVE_SOME, Receipts.at(scene)::another);
        return scene.server.column(
                "select code from dossier where source = 'DESK' and code like '" + FiveYears.BUSY + ".%' limit 20000");
    }
}
