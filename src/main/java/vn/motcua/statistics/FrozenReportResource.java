package vn.motcua.statistics;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.Answer;
import vn.motcua.http.Idempotency;
import vn.motcua.http.LongReading;
import vn.motcua.http.Page;
import vn.motcua.organization.UnitCode;

/** Reports of closed periods, kept as they were handed in. */
@Path("/v1/reports/frozen")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
class FrozenReportResource {

    private static final long ONLY_VERSION = 1;

    private final FreezingDesk desk;
    private final FrozenReportList list;
    private final Idempotency idempotency;

    FrozenReportResource(FreezingDesk desk, FrozenReportList list, Idempotency idempotency) {
        this.desk = desk;
        this.list = list;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @LongReading
    @PermissionsAllowed("freezeReport")
    @Operation(
            operationId = "freezeReport",
            summary = "Freeze the report of a period that is over, as it stands now",
            description =
                    """
                    Each question is frozen once. The figures stay as reported for ever, with who froze them, when, and \
                    what the rates meant; asked with `asOf` = `frozenAt`, the report says the same, but for imports \
                    that came later. May wait a few seconds for steps that are being taken just now.""")
    @APIResponse(
            responseCode = "201",
            description = "The report is frozen",
            content = @Content(schema = @Schema(implementation = FrozenReportView.class)))
    public Response freeze(@RestHeader("Idempotency-Key") String key, @NotNull @Valid FreezeBody body) {
        Idempotency.require(key);
        var report = desk.counted(body);
        return idempotency.once(key, body, () -> {
            desk.keep(report);
            return Answer.created(report.path(), ONLY_VERSION, FrozenReportView.justFrozen(report));
        });
    }

    @GET
    @PermissionsAllowed("listFrozenReports")
    @Operation(operationId = "listFrozenReports", summary = "List frozen reports without their figures, newest first")
    public Page<FrozenLine> list(
            @RestQuery @Parameter(description = "Of this unit and all below it; the caller's own by default")
                    UnitCode unit,
            @RestQuery @Parameter(description = "Only this report", schema = @Schema(implementation = Form.class))
                    String report,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        return list.page(unit, report, limit, cursor);
    }

    @GET
    @Path("/{id}")
    @LongReading
    @PermissionsAllowed("showFrozenReport")
    @Operation(
            operationId = "showFrozenReport",
            summary = "Show a report as it was frozen, the same counted now, and each figure that differs")
    @APIResponse(
            responseCode = "200",
            description = "The report, frozen and live",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FrozenReportView.class)))
    @APIResponse(responseCode = "304", description = "Nothing differs from what the caller has")
    public Response show(
            @Parameter(description = "Id of the frozen report") @RestPath UUID id,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        return desk.show(id, ifNoneMatch);
    }
}
