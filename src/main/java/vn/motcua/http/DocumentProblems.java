package vn.motcua.http;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;
import vn.motcua.problem.ProblemType;

/** Lists the problems the service knows at the schema they come in. */
final class DocumentProblems {

    private final OpenAPI document;
    private final IndexView code;

    DocumentProblems(OpenAPI document, IndexView code) {
        this.document = document;
        this.code = code;
    }

    void list() {
        var rows = Document.constants(code, ProblemType.class)
                .sorted(Comparator.comparing(ProblemType::code))
                .map(problem -> "| `%s` | %d | %s |"
                        .formatted(
                                problem.code(),
                                ProblemMapper.status(problem.kind()).getStatusCode(),
                                problem.english().replace("%s", "…").replace("|", "\\|")))
                .collect(Collectors.joining("\n"));
        var schema = document.getComponents().getSchemas().get("Problem");
        schema.setDescription("A refused request (RFC 9457). Beside the codes named after a status (`not-acceptable`), "
                + "these are known:\n\n| code | status | meaning |\n| --- | --- | --- |\n" + rows + "\n");
    }
}
