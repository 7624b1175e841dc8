package vn.motcua.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;

/** What a rate means, where it comes from and how it is reckoned from the counts. */
@Schema(name = "Definition")
record DefinitionView(
        @Schema(examples = "resolved") String id,
        @Schema(examples = "1", description = "Raised when the meaning changes") int version,
        Bilingual name,
        Bilingual meaning,
        @Schema(
                        description = "Over the counts of the same group",
                        examples =
                                "(resolved.early + resolved.onTime) / (resolved.early + resolved.onTime + resolved.late)")
                String formula,
        @Schema(nullable = true, description = "The basis it insists on; null: that of the query") Basis basis,
        @Schema(nullable = true, description = "The promise it insists on; null: that of the query")
                PromiseKind promise,
        Bilingual source) {

    static DefinitionView of(Definition definition) {
        return new DefinitionView(
                definition.id(),
                definition.version(),
                definition.title(),
                definition.meaning(),
                definition.formula(),
                definition.basis(),
                definition.promise(),
                definition.source());
    }
}
