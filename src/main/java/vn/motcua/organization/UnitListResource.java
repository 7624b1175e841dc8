package vn.motcua.organization;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.Cursor;
import vn.motcua.http.Dates;
import vn.motcua.http.Page;

/** All units, by code. */
@Path("/v1/units")
@Tag(name = "Units")
@Produces(MediaType.APPLICATION_JSON)
class UnitListResource {

    private static final String LIST = "units";

    private final Units units;
    private final Successions successions;

    UnitListResource(Units units, Successions successions) {
        this.units = units;
        this.successions = successions;
    }

    @GET
    @PermissionsAllowed("listUnits")
    @Operation(operationId = "listUnits", summary = "List units by code")
    public Page<UnitView> list(
            @RestQuery @Parameter(description = "Code of the unit directly above") UnitCode parent,
            @RestQuery @Parameter(description = "What kind of place it is") UnitLevel level,
            @RestQuery
                    @Parameter(
                            description = "In force on this date",
                            schema = @Schema(implementation = LocalDate.class))
                    String inForceOn,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        var after = Cursor.keyAfter(LIST, cursor);
        var date = inForceOn == null ? null : Dates.of("inForceOn", inForceOn);
        var rows = units.list(parent, level, date, after, limit + 1);
        var ends = successions.of(rows);
        return Page.of(
                rows,
                limit,
                unit -> UnitView.of(unit, ends.get(unit.code().value())),
                unit -> Cursor.after(LIST, unit.code().value()));
    }
}
