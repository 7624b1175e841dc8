package vn.motcua.tracking;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.TrackingSecrets;
import vn.motcua.http.Answer;
import vn.motcua.http.Idempotency;

/** A secret that was lost, given out anew at the desk. */
@Path("/v1/dossiers/{code}/tracking-secret")
@Tag(name = "Tracking")
@Produces(MediaType.APPLICATION_JSON)
class TrackingSecretResource {

    private final TrackingDesk desk;
    private final TrackingSecrets secrets;
    private final Idempotency idempotency;

    TrackingSecretResource(TrackingDesk desk, TrackingSecrets secrets, Idempotency idempotency) {
        this.desk = desk;
        this.secrets = secrets;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("reissueTrackingSecret")
    @Operation(
            operationId = "reissueTrackingSecret",
            summary = "Give out a new secret for the citizen's look-up; those given before open no more",
            description =
                    """
                    No step: status and version stay, and no `If-Match` is needed. For an imported dossier, which came \
                    without a receipt of ours, this gives out the first.""")
    @APIResponse(
            responseCode = "200",
            description = "The new secret",
            content = @Content(schema = @Schema(implementation = Given.class)))
    public Response reissue(
            @RestPath DossierCode code, @RestHeader("Idempotency-Key") String key, @NotNull @Valid Nothing body) {
        return idempotency.once(
                key,
                body,
                () -> {
                    var reissued = desk.reissue(code);
                    return Answer.ok(reissued.version(), new Kept(reissued.code(), reissued.issue()));
                },
                this::complete);
    }

    private void complete(ObjectNode kept) {
        var code = kept.get("code").textValue();
        kept.put("trackingSecret", secrets.of(code, kept.get("issue").intValue()));
    }

    /** Nothing needs to be said. */
    @Schema(name = "TrackingSecretRequest")
    record Nothing() {}

    /** What of the answer is kept with its key. */
    private record Kept(DossierCode code, int issue) {}

    @Schema(name = "TrackingSecret")
    record Given(
            DossierCode code,
            @Schema(description = "How many secrets have been given out for it", examples = "2") int issue,
            @Schema(examples = "7ZK4-M0QX-2B9T-HV3D") String trackingSecret) {}
}
