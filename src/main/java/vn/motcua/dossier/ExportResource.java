package vn.motcua.dossier;

import static vn.motcua.dossier.ExportFormat.CSV_TYPE;
import static vn.motcua.dossier.ExportFormat.NDJSON_TYPE;

import io.quarkus.security.PermissionsAllowed;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.access.Audited;
import vn.motcua.http.Negotiation;

/** Lists of dossiers without an end to a page. */
@Path("/v1/exports/dossiers")
@Tag(name = "Exports")
class ExportResource {

    private static final MediaType NDJSON = MediaType.valueOf(NDJSON_TYPE);
    private static final MediaType CSV = MediaType.valueOf(CSV_TYPE);

    private final DossierExport dossiers;
    private final Sides sides;

    ExportResource(DossierExport dossiers, Sides sides) {
        this.dossiers = dossiers;
        this.sides = sides;
    }

    @GET
    @Audited
    @Produces({NDJSON_TYPE, CSV_TYPE})
    @PermissionsAllowed("exportDossiers")
    @Operation(
            operationId = "exportDossiers",
            summary = "The whole list of dossiers as a stream, newest first",
            description =
                    """
                    `Accept` chooses the form: `application/x-ndjson` (the default), a line of the list on each line, \
                    or `text/csv` (UTF-8, RFC 4180), its members as columns. All rows are of one moment, that of the \
                    request. In CSV a text that a spreadsheet would take for a formula (beginning with `=`, `+`, `-` \
                    or `@`, as an external code may) has an apostrophe before it; NDJSON has it as it is.

                    The rows are sent as fast as they are taken. A connection that breaks before the end of the body \
                    means that the export is not complete: a failure in the middle, a client that needs over a minute \
                    for 1,000 rows, or an hour for all. Few exports run at once; 503 says when to try again.""")
    @APIResponse(
            responseCode = "200",
            description = "The dossiers, as long as the body",
            content = {
                @Content(
                        mediaType = NDJSON_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "A dossier on each line",
                                        contentMediaType = NDJSON_TYPE,
                                        contentSchema = DossierLine.class)),
                @Content(
                        mediaType = CSV_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "A header line with the names of a line's members, then a"
                                                + " dossier on each line (RFC 4180)",
                                        contentMediaType = CSV_TYPE))
            })
    public Response export(@BeanParam DossierFilter filter, @Context Request request, @Context HttpServerRequest http) {
        var wanted = Negotiation.typeFor(request, NDJSON, CSV);
        var format = CSV.isCompatible(wanted) ? ExportFormat.CSV : ExportFormat.NDJSON;
        return Response.ok(dossiers.of(filter, sides.reach(), format, http), wanted)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + format.fileName() + "\"")
                .build();
    }
}
