package vn.motcua.oracle;

import static vn.motcua.Calling.as;
import static vn.motcua.Calling.posting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import vn.motcua.MovableTime;

/**
 * Plays half a year of a province over HTTP, the service's time moving from event to event: the same dossiers at the
 * same moments for the same seed.
 */
final class RandomOffice {

    static final Instant BEGIN = Instant.parse("2026-01-04T17:00:00Z");
    static final Instant END = Instant.parse("2026-06-30T10:00:00Z");
    /** What a clerk who corrects at random is told now and then. */
    private static final Set<Object> REFUSED_CORRECTIONS = Set.of("missed-is-not-void", "correction-changes-nothing");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OwnProvince province;
    private final MovableTime time;
    private final RandomSteps steps;
    private final RandomMoments moments;
    private final Random random;
    private final List<String> codes = new ArrayList<>();
    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparing(Turn::order));
    private int order;

    RandomOffice(OwnProvince province, long seed, MovableTime time) {
        this.province = province;
        this.time = time;
        this.random = new Random(seed);
        this.steps = new RandomSteps(province, random);
        this.moments = new RandomMoments(random);
    }

    /** Plays the lives of so many dossiers and returns their codes. */
    List<String> play(int dossiers) {
        for (int i = 0; i < dossiers; i++) {
            await(moments.receipt(), this::receive);
        }
        while (!turns.isEmpty() && turns.peek().at().isBefore(END)) {
            var turn = turns.poll();
            time.setTo(turn.at());
            turn.what().run();
        }
        time.setTo(END);
        return codes;
    }

    private void await(Instant at, Runnable what) {
        turns.add(new Turn(at, order++, what));
    }

    private void receive() {
        var answer = posting(desk(), steps.receipt(time.instant())).post("/v1/dossiers");
        answer.then().statusCode(201);
        var seen = read(answer.asString());
        codes.add(seen.get("code").asText());
        goOn(seen, answer.header("ETag"));
    }

    /** Decides what happens to this dossier next, and when. Some are left lying. */
    private void goOn(JsonNode seen, String etag) {
        if (random.nextInt(12) > 0) {
            steps.next(seen).ifPresent(step -> {
                var at = moments.after(time.instant(), seen, step);
                await(at, () -> take(step, seen, etag));
            });
        }
    }

    private void take(String step, JsonNode seen, String etag) {
        var path = "/v1/dossiers/" + seen.get("code").asText() + "/" + step;
        var answer = posting(desk(), steps.body(step, seen, time.instant()))
                .header("If-Match", etag)
                .post(path);
        if (answer.statusCode() == 409 && REFUSED_CORRECTIONS.contains(answer.path("code"))) {
            goOn(seen, etag);
            return;
        }
        answer.then().statusCode(200);
        goOn(read(answer.asString()), answer.header("ETag"));
    }

    /** The history of a dossier as anybody who may read it gets it. */
    Story story(String code) {
        var path = "/v1/dossiers/" + code + "/events?limit=200";
        var page = read(desk().get(path).then().statusCode(200).extract().asString());
        var rows = new ArrayList<Row>();
        page.get("items").forEach(row -> rows.add(Row.of(row)));
        return new Story(code, rows);
    }

    /** Somebody who may do everything everywhere in the province: sides are not what is tested here. */
    private RequestSpecification desk() {
        return as("supervisor", province.root());
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private record Turn(Instant at, int order, Runnable what) {}
}
