package vn.motcua.statistics;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import vn.motcua.access.Caller;
import vn.motcua.http.LongReading;

/** Figures for dashboards that would rather be told than ask. */
@Path("/v1/statistics/stream")
@Tag(name = "Statistics")
class StreamResource {

    /** A caller whose token does not say when it ends has to show it again after this. */
    private static final Duration USUAL_TOKEN = Duration.ofHours(1);

    private final Streams streams;
    private final Caller caller;

    StreamResource(Streams streams, Caller caller) {
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    @Blocking
    @LongReading
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @PermissionsAllowed("streamOnTime")
    @Operation(
            operationId = "streamOnTime",
            summary = "Be told the figures of on-time, and again whenever they change",
            description =
                    """
                    Server-sent events. `figures` carries what `GET /v1/statistics/on-time` answers to the same \
                    question, live, with its entity tag as id: at once, and within two seconds of every change. Two \
                    changes close to one another, or while the client is still taking the last event, are told as one. \
                    `unavailable` says that they cannot be had just now, `{"code": "service-busy"}`; the stream goes on \
                    and `figures` follows as soon as they can. A comment comes at least every 15 seconds.

                    A client that reconnects with `Last-Event-ID` is not told again what it has. The stream ends when \
                    the token does, when the caller may no longer see the unit, and when the service stops: reconnect, \
                    as EventSource does. 503 when too many streams are open; poll meanwhile.""")
    @APIResponse(
            responseCode = "200",
            description = "The figures, as they change",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            description = "Events; the data of `figures` is JSON on one line",
                                            contentMediaType = MediaType.APPLICATION_JSON,
                                            contentSchema = OnTimeAnswer.class)))
    public Multi<OutboundSseEvent> stream(
            @BeanParam Scope scope,
            @BeanParam Kind kind,
            @Valid @BeanParam Slicing slicing,
            @RestHeader("Last-Event-ID")
                    @Parameter(
                            name = "Last-Event-ID",
                            description = "Id of the last `figures` the client has",
                            example = "\"5f1c6a0e7f2b4a539d1f0c5a8f1e2d3b\"")
                    String lastEventId,
            @Context Sse events,
            @Context HttpServerRequest request) {
        var asked = new Asked(scope, kind, slicing, null);
        var until = caller.validUntil().orElseGet(() -> Instant.now().plus(USUAL_TOKEN));
        return streams.of(caller.unit(), asked, new Listener(events, request, lastEventId, until));
    }
}
