package vn.motcua.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.ClassInfo;
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

    /** All constants of the enums that are of this type, wherever they stand. */
    static <T> Stream<T> constants(IndexView code, Class<T> type) {
        return code.getAllKnownImplementations(type).stream().flatMap(found -> constants(found, type));
    }

    private static <T> Stream<T> constants(ClassInfo found, Class<T> type) {
        try {
            var constants = Class.forName(found.name().toString(), true, Document.class.getClassLoader())
                    .getEnumConstants();
            return constants == null ? Stream.empty() : Arrays.stream(constants).map(type::cast);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible); // it was found in the code
        }
    }
}
