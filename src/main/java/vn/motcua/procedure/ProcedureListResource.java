package vn.motcua.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.Cursor;
import vn.motcua.http.Dates;
import vn.motcua.http.Page;

/** The catalogue of procedures, by code. */
@Path("/v1/procedures")
@Tag(name = "Procedures")
@Produces(MediaType.APPLICATION_JSON)
class ProcedureListResource {

    private static final String LIST = "procedures";

    private final Procedures procedures;
    private final InstantSource time;

    ProcedureListResource(Procedures procedures, InstantSource time) {
        this.procedures = procedures;
        this.time = time;
    }

    @GET
    @PermissionsAllowed("listProcedures")
    @Operation(
            operationId = "listProcedures",
            summary = "List procedures by code",
            description = "Each with the version in force today, or else its newest")
    public Page<ProcedureLine> list(
            @Parameter(description = "Code of a field") @RestQuery String field,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        var after = Cursor.keyAfter(LIST, cursor);
        var rows = procedures.list(field, Dates.today(time), after, limit + 1);
        return Page.of(
                rows,
                limit,
                ProcedureLine::of,
                row -> Cursor.after(LIST, row.code().value()));
    }

    @Schema(name = "ProcedureLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProcedureLine(
            ProcedureCode code,
            @Schema(examples = "Đăng ký khai sinh") String name,
            @Schema(examples = "HT") String field,
            @Schema(examples = "2026-01-01") LocalDate validFrom,
            @Schema(nullable = true) LocalDate validTo) {

        static ProcedureLine of(ProcedureVersion version) {
            return new ProcedureLine(
                    version.code(),
                    version.name(),
                    version.field(),
                    version.validFrom(),
                    version.validTo().orElse(null));
        }
    }
}
