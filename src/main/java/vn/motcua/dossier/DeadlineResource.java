package vn.motcua.dossier;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.calendar.Calendars;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.Facts;
import vn.motcua.deadline.Terms;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.http.BodyLimit;
import vn.motcua.http.Language;
import vn.motcua.organization.Units;
import vn.motcua.procedure.Procedures;

/** The clock, for everybody to check: stores nothing and asks for no token. */
@Path("/v1/deadlines")
@Tag(name = "Deadlines")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DeadlineResource {

    private static final long LONGEST_BODY = 64 * 1024;

    private final Calendars calendars;
    private final Units units;
    private final Procedures procedures;

    DeadlineResource(Calendars calendars, Units units, Procedures procedures) {
        this.calendars = calendars;
        this.units = units;
        this.procedures = procedures;
    }

    @POST
    @PermitAll
    @BodyLimit(LONGEST_BODY)
    @Operation(
            operationId = "reckonDeadline",
            summary = "Reckon a deadline and show how it comes about",
            description = "Stores nothing, needs no token and no key. At most 100 stops and 64 KB.")
    public DeadlineView reckon(@Valid @NotNull DeadlineQuestion body, @Context HttpHeaders headers) {
        var stops = body.requireSense().orderedStops();
        var hours = hoursFor(body);
        var facts = new Facts(hours, hours, termsFor(body, hours), body.receivedAt(), List.of(), stops);
        return DeadlineView.of(Deadline.of(facts), hours.zone(), Language.of(headers));
    }

    private WorkingCalendar hoursFor(DeadlineQuestion question) {
        return question.unit() == null
                ? calendars.newest(question.calendar()).hours()
                : calendars.of(units.require(question.unit())).hours();
    }

    private Terms termsFor(DeadlineQuestion question, WorkingCalendar hours) {
        return question.limit() != null
                ? question.terms()
                : procedures
                        .requireInForce(question.procedure(), hours.dateOf(question.receivedAt()))
                        .terms(question.channel(), Optional.ofNullable(question.caseName()));
    }
}
