package vn.motcua.dossier;

import static vn.motcua.access.Role.AUDITOR_NAME;
import static vn.motcua.access.Role.CLERK_NAME;
import static vn.motcua.access.Role.INTEGRATOR_NAME;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.Page;
import vn.motcua.organization.UnitCode;
import vn.motcua.organization.Units;

/** What a unit still has to do. */
@Path("/v1/units/{code}/worklist")
@Tag(name = "Dossiers")
@Produces(MediaType.APPLICATION_JSON)
class WorklistResource {

    private final DossierList dossiers;
    private final Units units;
    private final Sides sides;

    WorklistResource(DossierList dossiers, Units units, Sides sides) {
        this.dossiers = dossiers;
        this.units = units;
        this.sides = sides;
    }

    @GET
    @RolesAllowed({CLERK_NAME, INTEGRATOR_NAME, AUDITOR_NAME})
    @Operation(operationId = "showWorklist", summary = "What a unit holds and must still finish, most urgent first")
    public Page<DossierLine> worklist(
            @RestPath UnitCode code,
            @Parameter(description = "Id of an officer; only what this officer holds") @RestQuery String officer,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        sides.requireWithin(units.require(code));
        return dossiers.worklist(code.value(), officer, limit, cursor);
    }
}
