package vn.motcua.dossier;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.access.Audited;
import vn.motcua.http.EntityTags;
import vn.motcua.http.Language;
import vn.motcua.http.Page;

/** One dossier, read. */
@Path("/v1/dossiers/{code}")
@Tag(name = "Dossiers")
@Produces(MediaType.APPLICATION_JSON)
class DossierResource {

    private static final String WHO_SEES_PEOPLE =
            """
            Officers, supervisors and clerks of the receiving side see people whole. Others see the name, the last four \
            characters of the identity number, the last three digits of the phone, the domain of the e-mail address and \
            the area code; their ETag differs, and is taken in If-Match all the same. Lists show nobody. What was written \
            freely (content, papers, reasons) is shown as it was written to all who see the dossier.""";

    private final Dossiers dossiers;
    private final Showcase showcase;
    private final Sides sides;

    DossierResource(Dossiers dossiers, Showcase showcase, Sides sides) {
        this.dossiers = dossiers;
        this.showcase = showcase;
        this.sides = sides;
    }

    @GET
    @Audited
    @PermissionsAllowed("showDossier")
    @Operation(
            operationId = "showDossier",
            summary = "Show a dossier: state, promise, people, stops, hand-overs",
            description = WHO_SEES_PEOPLE)
    @APIResponse(
            responseCode = "200",
            description = "The dossier",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(responseCode = "304", description = "The caller has this version")
    public Response show(@RestPath DossierCode code, @RestHeader("If-None-Match") String ifNoneMatch) {
        var whole = dossiers.requireWhole(code);
        var version = whole.dossier().version();
        return sides.seesPeopleWhole(whole.dossier())
                ? EntityTags.answer(ifNoneMatch, version, showcase.whole(whole, true))
                : EntityTags.masked(ifNoneMatch, version, showcase.whole(whole, false));
    }

    @GET
    @Audited
    @Path("/events")
    @Transactional
    @PermissionsAllowed("listDossierEvents")
    @Operation(operationId = "listDossierEvents", summary = "List a dossier's history, oldest first")
    public Page<EventView> events(
            @RestPath DossierCode code,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        return showcase.history(dossiers.require(code), limit, cursor);
    }

    @GET
    @Audited
    @Path("/deadline")
    @Transactional
    @PermissionsAllowed("explainDeadline")
    @Operation(
            operationId = "explainDeadline",
            summary = "Explain the promise: how much of each date counted, why not, and what moved the promise")
    public PromiseView deadline(@RestPath DossierCode code, @Context HttpHeaders headers) {
        return showcase.deadline(dossiers.require(code), Language.of(headers));
    }
}
