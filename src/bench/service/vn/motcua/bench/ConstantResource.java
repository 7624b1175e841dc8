package vn.motcua.bench;

import static vn.motcua.access.Role.AUDITOR_NAME;
import static vn.motcua.access.Role.CLERK_NAME;
import static vn.motcua.access.Role.DASHBOARD_NAME;
import static vn.motcua.access.Role.INTEGRATOR_NAME;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The measure of every reading: it checks the same tokens, and then says the same to everybody. */
@Path("/bench/constant")
class ConstantResource {

    private static final Constant SAID = new Constant("H42.18-261122-0001", 1);

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({CLERK_NAME, DASHBOARD_NAME, INTEGRATOR_NAME, AUDITOR_NAME})
    @Operation(operationId = "sayTheSame", hidden = true)
    public Constant say() {
        return SAID;
    }

    record Constant(String code, int version) {}
}
