package vn.motcua.statistics;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.LongReading;
import vn.motcua.http.Page;
import vn.motcua.organization.UnitCode;

/** Which dossiers a figure is made of. */
@Path("/v1/statistics/dossiers")
@Tag(name = "Statistics")
@Produces(MediaType.APPLICATION_JSON)
class DrillDownResource {

    private static final String CELL =
            """
            The figures, as `/v1/statistics/on-time` spells their path; repeated or separated by commas; of several the \
            union. One or more of carriedOver, received.total, received.counter, received.online, received.postal, \
            resolved.total, resolved.early, resolved.onTime, resolved.late, resolved.withoutDeadline, withdrawn, \
            refused, pending.total, pending.withinDeadline, pending.stopped, pending.overdue, pending.withoutDeadline, \
            cohort.early, cohort.onTime, lateEntries, intake.waitingBefore, intake.submitted, intake.accepted, \
            intake.refused, intake.withdrawn, intake.waiting, intake.waitingLate""";

    private final Questions questions;
    private final CountedDossiers dossiers;

    DrillDownResource(Questions questions, CountedDossiers dossiers) {
        this.questions = questions;
        this.dossiers = dossiers;
    }

    @GET
    @LongReading
    @PermissionsAllowed("listCountedDossiers")
    @Operation(
            operationId = "listCountedDossiers",
            summary = "List the very dossiers behind a figure, newest first",
            description =
                    """
                    Each dossier once; over all pages there are as many as `/v1/statistics/on-time` counts with the same \
                    parameters. Where the figure stands in a group, narrow to it: a period by `from` and `to`, a unit \
                    by `groupUnit`, the rest by `field`, `procedure` and `channel`. The columns of a report name in \
                    `cells` what to ask for. Without `asOf` the first page fixes it; `next` carries it on and belongs \
                    to these parameters only. A page may hold fewer than `limit`, or none, while `next` says that there \
                    may be more: so much is looked through for one page and no more.""")
    public DrillDownAnswer list(
            @BeanParam Scope scope,
            @BeanParam Kind kind,
            @RestQuery @Parameter(description = Scope.AS_OF) String asOf,
            @RestQuery @Parameter(required = true, description = CELL, example = "pending.overdue") List<String> cell,
            @RestQuery
                    @Parameter(
                            description = "Only those counted for just this unit, as a group of `groupBy=unit` or a row"
                                    + " of report 06a has them; nothing below it",
                            schema = @Schema(implementation = UnitCode.class))
                    String groupUnit,
            @RestQuery @DefaultValue(Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
            @RestQuery String cursor) {
        var figures = Parameters.figures(cell);
        var asked = new Asked(scope, kind, Slicing.NONE, asOf);
        var group = groupUnit == null ? null : UnitCode.of(groupUnit);
        return dossiers.page(new DrillDown(questions.of(asked), group, figures), limit, cursor);
    }
}
