package vn.motcua.organization;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import vn.motcua.http.Doing;
import vn.motcua.http.EntityTags;

/** One unit, as it is and as it should be. */
@Path("/v1/units/{code}")
@Tag(name = "Units")
@Produces(MediaType.APPLICATION_JSON)
class UnitResource {

    private final Units units;
    private final Successions successions;
    private final UnitDesk desk;

    UnitResource(Units units, Successions successions, UnitDesk desk) {
        this.units = units;
        this.successions = successions;
        this.desk = desk;
    }

    @GET
    @PermissionsAllowed("showUnit")
    @Operation(operationId = "showUnit", summary = "Show a unit")
    @APIResponse(
            responseCode = "200",
            description = "The unit",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UnitView.class)))
    public Response show(@RestPath UnitCode code, @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        var unit = units.require(code);
        return EntityTags.answer(ifNoneMatch, unit.version(), view(unit));
    }

    @PUT
    @Doing
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("putUnit")
    @Operation(
            operationId = "putUnit",
            summary = "Create a unit, or change all that is said about it",
            description =
                    """
                    By the role catalogue, for units in the subtree of the caller's unit. The caller's own unit may be \
                    created as a root, and changed where it is. `If-None-Match: *` creates, `If-Match` changes.""")
    @APIResponse(
            responseCode = "200",
            description = "The unit",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UnitView.class)))
    public Response put(
            @RestPath UnitCode code,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull UnitForm body) {
        body.requireOrder();
        if (EntityTags.creates(ifNoneMatch, ifMatch)) {
            var unit = desk.found(code, body);
            return EntityTags.created("/v1/units/" + code, unit.version(), UnitView.of(unit, null));
        }
        var unit = desk.change(code, ifMatch, body);
        return EntityTags.changed(unit.version(), view(unit));
    }

    private UnitView view(Unit unit) {
        return UnitView.of(unit, successions.of(unit.code()).orElse(null));
    }
}
