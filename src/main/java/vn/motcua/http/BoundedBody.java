package vn.motcua.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of a bounded length. One that breaks off is the sender's fault. */
final class BoundedBody extends FilterInputStream {

    private long left;

    BoundedBody(InputStream body, long limit) {
        super(body);
        left = limit;
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
        if (left < 0) {
            throw new WebApplicationException(Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return read;
    }

    private int readSent(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException brokenOff) {
            throw HttpProblem.BODY_BROKEN_OFF.because();
        }
    }
}
