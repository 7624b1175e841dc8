package vn.motcua.dossier;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.Cursor;
import vn.motcua.http.Page;
import vn.motcua.organization.UnitCode;

/** What a recalculation comes to, by unit and dossier by dossier. */
@Path("/v1/recalculations/{id}")
@Tag(name = "Calendars")
@Produces(MediaType.APPLICATION_JSON)
class RecalculationResource {

    private final RecalculationDesk desk;

    RecalculationResource(RecalculationDesk desk) {
        this.desk = desk;
    }

    @GET
    @PermissionsAllowed("showRecalculation")
    @Operation(operationId = "showRecalculation", summary = "Show what a recalculation has come to so far, by unit")
    public RecalculationView show(@Parameter(description = "Id of the job") @RestPath UUID id) {
        return desk.show(id);
    }

    @GET
    @Path("/rows")
    @PermissionsAllowed("listRecalculationRows")
    @Operation(
            operationId = "listRecalculationRows",
            summary = "List what a recalculation does to each dossier, in the order they were recorded")
    public Page<RecalculationRow> rows(
            @Parameter(description = "Id of the job") @RestPath UUID id,
            @Parameter(
                            description = "Only those whose promise moves, or only the others",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @RestQuery
                    String moved,
            @Parameter(
                            description = "Only those whose verdict changes, or only the others",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @RestQuery
                    String verdictChanges,
            @Parameter(description = "Only those this unit answers for") @RestQuery UnitCode unit,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        var list = "recalculation " + id;
        var after = Cursor.numberAfter(list, cursor);
        var wanted = new RecalculationRow.Filter(
                Flag.orNull("moved", moved), Flag.orNull("verdictChanges", verdictChanges), unit);
        var found = desk.rows(id, wanted, after, limit + 1);
        return Page.of(
                found, limit, RecalculationRow.Placed::row, row -> Cursor.after(list, String.valueOf(row.position())));
    }
}
