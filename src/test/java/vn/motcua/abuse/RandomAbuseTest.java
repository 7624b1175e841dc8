package vn.motcua.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import vn.motcua.Calling;
import vn.motcua.Service;
import vn.motcua.openapi.PublishedDocument;
import vn.motcua.openapi.PublishedDocument.Operation;

/** However a request is spoilt, it is answered, and where it is refused, with a reason that is known. */
@QuarkusTest
@Service
class RandomAbuseTest {

    private static final Logger LOG = Logger.getLogger(RandomAbuseTest.class);
    private static final long SEED = Long.getLong("motcua.seed", 20260105);
    private static final int REQUESTS = Integer.getInteger("motcua.requests", 20_000);
    private static final int SENDERS = 3;
    private static final int TOLD = 20;
    private static final Pattern CODE = Pattern.compile("\\| `([a-z0-9-]+)` \\|");

    /** Codes named after a status. */
    private static final Set<String> PLAIN = Set.of(
            "bad-request",
            "not-found",
            "method-not-allowed",
            "not-acceptable",
            "request-entity-too-large",
            "request-uri-too-long",
            "unsupported-media-type",
            "request-header-fields-too-large");

    /** Answered to any address, whatever the document says of the operation. */
    private static final Set<Integer> ANYWHERE = Set.of(404, 405, 413, 414, 415, 431);

    @Inject
    AgroalDataSource database;

    private final Map<Integer, AtomicInteger> answered = new ConcurrentSkipListMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Set<String> codes = new HashSet<>(PLAIN);
    private PublishedDocument document;
    private List<Operation> operations;
    private final Map<Operation, List<Call>> samples = new HashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private Yard yard;

    @Test
    void no_request_however_spoilt_is_left_without_a_proper_answer() throws Exception {
        prepare();
        var begun = System.nanoTime();
        var senders = Executors.newFixedThreadPool(SENDERS);
        var all = new ArrayList<Future<?>>();
        for (int i = 0; i < SENDERS; i++) {
            all.add(senders.submit(this::sendUntilDone));
        }
        for (var each : all) {
            each.get();
        }
        senders.shutdown();
        LOG.infof("seed %d: %d requests in %d s, answered %s", SEED, REQUESTS, seconds(begun), answered);
        Fingerprint.of(database); // jobs that were begun end before other tests go on

        assertThat(wrong.stream().limit(TOLD))
                .as("%d wrong, seed %d", wrong.size(), SEED)
                .isEmpty();
        assertThat(answered.keySet()).contains(200, 201, 202, 400, 401, 403, 404, 405, 406, 409, 412, 415, 428);
        assertThat(done).as("what was still good enough to be done").hasSizeGreaterThan(operations.size() * 3 / 4);
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }

    private void prepare() throws InterruptedException {
        document = PublishedDocument.read();
        operations = List.copyOf(document.operations().values());
        yard = Yard.found();
        operations.forEach(
                operation -> samples.put(operation, yard.samples(document).of(operation)));
        var problem = JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/Problem");
        CODE.matcher(document.resolved(problem).path("description").asText())
                .results()
                .forEach(row -> codes.add(row.group(1)));
        for (var operation : operations) {
            if (!operation.open()) {
                Calling.token(Samples.caller(operation), Yard.ROOT);
                Calling.token(Samples.caller(operation), Yard.CORNER);
            }
        }
    }

    private void sendUntilDone() {
        try (var wire = new Wire(RestAssured.port)) {
            for (int number = next.getAndIncrement(); number < REQUESTS; number = next.getAndIncrement()) {
                send(number, wire);
            }
        }
    }

    /** Everything about a request follows from the seed and its number, but for the dossiers there are by then. */
    private void send(int number, Wire wire) {
        var random = new Random(SEED * 1_000_003 + number);
        var operation = operation(number, random);
        var good = some(samples.get(operation), random);
        var dossier = yard.dossier(random.nextInt());
        good = new Call(good.method(), good.path().replace("<dossier>", dossier), good.headers(), good.body());
        if (good.headers().containsKey("Idempotency-Key")) {
            good = good.with("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        }
        var spoilt = new Spoiler(random, parameters(operation)).spoil(good);
        var elsewhere = !spoilt.method().equals(good.method()) || !spoilt.path().equals(good.path());
        var call = called(operation, spoilt, elsewhere);
        var answer = wire.send(call);
        yard.remember(answer);
        if (answer.status() < 300 && !elsewhere) {
            done.add(operation.id());
        }
        answered.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
        var flaws = flaws(operation, call, answer, elsewhere);
        if (!flaws.isEmpty()) {
            wrong.add("\n%d, spoilt from %s: %s%n  %s%n  %s".formatted(number, operation.id(), flaws, call, answer));
        }
    }

    /** One after the other; those that begin long work, which nobody waits for here, more seldom. */
    private Operation operation(int number, Random random) {
        var operation = operations.get(number % operations.size());
        return operation.answer(202).isObject() && random.nextInt(10) > 0
                ? operations.get(random.nextInt(operations.size()))
                : operation;
    }

    private static Call some(List<Call> calls, Random random) {
        return calls.get(random.nextInt(calls.size()));
    }

    private List<String> parameters(Operation operation) {
        var names = new ArrayList<String>();
        operation.said().path("parameters").forEach(parameter -> {
            var said = document.resolved(parameter);
            if (said.path("in").asText().equals("query")) {
                names.add(said.path("name").asText());
            }
        });
        return names;
    }

    /** Whoever could change what belongs to all is sent where it was meant to go, or has no say. */
    private static Call called(Operation operation, Call call, boolean elsewhere) {
        if (operation.open() || call.headers().containsKey("Authorization")) {
            return call;
        }
        var role = Samples.caller(operation);
        var unit = role.equals("catalogue") && elsewhere ? Yard.CORNER : Yard.ROOT;
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + Calling.token(role, unit));
        headers.putAll(call.headers());
        return new Call(call.method(), call.path(), headers, call.body());
    }

    private List<String> flaws(Operation operation, Call call, Answer answer, boolean elsewhere) {
        var flaws = new ArrayList<String>();
        if (answer.status() >= 500) {
            flaws.add("answered " + answer.status());
        }
        if (answer.status() >= 400 && !call.method().equals("HEAD")) {
            flaws.addAll(answer.flaws());
            if (!codes.contains(answer.code())) {
                flaws.add("unknown code " + answer.code());
            }
        }
        if (answer.status() < 300 && answer.body().length > 0 && answer.json().isMissingNode()) {
            flaws.add("no JSON");
        }
        var documented = operation.answer(answer.status()).isObject() || ANYWHERE.contains(answer.status());
        if (!elsewhere && !documented) {
            flaws.add("not documented");
        }
        return flaws;
    }
}
