package vn.motcua.intake;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.dossier.Archive.How;
import vn.motcua.http.Answer;
import vn.motcua.http.BodyLimit;
import vn.motcua.http.Cursor;
import vn.motcua.http.Idempotency;
import vn.motcua.http.Job;
import vn.motcua.http.Jobs;
import vn.motcua.http.Page;

/** History that other systems recorded, brought in bulk. */
@Path("/v1/imports")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
class ImportResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final ImportDesk desk;
    private final ImportRows rows;
    private final Jobs jobs;
    private final Idempotency idempotency;

    ImportResource(ImportDesk desk, ImportRows rows, Jobs jobs, Idempotency idempotency) {
        this.desk = desk;
        this.rows = rows;
        this.jobs = jobs;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes({NDJSON, CSV})
    @BodyLimit(BodyLimit.MOST)
    @PermissionsAllowed("importDossiers")
    @Operation(
            operationId = "importDossiers",
            summary = "Bring dossiers that another system recorded; answers at once, works on as a job")
    @APIResponse(
            responseCode = "202",
            description = "Every row is kept and will be worked on",
            content = @Content(schema = @Schema(implementation = Job.View.class)))
    public Response take(
            @RestHeader("Idempotency-Key") String key,
            @RestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = NDJSON,
                                        schema =
                                                @Schema(
                                                        type = SchemaType.STRING,
                                                        description = "A row on each line",
                                                        contentMediaType = NDJSON,
                                                        contentSchema = ImportLine.class)),
                                @Content(
                                        mediaType = CSV,
                                        schema =
                                                @Schema(
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "A header line with the names of a row's members, then a row on each line (RFC 4180)",
                                                        contentMediaType = CSV))
                            })
                    InputStream body)
            throws IOException {
        var kind = "csv".equals(type.getSubtype()) ? ImportFile.Kind.CSV : ImportFile.Kind.NDJSON;
        try (var file = ImportFile.of(body, kind)) {
            return idempotency.once(key, Map.of("kind", kind, "sha256", file.digest()), () -> {
                var job = desk.takeIn(file);
                return Answer.accepted("/v1/jobs/" + job.id(), job.view());
            });
        }
    }

    @GET
    @Path("/{id}/rows")
    @Transactional
    @PermissionsAllowed("listImportRows")
    @Operation(operationId = "listImportRows", summary = "List what became of the rows of an import")
    public Page<ImportResult> rows(
            @Parameter(description = "Id of the job") @RestPath UUID id,
            @Parameter(description = "Only rows that ended so") @RestQuery How outcome,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        var job = jobs.require(id);
        var list = "import " + job.id();
        var after = Cursor.numberAfter(list, cursor);
        var found = rows.list(job.id(), outcome, after, limit + 1);
        return Page.of(found, limit, row -> row, row -> Cursor.after(list, String.valueOf(row.row())));
    }
}
