package vn.motcua.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.intake.Importing;
import vn.motcua.openapi.PublishedDocument.Operation;

/** What holds for every operation: each refuses the same thing in the same way, in both languages. */
@QuarkusTest
@Service
class ErrorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedDocument document;
    private Examples examples;
    private Province province;

    @BeforeEach
    void a_dossier_to_ask_about() {
        document = PublishedDocument.read();
        examples = new Examples(document);
        province = Province.at(Examples.ROOT);
        var procedure = province.procedure(2, "WORKING_DAY");
        var receipt = Province.receipt(procedure, province.communeA(), "ONLINE");
        String code = Province.receive(as("clerk", Examples.ROOT), receipt).path("code");
        examples.use("/v1/dossiers/", "code", code);
        examples.use("/v1/units/", "code", province.communeA());
        examples.use("/v1/procedures/", "code", procedure);
        examples.use("/v1/fields/", "code", "TEST");
        examples.use("/v1/calendars/", "code", "VN");
        var row = "{\"procedure\": \"" + procedure + "\"}";
        examples.use(
                "/v1/",
                "id",
                Importing.send(Examples.ROOT, "application/x-ndjson", row, code).path("id"));
    }

    @Test
    void an_unknown_query_parameter() {
        refused(everywhere(), 400, "unknown-parameter", request -> request.queryParam("colour", "red"));
    }

    @Test
    void nobody_calling() {
        refused(operation -> !operation.open(), 401, "caller-unknown", request -> request.auth()
                .none()
                .header("Authorization", "Bearer nonsense"));
    }

    @Test
    void an_answer_that_is_not_had() {
        refused(everywhere(), 406, "not-acceptable", request -> request.accept("text/html"));
    }

    @Test
    void a_body_in_another_media_type() {
        refused(this::hasBody, 415, "unsupported-media-type", request -> request.contentType("text/plain")
                .body("colour"));
    }

    @Test
    void a_missing_key() {
        refused(keyed(), 400, "key-required", request -> request);
    }

    @Test
    void a_key_that_cannot_be_printed() {
        refused(keyed(), 400, "key-required", request -> request.header("Idempotency-Key", "a b"));
    }

    @Test
    void a_change_without_the_version_seen() {
        refused(changing(), 428, "version-required", request -> keyed(request));
    }

    @Test
    void a_change_of_an_old_version() {
        refused(changing(), 412, "version-stale", request -> keyed(request).header("If-Match", "\"999999\""));
    }

    @Test
    void a_version_that_is_no_entity_tag() {
        refused(changing(), 400, "entity-tag-invalid", request -> keyed(request).header("If-Match", "seven"));
    }

    @Test
    void a_page_too_small_or_too_large_or_from_nowhere() {
        Predicate<Operation> lists = operation -> examples.takes(operation, "cursor");
        refused(lists, 400, "invalid-request", request -> request.queryParam("limit", 0));
        refused(lists, 400, "invalid-request", request -> request.queryParam("limit", 201));
        refused(lists, 400, "invalid-request", request -> request.queryParam("limit", "many"));
        refused(lists, 400, "cursor-invalid", request -> request.queryParam("cursor", "nowhere"));
    }

    @Test
    void a_key_used_for_something_else() {
        var receive = document.operation("receiveDossier");
        var key = UUID.randomUUID().toString();
        var receipt = Province.receipt(province.procedure(1, "WORKING_DAY"), province.communeA(), "COUNTER");
        posted(receive, key, receipt).then().statusCode(201);
        posted(receive, key, receipt).then().statusCode(201);
        receipt.put("content", "khác");

        var language = List.of("vi", "en").stream()
                .map(tag -> examples.caller(receive)
                        .header("Accept-Language", tag)
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body(receipt)
                        .post(receive.path()))
                .toList();
        language.forEach(
                answer -> assertThat(flaw(receive, answer, 422, "key-reused")).isEmpty());
        assertThat(language.get(0).<String>path("detail"))
                .isNotEqualTo(language.get(1).path("detail"));
    }

    private Response posted(Operation operation, String key, Map<String, Object> body) {
        return examples.caller(operation)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(operation.path());
    }

    @Test
    void a_code_nothing_could_have() {
        for (var path : List.of(
                "/v1/units/h42",
                "/v1/units/H42..1/worklist",
                "/v1/dossiers/17",
                "/v1/dossiers/17/events",
                "/v1/procedures/abc",
                "/v1/fields/%20",
                "/v1/calendars/%F0%9F%98%80",
                "/v1/jobs/17",
                "/v1/imports/17/rows",
                "/v1/reports/frozen/17",
                "/v1/nothing",
                "/v2/units",
                "/v1/units/H42%00")) {
            var answer = as("supervisor", Examples.ROOT).get(java.net.URI.create(path));
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.contentType()).as(path + answer.asString()).startsWith("application/problem+json");
        }
    }

    @Test
    void a_method_the_path_does_not_have() {
        var wrong = new ArrayList<String>();
        document.operations().values().stream().map(Operation::path).distinct().forEach(path -> {
            var answer = as("supervisor", Examples.ROOT).patch(path.replaceAll("\\{[a-z]+}", "H99"));
            var code = json(answer).path("code").asText();
            if (!code.equals("method-not-allowed")) {
                wrong.add(path + ": " + answer.statusCode() + " " + answer.asString());
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static Predicate<Operation> everywhere() {
        return operation -> true;
    }

    private Predicate<Operation> keyed() {
        return operation -> examples.takes(operation, "Idempotency-Key");
    }

    private Predicate<Operation> changing() {
        return operation -> examples.takes(operation, "If-Match");
    }

    private boolean hasBody(Operation operation) {
        return operation.said().has("requestBody");
    }

    private static RequestSpecification keyed(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Sends the example of every such operation spoilt in this way, in both languages. */
    private void refused(
            Predicate<Operation> those,
            int status,
            String code,
            Function<RequestSpecification, RequestSpecification> spoil) {
        var wrong = new ArrayList<String>();
        document.operations().values().stream().filter(those).forEach(operation -> {
            var vietnamese = send(operation, "vi", spoil);
            var english = send(operation, "en", spoil);
            wrong.addAll(flaw(operation, vietnamese, status, code));
            wrong.addAll(flaw(operation, english, status, code));
            if (String.valueOf(vietnamese.<String>path("detail")).equals(english.path("detail"))) {
                wrong.add(operation.id() + " says the same in both languages");
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Response send(
            Operation operation, String language, Function<RequestSpecification, RequestSpecification> spoil) {
        var request = examples.request(operation).header("Accept-Language", language);
        if (hasBody(operation)) {
            var body = examples.requests(operation).values().iterator().next();
            request.contentType(body.type()).body(body.bytes());
        }
        return spoil.apply(request).request(operation.method().toUpperCase(), operation.path());
    }

    /** What is wrong with a refusal: another status or code, or one the document does not tell of. */
    private List<String> flaw(Operation operation, Response answer, int status, String code) {
        var place = operation.id() + ": " + answer.statusCode() + " " + answer.asString();
        if (answer.statusCode() != status
                || !code.equals(json(answer).path("code").asText())) {
            return List.of(place);
        }
        var media = document.resolved(operation.answer(status)).path("content").path("application/problem+json");
        if (!answer.contentType().startsWith("application/problem+json") || !media.has("schema")) {
            return List.of("undocumented " + place);
        }
        return List.copyOf(document.flaws(media.get("schema"), json(answer)));
    }

    private static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asByteArray());
        } catch (IOException notJson) {
            return TextNode.valueOf(answer.asString());
        }
    }
}
