package vn.motcua.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.motcua.Calling.nobody;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.Service;

@QuarkusTest
@Service
class ApiDocumentTest {

    @Test
    @SuppressWarnings("unchecked")
    void every_operation_tells_its_name_its_purpose_and_how_it_is_refused() {
        Map<String, Map<String, Object>> paths = nobody().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");

        paths.forEach((path, item) -> item.values().stream()
                .filter(Map.class::isInstance)
                .map(operation -> (Map<String, Object>) operation)
                .forEach(operation -> {
                    assertThat(operation).as(path).containsKeys("operationId", "summary");
                    assertThat((Map<String, Object>) operation.get("responses"))
                            .as(path)
                            .containsKeys("400", "503");
                }));
    }

    @Test
    void a_put_tells_of_creation_and_of_versions() {
        var put = "paths.'/v1/units/{code}'.put.responses";
        nobody().get("/openapi?format=json")
                .then()
                .body(put, hasKey("201"))
                .body(put, hasKey("412"))
                .body(put, hasKey("428"))
                .body(put + ".'409'.content.'application/problem+json'.schema.$ref", is("#/components/schemas/Problem"))
                .body("components.schemas.Problem.properties", hasKey("traceId"))
                .body("paths.'/v1/deadlines'.post", not(hasKey("security")));
    }
}
