package vn.motcua.statistics;

import static vn.motcua.statistics.ReportFormat.CSV_TYPE;
import static vn.motcua.statistics.ReportFormat.XLSX_TYPE;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.EntityTags;
import vn.motcua.http.Language;
import vn.motcua.http.LongReading;
import vn.motcua.http.Negotiation;

/** The reports offices owe, in the form II.06/VPCP/KSTT. */
@Path("/v1/reports")
@Tag(name = "Reports")
@Produces({MediaType.APPLICATION_JSON, CSV_TYPE, XLSX_TYPE})
class ReportResource {

    private static final String FORM =
            """
            received.total includes what was carried over; pending.withinDeadline includes stopped dossiers. Right of \
            the form, in beyondForm, stands what it has no column for, so that in every row received.total = \
            resolved.total + pending.total + all of beyondForm. `cells` of a column says what to ask \
            `/v1/statistics/dossiers` for, with the unit of a row as `groupUnit` or its field as `field`.

            `Accept` chooses the form: `application/json` (the default), `text/csv` (UTF-8, RFC 4180) or a workbook, \
            `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`, laid out as the form, its totals as \
            sums. Both have headings in the language of `Accept-Language` and the names of units and fields. In CSV a \
            text that a spreadsheet would take for a formula has an apostrophe before it.""";

    private static final String FILE = "Columns as in the JSON answer, after number, code and name; last the total";
    private static final MediaType CSV = MediaType.valueOf(CSV_TYPE);
    private static final MediaType XLSX = MediaType.valueOf(XLSX_TYPE);
    private static final String VARY = EntityTags.VARY + ", " + HttpHeaders.ACCEPT;

    private final Figures figures;
    private final ReportFiles files;

    ReportResource(Figures figures, ReportFiles files) {
        this.figures = figures;
        this.files = files;
    }

    @GET
    @Path("/06a")
    @LongReading
    @PermissionsAllowed("report06a")
    @Operation(operationId = "report06a", summary = "Report on handling dossiers, by unit", description = FORM)
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FormReport.class)),
                @Content(
                        mediaType = CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING, description = FILE, contentMediaType = CSV_TYPE)),
                @Content(
                        mediaType = XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, description = FILE, contentMediaType = XLSX_TYPE))
            })
    @APIResponse(responseCode = "304", description = "The caller has this report")
    public Response byUnit(
            @BeanParam Scope scope,
            @RestQuery @Parameter(description = Scope.AS_OF) String asOf,
            @RestHeader("If-None-Match") String ifNoneMatch,
            @Context Request request,
            @Context HttpHeaders headers) {
        return report(Form.UNITS, scope, asOf, ifNoneMatch, request, headers);
    }

    @GET
    @Path("/06b")
    @LongReading
    @PermissionsAllowed("report06b")
    @Operation(operationId = "report06b", summary = "Report on handling dossiers, by field", description = FORM)
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FormReport.class)),
                @Content(
                        mediaType = CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING, description = FILE, contentMediaType = CSV_TYPE)),
                @Content(
                        mediaType = XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, description = FILE, contentMediaType = XLSX_TYPE))
            })
    @APIResponse(responseCode = "304", description = "The caller has this report")
    public Response byField(
            @BeanParam Scope scope,
            @RestQuery @Parameter(description = Scope.AS_OF) String asOf,
            @RestHeader("If-None-Match") String ifNoneMatch,
            @Context Request request,
            @Context HttpHeaders headers) {
        return report(Form.FIELDS, scope, asOf, ifNoneMatch, request, headers);
    }

    private Response report(
            Form form, Scope scope, String asOf, String ifNoneMatch, Request request, HttpHeaders headers) {
        var asked = scope.groupedBy(form.rows(), asOf);
        var wanted = Negotiation.typeFor(request, MediaType.APPLICATION_JSON_TYPE, CSV, XLSX);
        var answer = MediaType.APPLICATION_JSON_TYPE.isCompatible(wanted)
                ? figures.report(form, asked, ifNoneMatch)
                : files.report(
                        form,
                        asked,
                        CSV.isCompatible(wanted) ? ReportFormat.CSV : ReportFormat.XLSX,
                        Language.of(headers),
                        ifNoneMatch);
        return Response.fromResponse(answer)
                .header(HttpHeaders.VARY, null)
                .header(HttpHeaders.VARY, VARY)
                .build();
    }
}
