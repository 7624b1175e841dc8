package vn.motcua.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of a bounded length, sent at a bearable pace. One that breaks off is the sender's fault. */
final class BoundedBody extends FilterInputStream {

    private final BodyPace pace;
    private final Runnable hangUp;
    private long left;
    private long sent;
    private long waitedNanos;

    /** @param hangUp what to do beside refusing a body that comes too slowly: the rest of it is not waited for */
    BoundedBody(InputStream body, long limit, BodyPace pace, Runnable hangUp) {
        super(body);
        this.left = limit;
        this.pace = pace;
        this.hangUp = hangUp;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        var read = readSent(buffer, offset, length);
        left -= Math.max(read, 0);
        sent += Math.max(read, 0);
        if (left < 0) {
            throw new WebApplicationException(Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (read >= 0 && pace.isTooSlow(sent, waitedNanos)) {
            hangUp.run();
            throw new WebApplicationException(Status.REQUEST_TIMEOUT);
        }
        return read;
    }

    /** Only what the sender lets us wait counts, not what we do with what came. */
    private int readSent(byte[] buffer, int offset, int length) {
        var begun = System.nanoTime();
        try {
            return super.read(buffer, offset, length);
        } catch (IOException brokenOff) {
            throw HttpProblem.BODY_BROKEN_OFF.because();
        } finally {
            waitedNanos += System.nanoTime() - begun;
        }
    }
}
