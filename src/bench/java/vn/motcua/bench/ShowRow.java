package vn.motcua.bench;

import java.util.SplittableRandom;

/** Showing a whole dossier, of many units by turns, against the constant answer to the same token. */
final class ShowRow {

    private static final double TARGET = 0.3;

    private final Scene scene;

    ShowRow(Scene scene) {
        this.scene = scene;
    }

    void measure() throws Exception {
        var bearer = scene.bearer("clerk", FiveYears.ROOT);
        var codes =
                scene.server.column("select code from dossier where code like 'L-%' order by md5(code) limit 20000");
        new Reading(scene, bearer, TARGET).measure("show a dossier", 200, () -> {
            var chance = new SplittableRandom();
            return () -> Wire.get("/v1/dossiers/" + codes.get(chance.nextInt(codes.size())), bearer);
        });
    }
}
