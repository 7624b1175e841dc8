package vn.motcua.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says of every body what is true of it: what is always there, what may be null, and plain values as plain values. */
final class DocumentSchemas {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String HOUR = "^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$";

    private static final Map<String, Consumer<Schema>> PLAIN = Map.of(
            "LocalDate", schema -> schema.setFormat("date"),
            "Instant", schema -> schema.setFormat("date-time"),
            "OffsetDateTime", schema -> schema.setFormat("date-time"),
            "Duration", schema -> schema.setFormat("duration"),
            "UUID", schema -> schema.setFormat("uuid"),
            "LocalTime", schema -> schema.setPattern(HOUR));

    /** Types of the clock, which knows nothing of this document, by better names. */
    private static final Map<String, String> RENAMED = Map.of("Kind", "DayKind");

    private final OpenAPI document;
    private final DocumentRecords records;

    DocumentSchemas(OpenAPI document, DocumentRecords records) {
        this.document = document;
        this.records = records;
    }

    void complete() {
        var sent = reached(operations().flatMap(DocumentSchemas::sent));
        var refused = OASFactory.createSchema().ref(COMPONENTS + "Problem");
        var given = reached(Stream.concat(Stream.of(refused), operations().flatMap(DocumentSchemas::given)));
        var named = new TreeMap<String, Schema>();
        document.getComponents().getSchemas().forEach((name, schema) -> {
            order(name, schema);
            if (schema.getProperties() != null && given.contains(name) && !sent.contains(name)) {
                promise(name, schema);
            }
            if (!PLAIN.containsKey(name)) {
                named.put(RENAMED.getOrDefault(name, name), schema);
            }
        });
        document.getComponents().setSchemas(new LinkedHashMap<>(named));
        named.values().forEach(schema -> walk(schema, DocumentSchemas::tidy));
        operations()
                .flatMap(operation -> Stream.of(parameters(operation), sent(operation), given(operation)))
                .flatMap(schemas -> schemas)
                .forEach(schema -> walk(schema, DocumentSchemas::tidy));
    }

    private Stream<Operation> operations() {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private static Stream<Schema> parameters(Operation operation) {
        return Objects.requireNonNullElse(
                        operation.getParameters(),
                        List.<org.eclipse.microprofile.openapi.models.parameters.Parameter>of())
                .stream()
                .map(parameter -> parameter.getSchema())
                .filter(Objects::nonNull);
    }

    private static Stream<Schema> sent(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.empty()
                : in(operation.getRequestBody().getContent());
    }

    private static Stream<Schema> given(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .flatMap(response -> in(response.getContent()));
    }

    private static Stream<Schema> in(Content content) {
        return content == null || content.getMediaTypes() == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(media -> media.getSchema())
                        .filter(Objects::nonNull);
    }

    /** The named schemas these lead to. */
    private Set<String> reached(Stream<Schema> from) {
        var names = new HashSet<String>();
        var open = new ArrayDeque<Schema>();
        from.forEach(open::add);
        while (!open.isEmpty()) {
            walk(open.pop(), schema -> {
                if (schema.getRef() != null && names.add(name(schema.getRef()))) {
                    open.add(document.getComponents().getSchemas().get(name(schema.getRef())));
                }
            });
        }
        return names;
    }

    private static String name(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    /** Members in the order of the code; what JSON unwraps comes in no order of its own. */
    private void order(String name, Schema schema) {
        var properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        var ordered = new LinkedHashMap<String, Schema>();
        for (var member : records.members(name)) {
            if (properties.containsKey(member.name())) {
                ordered.put(member.name(), properties.get(member.name()));
            }
        }
        properties.forEach(ordered::putIfAbsent);
        schema.setProperties(ordered);
    }

    /** What an answer always holds, and what of it may be null. */
    private void promise(String name, Schema schema) {
        var required = new ArrayList<String>();
        for (var member : records.members(name)) {
            if (member.nullable() && member.omitted()) {
                if (!member.either()) {
                    neverNull(schema.getProperties().get(member.name()));
                }
            } else {
                required.add(member.name());
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static void neverNull(Schema schema) {
        if (schema.getType() != null) {
            schema.setType(schema.getType().stream()
                    .filter(type -> type != SchemaType.NULL)
                    .toList());
        }
        if (isOrNull(schema)) {
            schema.setRef(schema.getAnyOf().get(0).getRef());
            schema.setAnyOf(null);
        }
    }

    private static boolean isOrNull(Schema schema) {
        return schema.getAnyOf() != null
                && schema.getAnyOf().size() == 2
                && schema.getAnyOf().get(0).getRef() != null;
    }

    private static void walk(Schema schema, Consumer<Schema> visit) {
        visit.accept(schema);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> walk(property, visit));
        }
        if (schema.getItems() != null) {
            walk(schema.getItems(), visit);
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            walk(schema.getAdditionalPropertiesSchema(), visit);
        }
        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .filter(Objects::nonNull)
                .forEach(choices -> choices.forEach(choice -> walk(choice, visit)));
    }

    private static void tidy(Schema schema) {
        if (isOrNull(schema)) {
            orNull(schema, name(schema.getAnyOf().get(0).getRef()));
        } else if (schema.getRef() != null) {
            refer(schema, name(schema.getRef()));
        }
        if (schema.getPattern() != null) {
            schema.setPattern(whole(schema.getPattern()));
        }
        schema.setAll(new LinkedHashMap<>(new TreeMap<>(schema.getAll()))); // the same order in every build
    }

    private static void orNull(Schema schema, String name) {
        if (PLAIN.containsKey(name)) {
            schema.setAnyOf(null);
            schema.setType(List.of(SchemaType.STRING, SchemaType.NULL));
            PLAIN.get(name).accept(schema);
        } else {
            schema.setType((List<SchemaType>) null);
        }
    }

    private static void refer(Schema schema, String name) {
        schema.setType((List<SchemaType>) null);
        if (PLAIN.containsKey(name)) {
            schema.setRef(null);
            schema.setType(List.of(SchemaType.STRING));
            PLAIN.get(name).accept(schema);
        } else {
            schema.setRef(COMPONENTS + RENAMED.getOrDefault(name, name));
        }
    }

    /** A constraint of the code is about the whole text, a pattern of JSON Schema about any part of it. */
    private static String whole(String pattern) {
        if (pattern.equals("\\S") || pattern.startsWith("^")) {
            return pattern;
        }
        return pattern.contains("|") ? "^(" + pattern + ")$" : "^" + pattern + "$";
    }
}
