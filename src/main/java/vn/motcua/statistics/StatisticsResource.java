package vn.motcua.statistics;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.LongReading;

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
    @PermissionsAllowed("countOnTime")
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
            @BeanParam Scope scope,
            @BeanParam Kind kind,
            @Valid @BeanParam Slicing slicing,
            @RestQuery @Parameter(description = Scope.AS_OF, example = "2026-02-03T09:15:00+07:00") String asOf,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        return figures.onTime(new Asked(scope, kind, slicing, asOf), ifNoneMatch);
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
}
