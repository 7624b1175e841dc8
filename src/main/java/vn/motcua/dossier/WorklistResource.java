package vn.motcua.dossier;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.Flaws;
import vn.motcua.http.Page;
import vn.motcua.organization.UnitCode;
import vn.motcua.organization.Units;

/** What a unit still has to do. */
@Path("/v1/units/{code}/worklist")
@Tag(name = "Dossiers")
@Produces(MediaType.APPLICATION_JSON)
class WorklistResource {

    /** Ten weeks. */
    private static final int MOST_HOURS = 400;

    private final Worklist worklist;
    private final Units units;
    private final Sides sides;

    WorklistResource(Worklist worklist, Units units, Sides sides) {
        this.worklist = worklist;
        this.units = units;
        this.sides = sides;
    }

    @GET
    @PermissionsAllowed("showWorklist")
    @Operation(
            operationId = "showWorklist",
            summary = "What a unit holds and must still finish, or what of it calls for action; most urgent first",
            description =
                    """
                    A line tells what was promised and missed, nothing that depends on the time of asking. What has \
                    ended late without an apology is no longer work and not listed.""")
    public Page<DossierLine> worklist(
            @RestPath UnitCode code,
            @Parameter(description = "What of it is asked for; `ALL` by default") @RestQuery @DefaultValue("ALL")
                    WorklistCondition condition,
            @Parameter(description = "From now, on the calendar of the unit in the path; with `DUE_WITHIN` only")
                    @RestQuery
                    @Min(1)
                    @Max(MOST_HOURS)
                    Integer workingHours,
            @Parameter(description = "Id of an officer; only what this officer holds") @RestQuery String officer,
            @Parameter(
                            description = "`true`: with what the units below it hold",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String subtree,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        if ((condition == WorklistCondition.DUE_WITHIN) != (workingHours != null)) {
            throw Flaws.at(
                    "workingHours",
                    "condition",
                    "Phải có khi và chỉ khi condition là DUE_WITHIN",
                    "Belongs to the condition DUE_WITHIN, and only to it");
        }
        var below = Flag.of("subtree", subtree);
        var unit = units.require(code);
        sides.requireWithin(unit);
        return worklist.page(new Worklist.Question(unit, condition, workingHours, officer, below), limit, cursor);
    }
}
