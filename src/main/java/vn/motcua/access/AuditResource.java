package vn.motcua.access;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.LongReading;
import vn.motcua.http.Page;

/** Who read and did what. */
@Path("/v1/audit")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {

    private final AuditList list;

    AuditResource(AuditList list) {
        this.list = list;
    }

    @GET
    @Audited
    @LongReading
    @PermissionsAllowed("listAudit")
    @Operation(
            operationId = "listAudit",
            summary = "List who read and did what, newest first",
            description =
                    """
                    Every answer that showed a dossier, its history or the reckoning of its promise, every search and \
                    export, every reading of this list, and every change that was acknowledged; a repeated request once. \
                    An entry is seen by auditors of the unit its caller acted for and of the units the dossier had then. \
                    Its time is that of the request; it was on disk before the answer left.""")
    public Page<AuditView> list(
            @BeanParam AuditFilter filter,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        return list.page(filter, limit, cursor);
    }
}
