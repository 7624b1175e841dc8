package vn.motcua.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

/** Says of every operation who may call it, which headers go with it and which problems it can answer with. */
final class DocumentOperations {

    private static final String KEY = "Idempotency-Key";
    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";

    /** Parameters that mean the same wherever they are, by name. */
    private static final Map<String, String> SHARED =
            Map.of(KEY, "IdempotencyKey", "limit", "Limit", "cursor", "Cursor", "count", "Count");

    /** What every answer tells about how many requests are left. */
    private static final Map<String, String> LIMITS =
            new TreeMap<>(Map.of("RateLimit", "RateLimit", "RateLimit-Policy", "RateLimitPolicy"));

    private final OpenAPI document;
    private final Map<String, Admission> admissions;

    DocumentOperations(OpenAPI document, IndexView code) {
        this.document = document;
        this.admissions = Document.constants(code, Admission.class)
                .collect(Collectors.toMap(Admission::operation, Function.identity()));
    }

    void complete() {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach(this::complete));
    }

    private void complete(HttpMethod method, Operation operation) {
        var headers = headers(operation);
        var open = callers(operation);
        answers(method, operation, headers, open);
        successes(method, operation, headers);
        operation.setParameters(parameters(method, operation, headers));
        new DocumentExamples(document, operation).add();
    }

    private static List<String> headers(Operation operation) {
        return all(operation.getParameters()).stream()
                .filter(parameter -> parameter.getIn() == In.HEADER)
                .map(Parameter::getName)
                .toList();
    }

    /** Notes the roles; tells whether it is open to everybody. */
    private boolean callers(Operation operation) {
        var admission = admissions.get(operation.getOperationId());
        if (admission == null) {
            throw new IllegalStateException("Nothing says who may call " + operation.getOperationId());
        }
        if (admission.isOpen()) {
            operation.setSecurity(List.of());
        } else if (!admission.roles().isEmpty()) {
            operation.addExtension("x-roles", admission.roles());
        }
        return admission.isOpen();
    }

    private static void answers(HttpMethod method, Operation operation, List<String> headers, boolean open) {
        var answers = new TreeMap<>(operation.getResponses().getAPIResponses());
        var named = all(operation.getParameters()).stream().anyMatch(parameter -> parameter.getIn() == In.PATH);
        var keyed = headers.contains(KEY);
        var changes = method == HttpMethod.PUT || method == HttpMethod.DELETE;
        put(answers, "304", "NotModified", headers.contains(IF_NONE_MATCH) && !changes);
        put(answers, "400", "BadRequest", true);
        put(answers, "401", "Unauthorized", !open);
        put(answers, "403", "Forbidden", operation.getExtensions() != null);
        put(answers, "404", "NotFound", named || operation.getRequestBody() != null);
        put(answers, "406", "NotAcceptable", true);
        put(answers, "408", "RequestTimeout", operation.getRequestBody() != null);
        put(answers, "409", "Conflict", keyed || changes);
        put(answers, "412", "PreconditionFailed", headers.contains(IF_MATCH));
        put(answers, "413", "ContentTooLarge", operation.getRequestBody() != null);
        put(answers, "415", "UnsupportedMediaType", operation.getRequestBody() != null);
        put(answers, "422", "KeyReused", keyed);
        put(answers, "428", "PreconditionRequired", headers.contains(IF_MATCH));
        put(answers, "429", "TooManyRequests", true);
        put(answers, "503", "ServiceUnavailable", true);
        operation.getResponses().setAPIResponses(new LinkedHashMap<>(answers));
    }

    private static void put(Map<String, APIResponse> answers, String status, String name, boolean fits) {
        if (fits) {
            answers.put(status, OASFactory.createAPIResponse().ref("#/components/responses/" + name));
        } else if (!status.equals("304")) {
            answers.remove(status);
        }
    }

    private static void successes(HttpMethod method, Operation operation, List<String> headers) {
        var answers = operation.getResponses().getAPIResponses();
        if (method == HttpMethod.PUT && headers.contains(IF_NONE_MATCH)) {
            var made = OASFactory.createAPIResponse()
                    .description("Created")
                    .content(answers.get("200").getContent());
            var ordered = new TreeMap<>(answers);
            ordered.put("201", made);
            operation.getResponses().setAPIResponses(new LinkedHashMap<>(ordered));
        }
        var tagged = headers.contains(IF_MATCH) || headers.contains(IF_NONE_MATCH) || headers.contains(KEY);
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                LIMITS.forEach((name, header) ->
                        answer.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + header)));
            }
            if (tagged && (status.equals("200") || status.equals("201"))) {
                answer.addHeader("ETag", OASFactory.createHeader().ref("#/components/headers/ETag"));
            }
            if (status.equals("201") || status.equals("202")) {
                answer.addHeader("Location", OASFactory.createHeader().ref("#/components/headers/Location"));
            }
        });
    }

    private List<Parameter> parameters(HttpMethod method, Operation operation, List<String> headers) {
        var parameters = new ArrayList<Parameter>();
        for (var parameter : all(operation.getParameters())) {
            var shared = shared(method, parameter.getName(), headers);
            if (shared != null) {
                parameters.add(OASFactory.createParameter().ref("#/components/parameters/" + shared));
            } else if (!"Content-Type".equals(parameter.getName())) {
                parameters.add(described(parameter));
            }
        }
        parameters.add(OASFactory.createParameter().ref("#/components/parameters/AcceptLanguage"));
        return parameters;
    }

    private static String shared(HttpMethod method, String name, List<String> headers) {
        var either = method == HttpMethod.PUT && headers.contains(IF_NONE_MATCH);
        return switch (name) {
            case IF_MATCH -> either ? "IfMatchToChange" : "IfMatch";
            case IF_NONE_MATCH -> either ? "IfNoneMatchToCreate" : "IfNoneMatch";
            default -> SHARED.get(name);
        };
    }

    /** A parameter nothing else is said about is described by its type. */
    private Parameter described(Parameter parameter) {
        var ref = parameter.getSchema() == null ? null : parameter.getSchema().getRef();
        if (parameter.getDescription() == null && ref != null) {
            var type = document.getComponents().getSchemas().get(ref.substring(ref.lastIndexOf('/') + 1));
            parameter.setDescription(type.getDescription());
        }
        return parameter;
    }

    private static List<Parameter> all(List<Parameter> parameters) {
        return parameters == null ? List.of() : parameters;
    }
}
