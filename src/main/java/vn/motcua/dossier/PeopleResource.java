package vn.motcua.dossier;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.access.Audited;
import vn.motcua.http.Answer;
import vn.motcua.http.Idempotency;
import vn.motcua.http.Job;
import vn.motcua.http.Page;

/** What a person may ask of whoever keeps data on them (Law 91/2025/QH15). */
@Path("/v1/people")
@Tag(name = "People")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PeopleResource {

    private final PeopleExport export;
    private final AnonymisationDesk desk;
    private final Idempotency idempotency;

    PeopleResource(PeopleExport export, AnonymisationDesk desk, Idempotency idempotency) {
        this.export = export;
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/export")
    @Audited
    @PermissionsAllowed("exportPerson")
    @Operation(
            operationId = "exportPerson",
            summary = "Give out all that is held on a person, dossier by dossier, newest first",
            description =
                    """
                    Whole, unmasked: to be handed to the person who asked. Reaches the dossiers the caller sees. Changes \
                    nothing and needs no key; each dossier read is recorded.""")
    public Page<PeopleExport.Held> export(
            @NotNull @Valid PersonAsked body,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        return export.of(body, limit, cursor);
    }

    @POST
    @Path("/anonymisation")
    @PermissionsAllowed("anonymisePeople")
    @Operation(
            operationId = "anonymisePeople",
            summary = "Let go of the people of dossiers that have been over for as long as the rule says",
            description =
                    """
                    Answers at once and works on as a job. Names, identity numbers, phones, addresses and free texts are \
                    deleted for good; where each dossier stood, its history and every count stay as they are, and a row \
                    of history says that it was done. Reaches dossiers a unit of the caller's subtree answers for.""")
    @APIResponse(
            responseCode = "202",
            description = "The job will be done",
            content = @Content(schema = @Schema(implementation = Job.View.class)))
    public Response anonymise(@RestHeader("Idempotency-Key") String key, @NotNull @Valid AnonymisationBody body) {
        return idempotency.once(key, body, () -> {
            var job = desk.order(body);
            return Answer.accepted("/v1/jobs/" + job.id(), job.view());
        });
    }
}
