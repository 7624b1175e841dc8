package vn.motcua.abuse;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.openapi.PublishedDocument;
import vn.motcua.openapi.PublishedDocument.Operation;

/** What every operation refuses, whatever it does: told from the document, so that none is forgotten. */
final class Basics {

    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH", "TRACE");

    /** Of these, one has none of the roles an operation is for. */
    private static final Map<String, Set<String>> ROLES = Map.of(
            "dashboard", Set.of("dashboard"),
            "catalogue", Set.of("catalogue"),
            "auditor", Set.of("auditor"),
            "supervisor", Set.of("supervisor", "officer", "clerk"),
            "clerk", Set.of("clerk"));

    private final PublishedDocument document;
    private final Samples samples;

    Basics(PublishedDocument document) {
        this.document = document;
        var instead = new LinkedHashMap<String, String>();
        instead.put("1.990194", "<procedure>");
        instead.put("H99.18", "<unit>");
        instead.put("H99", Scene.ROOT);
        instead.put("SANG-THU-BAY", Scene.CALENDAR);
        instead.put("HO-TICH", Scene.FIELD);
        var places = Map.of(
                "/v1/dossiers/{code}", "<received>",
                "/v1/imports/{id}", "<job>",
                "/v1/jobs/{id}", "<job>");
        this.samples = new Samples(document, instead, places);
    }

    Stream<Bad> all() {
        return Stream.concat(document.operations().values().stream().flatMap(this::of), wrongMethods());
    }

    private Stream<Bad> of(Operation operation) {
        return Stream.of(callers(operation), forms(operation), bodies(operation), headers(operation))
                .flatMap(some -> some);
    }

    private Bad sample(Operation operation) {
        return bad(operation, samples.of(operation).get(0));
    }

    private static Bad bad(Operation operation, Call call) {
        return operation.open() ? Bad.of(call).byNobody() : Bad.of(call).by(Samples.caller(operation));
    }

    private Stream<Bad> callers(Operation operation) {
        if (operation.open()) {
            return Stream.of();
        }
        var refused = new ArrayList<Bad>();
        refused.add(sample(operation).byNobody().refused(401, "caller-unknown"));
        refused.add(sample(operation)
                .byNobody()
                .with("Authorization", "Bearer a.b.c")
                .refused(401, "caller-unknown"));
        stranger(operation.said().path("x-roles"))
                .ifPresent(role -> refused.add(sample(operation).by(role).refused(403, "not-allowed")));
        return refused.stream();
    }

    private static java.util.Optional<String> stranger(JsonNode roles) {
        var named = new java.util.HashSet<String>();
        roles.forEach(role -> named.add(role.asText()));
        return named.isEmpty()
                ? java.util.Optional.empty()
                : ROLES.keySet().stream()
                        .sorted()
                        .filter(role -> ROLES.get(role).stream().noneMatch(named::contains))
                        .findFirst();
    }

    /** Another page of a list, asked for with no more than it requires. */
    private static String paged(Operation operation, Call call, String page) {
        var required = new HashSet<String>();
        operation.said().path("parameters").forEach(parameter -> {
            if (parameter.path("required").asBoolean()) {
                required.add(parameter.path("name").asText());
            }
        });
        var parts = call.path().split("\\?", 2);
        var kept = Stream.of(parts)
                .skip(1)
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(parameter -> required.contains(parameter.split("=")[0]));
        return parts[0] + "?" + Stream.concat(kept, Stream.of(page)).collect(Collectors.joining("&"));
    }

    private Stream<Bad> forms(Operation operation) {
        var call = samples.of(operation).get(0);
        var refused = new ArrayList<Bad>();
        refused.add(sample(operation).with("Accept", "text/html").refused(406, "not-acceptable"));
        refused.add(bad(operation, at(call, call.path() + (call.path().contains("?") ? "&" : "?") + "colour=red"))
                .refused(400, "unknown-parameter"));
        if (operation.path().contains("{")) {
            var nowhere = operation.path().replaceFirst("\\{[a-z]+}", "%00").replaceAll("\\{date}", "2026-01-01");
            refused.add(bad(operation, at(call, nowhere)).refused(400, "invalid-request"));
        }
        if (samples.takes(operation, "cursor")) {
            refused.add(bad(operation, at(call, paged(operation, call, "cursor=nowhere")))
                    .refused(400, "cursor-invalid"));
            refused.add(
                    bad(operation, at(call, paged(operation, call, "limit=0"))).at("/limit"));
            refused.add(bad(operation, at(call, paged(operation, call, "limit=1&limit=1")))
                    .at("limit"));
        }
        return refused.stream();
    }

    private static Call at(Call call, String path) {
        return new Call(call.method(), path, call.headers(), call.body());
    }

    private Stream<Bad> bodies(Operation operation) {
        if (!operation.said().has("requestBody")) {
            return Stream.of();
        }
        var types = Stream.of(
                sample(operation).with("Content-Type", "text/plain").refused(415, "unsupported-media-type"),
                sample(operation).with("Content-Type", null).refused(415, "unsupported-media-type"),
                sample(operation).with("Content-Encoding", "gzip").refused(415, "unsupported-media-type"));
        return operation.said().at("/requestBody/content").has("application/json")
                ? Stream.concat(types, json(operation))
                : types;
    }

    private Stream<Bad> json(Operation operation) {
        var call = samples.of(operation).get(0);
        var good = new String(call.body(), StandardCharsets.UTF_8);
        var unknown = good.equals("{}") ? "{\"colour\": 1}" : "{\"colour\": 1, " + good.substring(1);
        return Stream.of(
                saying(operation, call, "").refused(400, "invalid-request"),
                saying(operation, call, "null").at(""),
                saying(operation, call, "[" + good + "]").at(""),
                saying(operation, call, "7").at(""),
                saying(operation, call, good + "x").refused(400, "invalid-request"),
                saying(operation, call, good.substring(0, good.length() - 1)).refused(400, "invalid-request"),
                saying(operation, call, unknown).at("/colour"),
                saying(operation, call, "{\"colour\":".repeat(100_000))
                        .refused(
                                operation.id().equals("reckonDeadline") ? 413 : 400,
                                operation.id().equals("reckonDeadline")
                                        ? "request-entity-too-large"
                                        : "invalid-request"),
                saying(operation, call, " ".repeat(2 << 20)).refused(413, "request-entity-too-large"));
    }

    private static Bad saying(Operation operation, Call call, String body) {
        return bad(
                operation, new Call(call.method(), call.path(), call.headers(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private Stream<Bad> headers(Operation operation) {
        var refused = new ArrayList<Bad>();
        if (samples.takes(operation, "Idempotency-Key")) {
            refused.add(sample(operation).with("Idempotency-Key", null).refused(400, "key-required"));
            refused.add(sample(operation).with("Idempotency-Key", "a b").refused(400, "key-required"));
        }
        if (samples.takes(operation, "If-Match")) {
            refused.add(sample(operation).with("If-Match", null).refused(428, "version-required"));
            refused.add(sample(operation).with("If-Match", "seven").refused(400, "entity-tag-invalid"));
            refused.add(sample(operation).with("If-Match", "\"999999\"").refused(412, "version-stale"));
        }
        return refused.stream();
    }

    private Stream<Bad> wrongMethods() {
        var known = document.operations().values().stream()
                .collect(groupingBy(
                        operation -> samples.of(operation).get(0).path().replaceAll("\\?.*", ""),
                        mapping(operation -> operation.method().toUpperCase(java.util.Locale.ROOT), toSet())));
        return known.entrySet().stream().sorted(Map.Entry.comparingByKey()).flatMap(path -> METHODS.stream()
                .filter(method -> !path.getValue().contains(method))
                .map(method -> Bad.call(method, path.getKey()).refused(405, "method-not-allowed")));
    }
}
