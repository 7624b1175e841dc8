package vn.motcua.organization;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.jboss.resteasy.reactive.RestPath;
import vn.motcua.http.Answer;
import vn.motcua.http.Idempotency;
import vn.motcua.http.Job;

/** The end of a unit and who takes its place. */
@Path("/v1/units/{code}/successions")
@Tag(name = "Units")
@Produces(MediaType.APPLICATION_JSON)
class SuccessionResource {

    private final SuccessionDesk desk;
    private final Idempotency idempotency;

    SuccessionResource(SuccessionDesk desk, Idempotency idempotency) {
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("recordSuccession")
    @Operation(
            operationId = "recordSuccession",
            summary = "Record that a unit is merged, split or renamed; what it leaves passes over as a job",
            description =
                    """
                    By the role catalogue, with the unit and each successor in the subtree of the caller's unit; ahead \
                    of the day or after it. From that day on the unit receives nothing. When the day has come the job \
                    passes over what the unit leaves: open dossiers and those whose result is still to be returned \
                    with a row of history each (counted as accepted), ended ones for the figures of units as they are \
                    now (counted as unchanged). Rights follow the dossiers.""")
    @APIResponse(
            responseCode = "202",
            description = "The succession is recorded; its job starts with its day",
            content = @Content(schema = @Schema(implementation = Job.View.class)))
    public Response record(
            @RestPath UnitCode code, @RestHeader("Idempotency-Key") String key, @NotNull @Valid SuccessionForm body) {
        body.requireFor(code);
        return idempotency.once(key, body, () -> {
            var job = desk.record(code, body);
            return Answer.accepted("/v1/jobs/" + job.id(), job.view());
        });
    }
}
