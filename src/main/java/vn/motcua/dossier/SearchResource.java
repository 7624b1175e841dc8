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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.access.Audited;
import vn.motcua.http.Page;

/** Finding a person's dossiers. A POST that changes nothing and needs no key. */
@Path("/v1/dossiers/search")
@Tag(name = "Dossiers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SearchResource {

    private final DossierList dossiers;

    SearchResource(DossierList dossiers) {
        this.dossiers = dossiers;
    }

    @POST
    @Audited
    @PermissionsAllowed("searchDossiers")
    @Operation(operationId = "searchDossiers", summary = "Find the dossiers of a person, newest first")
    public Page<DossierLine> search(
            @NotNull @Valid SearchBody body,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        return dossiers.search(body, limit, cursor);
    }
}
