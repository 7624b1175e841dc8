package vn.motcua.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI document at build time with what follows from the code by rule: which problems an operation can
 * answer with, which headers it takes and gives, which roles may call it, what is never null, and its examples.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Document implements OASFilter {

    private final IndexView code;

    public Document(IndexView code) {
        this.code = code;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new DocumentSchemas(document, new DocumentRecords(code)).complete();
        new DocumentOperations(document, code).complete();
        new DocumentProblems(document, code).list();
    }
}
