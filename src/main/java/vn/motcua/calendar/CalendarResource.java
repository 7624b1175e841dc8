package vn.motcua.calendar;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.Dates;
import vn.motcua.http.Doing;
import vn.motcua.http.EntityTags;

/** The hours offices keep, and the days that differ from their weekday. */
@Path("/v1/calendars/{code}")
@Tag(name = "Calendars")
@Produces(MediaType.APPLICATION_JSON)
class CalendarResource {

    private static final String CODE = "[0-9A-Za-z.-]{1,64}";

    private final Calendars calendars;
    private final CalendarDesk desk;

    CalendarResource(Calendars calendars, CalendarDesk desk) {
        this.calendars = calendars;
        this.desk = desk;
    }

    @GET
    @PermissionsAllowed("showCalendar")
    @Operation(
            operationId = "showCalendar",
            summary = "Show a calendar with its exceptional days",
            description =
                    "The newest version, or any older one by its number: open dossiers keep the one they began with")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CalendarView.class)))
    public Response show(
            @RestPath @Parameter(description = "Code of a calendar") String code,
            @RestQuery @Parameter(description = "Number of a version; the newest by default") Integer version,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        var number = version == null ? calendars.require(code).version() : version;
        var view = CalendarView.of(calendars.requireVersion(code, number), calendars.days(code, number));
        return EntityTags.answer(ifNoneMatch, number, view);
    }

    @PUT
    @Doing
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("putCalendar")
    @Operation(
            operationId = "putCalendar",
            summary = "Create a calendar, or change its hours",
            description =
                    """
                    Makes a new version and keeps its exceptional days; older versions stay readable for ever. By the \
                    role catalogue at the top of a tree. `If-None-Match: *` creates, `If-Match` changes.""")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CalendarView.class)))
    public Response put(
            @RestPath @Pattern(regexp = CODE) @Parameter(description = "Code of a calendar") String code,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull CalendarForm body) {
        body.requireZone();
        if (EntityTags.creates(ifNoneMatch, ifMatch)) {
            var view = desk.create(code, body);
            return EntityTags.created("/v1/calendars/" + code, view.version(), view);
        }
        var view = desk.change(code, ifMatch, body);
        return EntityTags.changed(view.version(), view);
    }

    @PUT
    @Doing
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/days/{date}")
    @PermissionsAllowed("putCalendarDay")
    @Operation(
            operationId = "putCalendarDay",
            summary = "Add or replace an exceptional day",
            description = "Takes the calendar's entity tag in `If-Match`, makes a new version and answers with it")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CalendarView.class)))
    public Response putDay(
            @RestPath @Parameter(description = "Code of a calendar") String code,
            @RestPath @Parameter(description = "The day", schema = @Schema(implementation = LocalDate.class))
                    String date,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull DayForm body) {
        var view = desk.putDay(code, Dates.of("date", date), ifMatch, body);
        return EntityTags.changed(view.version(), view);
    }

    @DELETE
    @Doing
    @Path("/days/{date}")
    @PermissionsAllowed("removeCalendarDay")
    @Operation(
            operationId = "removeCalendarDay",
            summary = "Take away an exceptional day",
            description = "Takes the calendar's entity tag in `If-Match`, makes a new version and answers with it")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CalendarView.class)))
    public Response removeDay(
            @RestPath @Parameter(description = "Code of a calendar") String code,
            @RestPath @Parameter(description = "The day", schema = @Schema(implementation = LocalDate.class))
                    String date,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        var view = desk.removeDay(code, Dates.of("date", date), ifMatch);
        return EntityTags.changed(view.version(), view);
    }
}
