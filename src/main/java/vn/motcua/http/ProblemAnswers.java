package vn.motcua.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes into the API document what follows from the kind of an operation: how it can be refused, what it may answer. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
@OpenAPIDefinition(
        info = @Info(title = "Một Cửa", version = "1"),
        components = @Components(schemas = @Schema(name = "Problem", implementation = ProblemDetail.class)))
public class ProblemAnswers implements OASFilter {

    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        var answers = operation.getResponses();
        statuses(path, method, operation)
                .forEach(status -> answers.addAPIResponse(status.substring(0, 3), problem(status.substring(4))));
        Optional.ofNullable(answers.getAPIResponse("200"))
                .filter(shown -> takes(operation, "If-None-Match"))
                .ifPresent(shown -> {
                    if (method == HttpMethod.PUT) {
                        answers.addAPIResponse("201", created(shown));
                    } else if (method == HttpMethod.GET) {
                        answers.addAPIResponse(
                                "304", OASFactory.createAPIResponse().description("The caller has this version"));
                    }
                });
    }

    private static List<String> statuses(String path, HttpMethod method, Operation operation) {
        var statuses = new ArrayList<>(List.of("400 The request is not valid", "503 Try again later"));
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            statuses.add("401 No valid token");
            statuses.add("403 The caller may not do this");
        }
        if (path.contains("{") || operation.getRequestBody() != null) {
            statuses.add("404 There is no such thing");
        }
        if (operation.getRequestBody() != null) {
            statuses.add("413 The body is too large");
            statuses.add("415 The body is not of a type that is read here");
        }
        if (operation.getRequestBody() != null || method == HttpMethod.DELETE) {
            statuses.add("409 The state of things does not allow it");
        }
        if (takes(operation, "If-Match")) {
            statuses.add("412 The caller saw another version");
            statuses.add("428 The caller must say which version it saw");
        }
        if (takes(operation, "Idempotency-Key")) {
            statuses.add("422 The key was used for another request");
        }
        return statuses;
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter ->
                                parameter.getIn() == Parameter.In.HEADER && header.equals(parameter.getName()));
    }

    private static APIResponse created(APIResponse shown) {
        var path = OASFactory.createHeader()
                .description("Where it is")
                .schema(OASFactory.createSchema()
                        .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING));
        return OASFactory.createAPIResponse()
                .description("Created")
                .content(shown.getContent())
                .addHeader("Location", path);
    }

    private static APIResponse problem(String description) {
        var schema = OASFactory.createSchema().ref(PROBLEM);
        var media = OASFactory.createMediaType().schema(schema);
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType("application/problem+json", media));
    }
}
