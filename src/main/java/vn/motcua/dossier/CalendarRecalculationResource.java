package vn.motcua.dossier;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import vn.motcua.http.Answer;
import vn.motcua.http.Idempotency;
import vn.motcua.http.Job;

/** What a changed calendar does to dossiers that are already open. It stands here because it knows both. */
@Path("/v1/calendars/{code}/recalculations")
@Tag(name = "Calendars")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CalendarRecalculationResource {

    private final RecalculationDesk desk;
    private final Idempotency idempotency;

    CalendarRecalculationResource(RecalculationDesk desk, Idempotency idempotency) {
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @POST
    @PermissionsAllowed("recalculateDossiers")
    @Operation(
            operationId = "recalculateDossiers",
            summary = "Have open dossiers follow the newest version of their calendar, or ask what would come of it",
            description =
                    """
                    Answers at once and works on as a job. A dry run says which open dossiers would move and whose \
                    verdict would change, and changes nothing. Applied, every open dossier of the calendar goes over to \
                    the version that is the newest now, with a row of history each; a promise that moves is a row of its \
                    ledger. What is finished never changes, the first promise stays, and what was missed stays missed. \
                    By the role catalogue at the top of a tree.""")
    @APIResponse(
            responseCode = "202",
            description = "The job will be done; its id is that of the recalculation",
            content = @Content(schema = @Schema(implementation = Job.View.class)))
    public Response order(
            @RestPath @Parameter(description = "Code of a calendar") String code,
            @RestHeader("Idempotency-Key") String key,
            @NotNull @Valid RecalculationBody body) {
        return idempotency.once(key, body, () -> {
            var job = desk.order(code, body);
            return Answer.accepted("/v1/jobs/" + job.id(), job.view());
        });
    }
}
