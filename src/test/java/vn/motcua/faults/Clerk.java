package vn.motcua.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * A clerk's app: one click after another. A click without an answer is sent again with its key until it is answered;
 * now and then the clerk gives up and never learns what came of it.
 */
final class Clerk {

    private static final String[] CHANNELS = {"COUNTER", "POSTAL", "ONLINE"};
    private static final long UNANSWERED_PAUSE_MILLIS = 300;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private final String name;
    private final String unit;
    private final Line line;
    private final Answers answers;
    private final Random random;
    private final List<Remembered> all = new ArrayList<>();
    private final List<Remembered> open = new ArrayList<>();
    private int clicksRepeated;

    Clerk(String name, String unit, Line line, Answers answers, long seed) {
        this.name = name;
        this.unit = unit;
        this.line = line;
        this.answers = answers;
        this.random = new Random(seed);
    }

    List<Remembered> all() {
        return all;
    }

    int clicksRepeated() {
        return clicksRepeated;
    }

    /** One click; the dossier it was about. */
    Remembered click() throws InterruptedException {
        if (open.isEmpty() || open.size() < 20 && random.nextInt(4) == 0) {
            return receive();
        }
        var dossier = open.get(random.nextInt(open.size()));
        if (random.nextInt(4) == 0) {
            look(dossier);
        } else {
            take(dossier);
        }
        return dossier;
    }

    private Remembered receive() throws InterruptedException {
        var dossier = new Remembered(name + "-" + all.size(), unit, CHANNELS[random.nextInt(CHANNELS.length)]);
        all.add(dossier);
        var row = dossier.channel.equals("ONLINE") ? "SUBMITTED" : "RECEIVED";
        insist(dossier, row, "/v1/dossiers", receipt(dossier), null);
        if (!dossier.isInDoubt()) {
            open.add(dossier);
        }
        return dossier;
    }

    private static Map<String, Object> receipt(Remembered dossier) {
        return new HashMap<>(Map.of(
                "procedure", Office.PROCEDURE,
                "channel", dossier.channel,
                "receivingUnit", dossier.unit,
                "externalCode", dossier.externalCode,
                "applicant", Map.of("kind", "CITIZEN", "name", "Nguyễn Thị Mai")));
    }

    private void take(Remembered dossier) throws InterruptedException {
        var moves = dossier.moves();
        var move = moves.get(random.nextInt(moves.size()));
        if (move.isUnusual() && random.nextInt(4) > 0) {
            return;
        }
        var path = "/v1/dossiers/" + dossier.code() + "/" + move.path();
        insist(dossier, move.row(), path, move.body(), dossier.etag());
        if (dossier.isInDoubt() || dossier.moves().isEmpty()) {
            open.remove(dossier);
        }
    }

    private void insist(Remembered dossier, String row, String path, Object body, String ifMatch)
            throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var end = System.nanoTime() + PATIENCE_NANOS;
        var heard = line.post(path, body, key, ifMatch);
        while (!heard.isDone()) {
            var despairs = !heard.isUnheard() && random.nextInt(5) == 0;
            if (!heard.isBusy() && !heard.isNothing() || despairs || System.nanoTime() > end) {
                answers.expect(System.nanoTime() <= end, "no good answer in time to " + path);
                dossier.inDoubt(row);
                return;
            }
            Thread.sleep(heard.isBusy() ? heard.retryAfter() * 1000L : UNANSWERED_PAUSE_MILLIS);
            clicksRepeated++;
            heard = line.post(path, body, key, ifMatch);
        }
        dossier.acknowledged(row, heard);
    }

    /** Nobody else works on it: what is shown is what was acknowledged last. */
    private void look(Remembered dossier) throws InterruptedException {
        var heard = line.get("/v1/dossiers/" + dossier.code());
        if (heard.isDone()) {
            answers.expect(
                    dossier.etag().equals(heard.etag())
                            && dossier.status()
                                    .equals(heard.body().path("status").asText()),
                    dossier.code() + " was acknowledged as " + dossier.status() + " " + dossier.etag()
                            + " and is shown as " + heard.body().path("status") + " " + heard.etag());
        } else if (heard.isNothing()) {
            Thread.sleep(UNANSWERED_PAUSE_MILLIS);
        }
    }
}
