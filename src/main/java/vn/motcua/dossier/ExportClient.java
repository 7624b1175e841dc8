package vn.motcua.dossier;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/** Whoever takes an export. One that takes nothing for too long is left; it wakes whoever waits to write. */
final class ExportClient implements AutoCloseable {

    /** RFC 9113, section 7. Without an error some clients take what came for the whole. */
    private static final long INTERNAL_ERROR = 2;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final Duration patience;
    private long timer;

    ExportClient(Vertx vertx, HttpServerRequest request, Duration patience) {
        this.vertx = vertx;
        this.request = request;
        this.patience = patience;
    }

    /** From now until it has taken them rows are written to it. */
    void isToTake() {
        timer = vertx.setTimer(patience.toMillis(), late -> cut());
    }

    void hasTaken() {
        vertx.cancelTimer(timer);
    }

    /** Whether a status has been sent: from then on no problem can be answered. */
    boolean isBeingAnswered() {
        return request.response().headWritten();
    }

    /**
     * Breaks the answer off so that it cannot pass for whole. Reset or close of the response, the connection or the
     * channel would wait until the client has taken all that was written, and let an end of the body follow it.
     */
    void cut() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(INTERNAL_ERROR);
        } else {
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }

    @Override
    public void close() {
        hasTaken();
    }
}
