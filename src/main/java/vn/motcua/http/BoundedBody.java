package vn.motcua.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.motcua.problem.Problem;

/** A body of a bounded length, sent at a bearable pace. One that breaks off is the sender's fault. */
final class BoundedBody extends FilterInputStream {

    private static final int READ_AT_ONCE = 8 * 1024;

    private final BodyPace pace;
    private final Runnable hangUp;
    private long left;
    private long sent;
    private long waitedNanos;
    private boolean givenUp;

    /** @param hangUp what to do beside refusing a body that is too long or too slow: the rest is not waited for */
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
            throw givenUp(Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (read >= 0 && pace.isTooSlow(sent, waitedNanos)) {
            throw givenUp(Status.REQUEST_TIMEOUT);
        }
        return read;
    }

    private WebApplicationException givenUp(Status because) {
        givenUp = true;
        hangUp.run();
        return new WebApplicationException(because);
    }

    /** Closing the framework's own stream waits for all that is left of the body, for as long as the sender likes. */
    @Override
    public void close() throws IOException {
        if (!givenUp && comesToAnEnd()) {
            super.close();
        }
    }

    private boolean comesToAnEnd() {
        var rest = new byte[READ_AT_ONCE];
        try {
            for (int read = 0; read >= 0; ) {
                read = read(rest, 0, rest.length);
            }
            return true;
        } catch (WebApplicationException | Problem refused) {
            return false; // what is answered was settled by what came before
        }
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
