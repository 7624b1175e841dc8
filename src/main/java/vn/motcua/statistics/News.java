package vn.motcua.statistics;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import vn.motcua.statistics.Answers.Written;

/** What a stream can tell: the figures as they are, or that they cannot be had just now. */
record News(String event, String id, String data) {

    static final News UNAVAILABLE = new News("unavailable", null, "{\"code\":\"service-busy\"}");

    static News of(Written figures) {
        return new News("figures", figures.tag(), new String(figures.body(), StandardCharsets.UTF_8));
    }

    /** An event without an id leaves the client with the last one: with the figures it has seen. */
    OutboundSseEvent event(Sse events) {
        var told = events.newEventBuilder().name(event).data(String.class, data);
        return (id == null ? told : told.id(id)).build();
    }
}
