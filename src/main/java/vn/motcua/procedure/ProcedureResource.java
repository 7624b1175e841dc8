package vn.motcua.procedure;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.Dates;
import vn.motcua.http.Doing;
import vn.motcua.http.EntityTags;

/** One procedure and its versions. */
@Path("/v1/procedures/{code}")
@Tag(name = "Procedures")
@Produces(MediaType.APPLICATION_JSON)
class ProcedureResource {

    private final Procedures procedures;
    private final InstantSource time;
    private final ProcedureDesk desk;

    ProcedureResource(Procedures procedures, InstantSource time, ProcedureDesk desk) {
        this.procedures = procedures;
        this.time = time;
        this.desk = desk;
    }

    @GET
    @PermissionsAllowed("showProcedure")
    @Operation(
            operationId = "showProcedure",
            summary = "Show a procedure in the version in force on a date, today by default",
            description = "Without `on` the answer depends on the day and is never 304")
    @APIResponse(
            responseCode = "200",
            description = "The procedure",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProcedureView.class)))
    public Response show(
            @RestPath ProcedureCode code,
            @RestQuery
                    @Parameter(
                            description = "In force on this date; today by default",
                            schema = @Schema(implementation = LocalDate.class))
                    String on,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        var date = on == null ? Dates.today(time) : Dates.of("on", on);
        return EntityTags.answer(
                on == null ? null : ifNoneMatch,
                procedures.require(code).version(),
                ProcedureView.of(code, procedures.versions(code), date));
    }

    @PUT
    @Doing
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("putProcedure")
    @Operation(
            operationId = "putProcedure",
            summary = "Create a procedure, or make, replace or end one of its versions",
            description =
                    """
                    `If-None-Match: *` creates the procedure with its first version. With `If-Match`, `validFrom` says \
                    which version is meant: a new one ends an earlier version without an end the day before; an \
                    existing one is replaced, unless a dossier was received under it: then only `validTo` may differ. \
                    Versions do not overlap. By the role catalogue at the top of a tree.""")
    @APIResponse(
            responseCode = "200",
            description = "The procedure",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProcedureView.class)))
    public Response put(
            @RestPath ProcedureCode code,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ProcedureForm body) {
        var form = body.complete().requireSense();
        if (EntityTags.creates(ifNoneMatch, ifMatch)) {
            var procedure = desk.create(code, form);
            return EntityTags.created("/v1/procedures/" + code, procedure.version(), view(procedure, form));
        }
        var procedure = desk.change(code, ifMatch, form);
        return EntityTags.changed(procedure.version(), view(procedure, form));
    }

    private ProcedureView view(Procedure procedure, ProcedureForm written) {
        return ProcedureView.of(procedure.code(), procedures.versions(procedure.code()), written.validFrom());
    }
}
