package vn.motcua.tracking;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.http.CallerAddress;
import vn.motcua.http.Language;

/** The citizen's look-up. */
@Path("/v1/tracking")
@Tag(name = "Tracking")
@Produces(MediaType.APPLICATION_JSON)
class TrackingResource {

    private final TrackingDesk desk;
    private final Throttle throttle;

    TrackingResource(TrackingDesk desk, Throttle throttle) {
        this.desk = desk;
        this.throttle = throttle;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "trackDossier",
            summary = "Tell a citizen where the dossier is, when it is ready and why it is late",
            description =
                    """
                    With the code and the secret on the receipt, however they were typed. A wrong secret, an unknown \
                    code and the secret of another dossier are answered alike. Whoever tries too often is asked to \
                    wait.""")
    @APIResponse(
            responseCode = "200",
            description = "Where it is",
            content = @Content(schema = @Schema(implementation = TrackingView.class)))
    public Response track(
            @NotNull @Valid Question body, @Context HttpHeaders headers, @Context RoutingContext context) {
        var code = TrackingDesk.code(body.code());
        var attempt = throttle.take(code, CallerAddress.of(context.request()));
        if (!desk.opens(code, body.secret())) {
            throw TrackingProblem.NOT_FOUND_BY_SECRET.because();
        }
        attempt.wasRight();
        var found = desk.show(code, Language.of(headers)).orElseThrow(TrackingProblem.NOT_FOUND_BY_SECRET::because);
        return Response.ok(found).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Both of any form: what no dossier could have is answered as what none has. */
    @Schema(name = "TrackingQuestion")
    record Question(
            @NotNull @Size(max = 100) @Schema(examples = "H42.18-260105-0001") String code,
            @NotNull @Size(max = 100) @Schema(examples = "7ZK4-M0QX-2B9T-HV3D") String secret) {}
}
