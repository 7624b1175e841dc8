package vn.motcua.statistics;

import static vn.motcua.access.Role.AUDITOR_NAME;
import static vn.motcua.access.Role.CLERK_NAME;
import static vn.motcua.access.Role.DASHBOARD_NAME;
import static vn.motcua.access.Role.INTEGRATOR_NAME;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.http.LongReading;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/** How offices keep the dates they promise. */
@Path("/v1/statistics")
@Tag(name = "Statistics")
@Produces(MediaType.APPLICATION_JSON)
class StatisticsResource {

    private final Figures figures;

    StatisticsResource(Figures figures) {
        this.figures = figures;
    }

    @GET
    @Path("/on-time")
    @LongReading
    @RolesAllowed({CLERK_NAME, DASHBOARD_NAME, INTEGRATOR_NAME, AUDITOR_NAME})
    @Operation(
            operationId = "countOnTime",
            summary = "Count dossiers early, on time, late and still open, and give every rate with its definition",
            description =
                    """
                    In every group carriedOver + received.total = resolved.total + withdrawn + refused + pending.total, \
                    and in its intake waitingBefore + submitted = accepted + refused + withdrawn + waiting. Pending \
                    dossiers are judged at the end of the period, or at asOf where that comes first. The entity tag \
                    tells answers apart by their figures: poll with `If-None-Match`.""")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OnTimeAnswer.class)))
    @APIResponse(responseCode = "304", description = "The caller has these figures")
    public Response onTime(
            @RestQuery @Parameter(description = UNIT, schema = @Schema(implementation = UnitCode.class)) String unit,
            @RestQuery
                    @Parameter(
                            description = UNIT_ROLE,
                            schema = @Schema(implementation = UnitRole.class, defaultValue = "COMPETENT"))
                    String unitRole,
            @RestQuery @Parameter(description = "Code of a field of procedures", example = "HT") String field,
            @RestQuery @Parameter(schema = @Schema(implementation = ProcedureCode.class)) String procedure,
            @RestQuery @Parameter(description = "How they came in", schema = @Schema(implementation = Channel.class))
                    String channel,
            @RestQuery @Parameter(required = true, description = FROM, example = "2026-01-01") String from,
            @RestQuery @Parameter(required = true, description = TO, example = "2026-02-01") String to,
            @RestQuery
                    @Parameter(description = PERIOD, schema = @Schema(defaultValue = "CALENDAR"), example = "STATUTORY")
                    String period,
            @RestQuery @Parameter(description = AS_OF, example = "2026-02-03T09:15:00+07:00") String asOf,
            @RestQuery
                    @Parameter(
                            description = BASIS,
                            schema = @Schema(implementation = Basis.class, defaultValue = "DATE"))
                    String basis,
            @RestQuery
                    @Parameter(
                            description = PROMISE,
                            schema = @Schema(implementation = PromiseKind.class, defaultValue = "CURRENT"))
                    String promise,
            @RestQuery @Parameter(description = GROUP_BY, example = "unit,month") List<String> groupBy,
            @RestQuery
                    @Parameter(
                            description = UNITS,
                            schema = @Schema(implementation = UnitView.class, defaultValue = "AS_WAS"))
                    String units,
            @RestQuery @Parameter(description = RANK, example = "resolved") String rank,
            @RestQuery
                    @Min(1)
                    @Parameter(
                            description = FLOOR,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"),
                            example = "30")
                    Long floor,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        var asked = new Asked(
                unit, unitRole, field, procedure, channel, from, to, period, asOf, basis, promise, groupBy, units, rank,
                floor);
        return figures.onTime(asked, ifNoneMatch);
    }

    @GET
    @Path("/definitions")
    @PermitAll
    @Operation(
            operationId = "listDefinitions",
            summary = "List what each rate means, how it is reckoned and where it comes from",
            description = "Needs no token. Rates in answers name these by id and version.")
    public Definitions definitions() {
        return new Definitions(
                Arrays.stream(Definition.values()).map(DefinitionView::of).toList());
    }

    @Schema(name = "Definitions")
    record Definitions(List<DefinitionView> definitions) {}

    static final String UNIT = "The unit and all below it; the caller's own by default";
    static final String UNIT_ROLE = "Whether dossiers count for the unit that answers for them or that received them";
    static final String FROM = "Included: a date in the zone of the unit's calendar, or a time with offset";
    static final String TO = "Excluded: a date in the zone of the unit's calendar, or a time with offset";
    static final String PERIOD =
            "How months, quarters and years are cut: CALENDAR, STATUTORY (from the 15th to the 14th, named after the"
                    + " month of the last day) or a kind on record";
    static final String GROUP_BY =
            "Up to two, at most one of them a time: unit, field, procedure, channel, day, month, quarter, year; repeated"
                    + " or separated by commas. At most 400 sub-periods, each answered as if asked alone.";
    static final String RANK =
            "Id of the rate by which units are ranked, best first; needs groupBy=unit, alone or with a time, and then"
                    + " ranks within each sub-period. Equal rates share a place: 1, 2, 2, 4.";
    static final String FLOOR = "With rank: units whose rate has a smaller denominator have no place, and stand last";
    static final String AS_OF = "Only what was recorded by then is counted; now by default";
    static final String BASIS = "Whether a finish is compared with the date due or with the moment due";
    static final String PROMISE = "Which promise is judged: the one in force or the one given at receipt";
    static final String UNITS =
            "Whether a dossier counts for the unit at its receipt, in the tree of that time, or for the unit that has"
                    + " taken its place since, in the tree of today";
}
