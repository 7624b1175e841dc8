package vn.motcua.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.params.ParameterizedTest.DISPLAY_NAME_PLACEHOLDER;
import static vn.motcua.Calling.nobody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.Service;
import vn.motcua.openapi.PublishedDocument.Operation;

/** The document is complete and committed. */
@QuarkusTest
@Service
class OpenApiDocumentTest {

    private static final String REFRESH =
            "openapi/ is stale: ./mvnw -Popenapi package -DskipTests, and commit what changed";

    /** Reads JSON too; the order of members says nothing. */
    private static final YAMLMapper YAML = new YAMLMapper();

    private PublishedDocument document;

    @BeforeEach
    void read() {
        document = PublishedDocument.read();
    }

    @ParameterizedTest(name = DISPLAY_NAME_PLACEHOLDER + " {0}")
    @ValueSource(strings = {"yaml", "json"})
    void what_is_committed_is_what_the_service_publishes(String form) throws IOException {
        var published = nobody().get("/openapi?format=" + form).asString();

        var committed = Files.readString(Path.of("openapi", "motcua." + form));

        assertThat(YAML.readTree(committed)).as(REFRESH).isEqualTo(YAML.readTree(published));
    }

    @Test
    void every_operation_says_what_it_is_for() {
        each(operation -> {
            assertThat(operation.said().path("operationId").asText()).isNotBlank();
            assertThat(operation.said().path("summary").asText()).isNotBlank();
            assertThat(operation.said().path("tags")).hasSize(1);
        });
    }

    @Test
    void every_parameter_is_described_and_those_in_a_path_have_an_example() {
        each(operation -> operation.said().path("parameters").forEach(parameter -> {
            var said = document.resolved(parameter);
            assertThat(said.path("description").asText()).as(said.toString()).isNotBlank();
            assertThat(said.has("schema")).as(said.toString()).isTrue();
            if (said.path("in").asText().equals("path")) {
                assertThat(said.has("example")).as(said.toString()).isTrue();
            }
        }));
    }

    @Test
    void every_operation_tells_how_it_is_refused() {
        each(operation -> {
            var expected = operation.open() ? List.of(400, 406, 429, 503) : List.of(400, 401, 406, 429, 503);
            expected.forEach(status -> assertThat(operation.answer(status).isObject())
                    .as("%d", status)
                    .isTrue());
            operation.said().path("responses").fields().forEachRemaining(answer -> {
                if (answer.getKey().startsWith("4") || answer.getKey().startsWith("5")) {
                    refusal(answer.getValue());
                }
            });
        });
    }

    private void refusal(JsonNode answer) {
        var media = document.resolved(answer).path("content").path("application/problem+json");
        assertThat(media.at("/schema/$ref").asText()).endsWith("/Problem");
        assertThat(document.flaws(media.get("schema"), media.path("example"))).isEmpty();
    }

    @Test
    void every_success_has_an_example_that_keeps_to_its_schema() {
        each(operation -> operation.said().path("responses").fields().forEachRemaining(answer -> {
            if (answer.getKey().startsWith("2")) {
                answer.getValue().path("content").forEach(media -> {
                    assertThat(media.has("example")).as(answer.getKey()).isTrue();
                    assertThat(document.flaws(media.get("schema"), media.get("example")))
                            .isEmpty();
                });
            }
        }));
    }

    @Test
    void no_schema_leaves_open_what_an_object_holds() {
        assertThat(document.vagueSchemas()).isEmpty();
    }

    @Test
    void in_demo_mode_there_is_a_page_to_read_it_on() {
        nobody().get("/docs/").then().statusCode(200).body(containsString("swagger-ui"));
    }

    private void each(Consumer<Operation> check) {
        document.operations().forEach((id, operation) -> {
            try {
                check.accept(operation);
            } catch (AssertionError wrong) {
                throw new AssertionError(id + ": " + wrong.getMessage(), wrong);
            }
        });
    }
}
