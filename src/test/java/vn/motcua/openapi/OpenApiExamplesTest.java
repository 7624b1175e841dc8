package vn.motcua.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Service;
import vn.motcua.intake.Importing;
import vn.motcua.openapi.PublishedDocument.Operation;

/** The document is true: every example in it is sent to the service, and answered as the document says. */
@QuarkusTest
@Service
class OpenApiExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COUNTER = "At the counter";
    private static final String STREAM = "text/event-stream";
    private static final String ONLINE = "Submitted online";

    /** What comes first: later examples stand on what these make. */
    private static final List<String> FOUNDATION = List.of(
            "signDemoToken",
            "putCalendar",
            "putCalendarDay",
            "removeCalendarDay",
            "putUnit",
            "putField",
            "putProcedure",
            "receiveDossier");

    /** What has to have happened to a dossier before a step; most need only its receipt. */
    private static final Map<String, List<String>> BEFORE = Map.of(
            "receiveSupplement", List.of("requestSupplement"),
            "receivePayment", List.of("requestPayment"),
            "resumeDossier", List.of("suspendDossier"),
            "returnResult", List.of("finishDossier"),
            "correctDossier", List.of("finishDossier"));

    private static final Set<String> FROM_SUBMITTED =
            Set.of("acceptDossier", "refuseDossier", "requestSupplement", "receiveSupplement");

    /** A POST that leaves nothing behind. */
    private static final Set<String> CHANGES_NOTHING =
            Set.of("reckonDeadline", "signDemoToken", "trackDossier", "exportPerson");

    private static final Set<String> SHOWS_SOMEBODY = Set.of(
            "showDossier",
            "listDossierEvents",
            "explainDeadline",
            "searchDossiers",
            "exportDossiers",
            "exportPerson",
            "listAudit");

    private PublishedDocument document;
    private Examples examples;
    private final Set<String> answered = new TreeSet<>();

    @BeforeEach
    void read() {
        document = PublishedDocument.read();
        examples = new Examples(document);
    }

    @Test
    void every_example_is_answered_as_documented() throws Exception {
        foundProvince();
        FOUNDATION.forEach(this::run);
        importAndFollow();
        freeze();
        recalculate();
        track();
        for (var operation : document.operations().values()) {
            if (!answered.contains(operation.id())) {
                prepare(operation);
                run(operation.id());
            }
        }

        assertThat(answered).isEqualTo(new TreeSet<>(document.operations().keySet()));
        assertThat(document.operations().values())
                .filteredOn(OpenApiExamplesTest::changesOrShowsSomebody)
                .allMatch(OpenApiExamplesTest::isOnRecord);
    }

    private static boolean changesOrShowsSomebody(Operation operation) {
        return !operation.method().equals("get") && !CHANGES_NOTHING.contains(operation.id())
                || SHOWS_SOMEBODY.contains(operation.id());
    }

    private static boolean isOnRecord(Operation operation) {
        var found = as("auditor", Examples.ROOT).get("/v1/audit?limit=1&operation=" + operation.id());
        return !found.<List<Object>>path("items").isEmpty();
    }

    private static void foundProvince() {
        found(Examples.ROOT, Map.of("name", "Tỉnh Ví Dụ", "level", "PROVINCE", "validFrom", "2000-01-01"));
        for (var unit : List.of("H99.17", "H99.19")) {
            found(unit, Map.of("name", "Huyện", "level", "OTHER", "parent", "H99", "validFrom", "2000-01-01"));
        }
    }

    private static void found(String unit, Map<String, String> said) {
        create(as("catalogue", Examples.ROOT), "/v1/units/" + unit, said);
    }

    /** An import answers at once; its rows are there when its job is done. */
    private void importAndFollow() throws InterruptedException {
        for (var body : examples.requests(document.operation("importDossiers")).values()) {
            var sent = check(
                    document.operation("importDossiers"),
                    examples.send(document.operation("importDossiers"), body, false));
            RecordedAnswers.keep(document.operation("importDossiers"), sent);
            Importing.finished(Examples.ROOT, sent.header("Location"));
            examples.use("/v1/", "id", sent.path("id"));
        }
        run("showJob");
        run("listImportRows");
    }

    /** What was frozen is shown by its id. */
    private void freeze() {
        var operation = document.operation("freezeReport");
        for (var body : examples.requests(operation).values()) {
            var frozen = check(operation, examples.send(operation, body, false));
            RecordedAnswers.keep(operation, frozen);
            examples.use("/v1/", "id", frozen.path("id"));
        }
        run("showFrozenReport");
    }

    /** What it came to is asked by the id of its job, as an import is. */
    private void recalculate() {
        var operation = document.operation("recalculateDossiers");
        for (var body : examples.requests(operation).values()) {
            var ordered = check(operation, examples.send(operation, body, false));
            examples.use("/v1/", "id", ordered.path("id"));
        }
    }

    /** Only whoever has the secret on a receipt is told anything. */
    private void track() {
        var receive = document.operation("receiveDossier");
        var receipt = examples.requests(receive).get(COUNTER).without("externalCode");
        var received = examples.send(receive, receipt, false);
        var operation = document.operation("trackDossier");
        for (var body : examples.requests(operation).values()) {
            body.with("code", received.path("code")).with("secret", received.path("trackingSecret"));
            check(operation, examples.send(operation, body, false));
        }
    }

    private void prepare(Operation operation) {
        if (operation.path().startsWith("/v1/dossiers/{code}")) {
            var receive = document.operation("receiveDossier");
            var kind = FROM_SUBMITTED.contains(operation.id()) ? ONLINE : COUNTER;
            var body = examples.requests(receive).get(kind).without("externalCode");
            examples.use(
                    "/v1/dossiers/", "code", examples.send(receive, body, false).path("code"));
            BEFORE.getOrDefault(operation.id(), List.of()).forEach(this::run);
        }
    }

    private void run(String id) {
        var operation = document.operation(id);
        if (operation.answer(200).path("content").has(STREAM)) {
            listen(operation);
            return;
        }
        var requests = examples.requests(operation);
        assertThat(requests).as("examples of " + id).isNotEmpty();
        var makes = operation.method().equals("put") && examples.takes(operation, "If-None-Match");
        requests.forEach((name, body) -> {
            if (makes) {
                assertThat(check(operation, examples.send(operation, body, true))
                                .statusCode())
                        .isEqualTo(201);
            }
            var answer = check(operation, examples.send(operation, body, false));
            RecordedAnswers.keep(operation, answer);
        });
    }

    private void listen(Operation operation) {
        var schema = operation.answer(200).path("content").path(STREAM).path("schema");
        try (var stream = examples.listen(operation)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).isEqualTo(STREAM);
            var first = stream.next(Duration.ofSeconds(20)).data();
            assertThat(document.flaws(schema.path("contentSchema"), JSON.readTree(first)))
                    .as(first)
                    .isEmpty();
        } catch (Exception failed) {
            throw new AssertionError(operation.id(), failed);
        }
        answered.add(operation.id());
    }

    private Response check(Operation operation, Response answer) {
        var place = operation.id() + ": " + answer.statusCode() + " " + answer.asString();
        assertThat(answer.statusCode()).as(place).isBetween(200, 299);
        var said = operation.answer(answer.statusCode());
        assertThat(said.isObject()).as("documented: " + place).isTrue();
        said.path("headers").fieldNames().forEachRemaining(name -> assertThat(answer.header(name))
                .as(name + " of " + operation.id())
                .isNotNull());
        var media = said.path("content").path(answer.contentType().split(";")[0]);
        assertThat(media.has("schema")).as("schema: " + place).isTrue();
        assertThat(document.flaws(media.get("schema"), json(answer))).as(place).isEmpty();
        answered.add(operation.id());
        return answer;
    }

    /** What is not JSON is text to the document. */
    private static JsonNode json(Response answer) {
        if (!answer.contentType().contains("json") || answer.contentType().contains("ndjson")) {
            return TextNode.valueOf(answer.asString());
        }
        try {
            return JSON.readTree(answer.asByteArray());
        } catch (IOException malformed) {
            throw new AssertionError(answer.asString(), malformed);
        }
    }
}
