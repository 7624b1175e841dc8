package vn.motcua.access;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The table of rights as a page for people: which role may call which operation, and from where. */
final class RightsDocument {

    static final Path FILE = Path.of("src", "docs", "rights.md");
    static final String REWRITE = "./mvnw test -Dtest=RightsDocumentTest -Drights.record=true";

    private static final String INTRODUCTION =
            """
            # Who may do what

            A caller's token names its roles and the unit it acts for. The table says from which relation to what an \
            operation is about each role may call it; an empty cell: never. An officer may all that a clerk may, a \
            supervisor all that an officer may. The caller's subtree is that unit and all below it; where a unit has \
            been succeeded, rights follow its dossiers. Being open to a role is not all: the status of a dossier \
            decides which steps there are (409).

            Refused is, in this order: no valid token, 401; a role the row does not name, 403; an object the caller has \
            no sight of, 404, as if it were not there; a dossier in sight from another relation than the row's, or a \
            unit out of reach, 403. Lists, searches, streams, files and figures hold what is in sight and nothing else.

            The code behind this page is `access/Rights`. `RightsTest` calls every operation with every role from every \
            relation, and compares. Written by `%s`; the build fails when it is stale.
            """
                    .formatted(REWRITE);

    private static final Map<Role, List<Role>> AS = Map.of(
            Role.OFFICER, List.of(Role.CLERK, Role.OFFICER),
            Role.SUPERVISOR, List.of(Role.CLERK, Role.OFFICER, Role.SUPERVISOR));

    private final Map<String, Map<Rights, String>> chapters = new TreeMap<>();

    private RightsDocument(JsonNode document) {
        var known = new LinkedHashMap<String, String[]>();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    var said = method.getValue();
                    var line = "`%s %s`<br>%s"
                            .formatted(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    said.get("summary").asText());
                    known.put(
                            said.get("operationId").asText(),
                            new String[] {said.at("/tags/0").asText(), line});
                }));
        for (var rights : Rights.values()) {
            var said = known.get(rights.operation());
            chapters.computeIfAbsent(said[0], none -> new LinkedHashMap<>()).put(rights, said[1]);
        }
    }

    /** @param document the committed API document */
    static String of(Path document) throws IOException {
        return new RightsDocument(new ObjectMapper().readTree(document.toFile())).written();
    }

    private String written() {
        return Stream.of(
                        Stream.of(INTRODUCTION, relations()),
                        chapters.entrySet().stream().map(chapter -> chapter(chapter.getKey(), chapter.getValue())),
                        Stream.of(people()))
                .flatMap(part -> part)
                .collect(joining("\n"));
    }

    private static String relations() {
        return Arrays.stream(Relation.values())
                .map(relation -> "| %s | %s |\n".formatted(named(relation), relation.said()))
                .collect(joining("", "## Relations\n\n| relation | what it means |\n| --- | --- |\n", ""));
    }

    private static String chapter(String name, Map<Rights, String> rows) {
        var roles = Arrays.stream(Role.values()).map(Role::tokenName).collect(joining(" | "));
        var head =
                "## %s\n\n| operation | %s |\n|%s\n".formatted(name, roles, " --- |".repeat(Role.values().length + 1));
        return rows.entrySet().stream()
                .map(row -> "| " + row.getValue() + " | " + cells(row.getKey().grants()) + " |\n")
                .collect(joining("", head, ""));
    }

    private static String people() {
        return """
                ## People of a dossier

                Who may see a dossier sees its people: whole from these relations, otherwise masked.

                | | %s |
                |%s
                | identity number, phone, e-mail, address | %s |
                """
                .formatted(
                        Arrays.stream(Role.values()).map(Role::tokenName).collect(joining(" | ")),
                        " --- |".repeat(Role.values().length + 1),
                        cells(Rights.PEOPLE_WHOLE));
    }

    private static String cells(List<Grant> grants) {
        return Arrays.stream(Role.values()).map(role -> cell(grants, role)).collect(joining(" | "));
    }

    private static String cell(List<Grant> grants, Role role) {
        return grants.stream()
                .filter(grant -> grant.roles().isEmpty()
                        || AS.getOrDefault(role, List.of(role)).stream().anyMatch(grant.roles()::contains))
                .map(RightsDocument::said)
                .collect(joining("; "));
    }

    private static String said(Grant grant) {
        return named(grant.relation())
                + switch (grant.when()) {
                    case ALWAYS -> "";
                    case SUBMITTED -> " while it is submitted";
                    case AWAITING_SUPPLEMENT -> " while it awaits a supplement";
                    case NOT_AWAITING_SUPPLEMENT -> " unless it awaits a supplement";
                };
    }

    private static String named(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
