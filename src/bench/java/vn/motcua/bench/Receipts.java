package vn.motcua.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Clerks of all communes, each with a token of their own, who receive one dossier after another. */
final class Receipts implements Load.Requests {

    private final List<String> bearers;
    private final SplittableRandom chance = new SplittableRandom();

    private Receipts(List<String> bearers) {
        this.bearers = bearers;
    }

    static Receipts at(Scene scene) throws Exception {
        var bearers = new ArrayList<String>();
        for (var i = 1; i <= FiveYears.COMMUNES; i++) {
            bearers.add(scene.bearer("clerk", FiveYears.BUSY + "." + i));
        }
        return new Receipts(bearers);
    }

    /** The same clerks at another desk. */
    Receipts another() {
        return new Receipts(bearers);
    }

    @Override
    public byte[] next() {
        var commune = chance.nextInt(FiveYears.COMMUNES);
        var procedure = FiveYears.procedure(chance.nextInt(FiveYears.PROCEDURES));
        return request(commune + 1, procedure, UUID.randomUUID().toString());
    }

    byte[] request(int commune, String procedure, String key) {
        var body =
                """
                {"procedure": "%s", "channel": "COUNTER", "receivingUnit": "%s.%d", "applicant": {"kind": "CITIZEN", \
                "name": "Nguyễn Thị Mai", "identity": {"kind": "CITIZEN_ID", "number": "%012d"}, "phone": "0912345678"}, \
                "content": "Đề nghị cấp bản sao", "papers": [{"name": "Tờ khai", "original": true, "copies": 0, \
                "digitised": true}, {"name": "Bản sao", "original": false, "copies": 1, "digitised": false}]}"""
                        .formatted(procedure, FiveYears.BUSY, commune, chance.nextLong(1_000_000_000_000L));
        return Wire.post(
                "/v1/dossiers",
                bearers.get(commune - 1),
                body,
                "Content-Type: application/json",
                "Idempotency-Key: " + key);
    }
}
