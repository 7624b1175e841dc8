package vn.motcua.dossier;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import vn.motcua.http.Answer;
import vn.motcua.http.Idempotency;
import vn.motcua.http.Page;

/** Dossiers: received and found. */
@Path("/v1/dossiers")
@Tag(name = "Dossiers")
@Produces(MediaType.APPLICATION_JSON)
class DossierListResource {

    private final Reception reception;
    private final DossierList dossiers;
    private final Idempotency idempotency;
    private final TrackingSecrets secrets;

    DossierListResource(Reception reception, DossierList dossiers, Idempotency idempotency, TrackingSecrets secrets) {
        this.reception = reception;
        this.dossiers = dossiers;
        this.idempotency = idempotency;
        this.secrets = secrets;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("receiveDossier")
    @Operation(
            operationId = "receiveDossier",
            summary = "Receive a dossier: give it a code and promise a date; on the spot, with its result")
    @APIResponse(
            responseCode = "201",
            description = "The dossier is recorded; its promise is in the answer",
            content = @Content(schema = @Schema(implementation = ReceiptAnswer.class)))
    public Response receive(@RestHeader("Idempotency-Key") String key, @NotNull @Valid ReceiptBody body) {
        return idempotency.once(key, body, () -> received(reception.receive(body)), secrets::addTo);
    }

    private static Answer received(Dossier dossier) {
        var path = "/v1/dossiers/" + dossier.papers().code();
        return Answer.created(path, dossier.version(), DossierAnswer.of(dossier));
    }

    @GET
    @PermissionsAllowed("listDossiers")
    @Operation(operationId = "listDossiers", summary = "Find dossiers, newest first")
    public Page<DossierLine> list(
            @BeanParam DossierFilter filter,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor,
            @RestQuery @Pattern(regexp = "capped") String count) {
        var page = dossiers.list(filter, limit, cursor);
        return count == null ? page : page.counted(dossiers.count(filter));
    }
}
