package vn.motcua.statistics;

import static vn.motcua.access.Role.AUDITOR_NAME;
import static vn.motcua.access.Role.CLERK_NAME;
import static vn.motcua.access.Role.DASHBOARD_NAME;
import static vn.motcua.access.Role.INTEGRATOR_NAME;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

/** The reports offices owe, in the form II.06/VPCP/KSTT. */
@Path("/v1/reports")
@Tag(name = "Reports")
@RolesAllowed({CLERK_NAME, DASHBOARD_NAME, INTEGRATOR_NAME, AUDITOR_NAME})
@Produces(MediaType.APPLICATION_JSON)
class ReportResource {

    private static final String FORM =
            """
            received.total includes what was carried over; pending.withinDeadline includes stopped dossiers. Right of \
            the form, in beyondForm, stands what it has no column for, so that in every row received.total = \
            resolved.total + pending.total + all of beyondForm.""";

    private final Figures figures;

    ReportResource(Figures figures) {
        this.figures = figures;
    }

    @GET
    @Path("/06a")
    @LongReading
    @Operation(operationId = "report06a", summary = "Report on handling dossiers, by unit", description = FORM)
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FormReport.class)))
    @APIResponse(responseCode = "304", description = "The caller has this report")
    public Response byUnit(
            @RestQuery
                    @Parameter(description = StatisticsResource.UNIT, schema = @Schema(implementation = UnitCode.class))
                    String unit,
            @RestQuery
                    @Parameter(
                            description = StatisticsResource.UNIT_ROLE,
                            schema = @Schema(implementation = UnitRole.class, defaultValue = "COMPETENT"))
                    String unitRole,
            @RestQuery @Parameter(required = true, description = StatisticsResource.FROM, example = "2025-12-15")
                    String from,
            @RestQuery @Parameter(required = true, description = StatisticsResource.TO, example = "2026-06-15")
                    String to,
            @RestQuery @Parameter(description = StatisticsResource.AS_OF) String asOf,
            @RestQuery
                    @Parameter(
                            description = StatisticsResource.BASIS,
                            schema = @Schema(implementation = Basis.class, defaultValue = "DATE"))
                    String basis,
            @RestQuery
                    @Parameter(
                            description = StatisticsResource.PROMISE,
                            schema = @Schema(implementation = PromiseKind.class, defaultValue = "CURRENT"))
                    String promise,
            @RestQuery
                    @Parameter(
                            description = StatisticsResource.UNITS,
                            schema = @Schema(implementation = UnitView.class, defaultValue = "AS_WAS"))
                    String units,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        var asked = Asked.grouped(Grouping.UNIT, unit, unitRole, from, to, asOf, basis, promise, units);
        return figures.report("06a", asked, ifNoneMatch);
    }

    @GET
    @Path("/06b")
    @LongReading
    @Operation(operationId = "report06b", summary = "Report on handling dossiers, by field", description = FORM)
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FormReport.class)))
    @APIResponse(responseCode = "304", description = "The caller has this report")
    public Response byField(
            @RestQuery
                    @Parameter(description = StatisticsResource.UNIT, schema = @Schema(implementation = UnitCode.class))
                    String unit,
            @RestQuery
                    @Parameter(
                            description = StatisticsResource.UNIT_ROLE,
                            schema = @Schema(implementation = UnitRole.class, defaultValue = "COMPETENT"))
                    String unitRole,
            @RestQuery @Parameter(required = true, description = StatisticsResource.FROM, example = "2025-12-15")
                    String from,
            @RestQuery @Parameter(required = true, description = StatisticsResource.TO, example = "2026-06-15")
                    String to,
            @RestQuery @Parameter(description = StatisticsResource.AS_OF) String asOf,
            @RestQuery
                    @Parameter(
                            description = StatisticsResource.BASIS,
                            schema = @Schema(implementation = Basis.class, defaultValue = "DATE"))
                    String basis,
            @RestQuery
                    @Parameter(
                            description = StatisticsResource.PROMISE,
                            schema = @Schema(implementation = PromiseKind.class, defaultValue = "CURRENT"))
                    String promise,
            @RestQuery
                    @Parameter(
                            description = StatisticsResource.UNITS,
                            schema = @Schema(implementation = UnitView.class, defaultValue = "AS_WAS"))
                    String units,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        var asked = Asked.grouped(Grouping.FIELD, unit, unitRole, from, to, asOf, basis, promise, units);
        return figures.report("06b", asked, ifNoneMatch);
    }
}
