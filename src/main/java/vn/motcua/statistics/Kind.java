package vn.motcua.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/** What the dossiers asked for are about and how they came in, as query parameters; null means no matter. */
record Kind(
        @RestQuery @Parameter(description = "Code of a field of procedures", example = "HT") String field,
        @RestQuery @Parameter(schema = @Schema(implementation = ProcedureCode.class)) String procedure,
        @RestQuery @Parameter(description = "How they came in", schema = @Schema(implementation = Channel.class))
                String channel) {

    static final Kind ANY = new Kind(null, null, null);
}
