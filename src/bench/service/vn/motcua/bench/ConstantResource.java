package vn.motcua.bench;

import io.quarkus.security.PermissionsAllowed;
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
    @PermissionsAllowed("countOnTime")
    @Operation(operationId = "sayTheSame", hidden = true)
    public Constant say() {
        return SAID;
    }

    record Constant(String code, int version) {}
}
