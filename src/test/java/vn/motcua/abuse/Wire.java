package vn.motcua.abuse;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A client that sends what it is given, byte for byte, as no library would. One connection at a time, used again until
 * the service closes it.
 */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    /** More than this may have to be answered before it is sent. */
    private static final int SENT_AT_ONCE = 1 << 16;

    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

    private final int port;
    private Socket socket;
    private InputStream in;

    Wire(int port) {
        this.port = port;
    }

    /** Sends the call; once more on a new connection where the service had closed the old one meanwhile. */
    Answer send(Call call) {
        var reused = socket != null;
        try {
            var answer = send(call.bytes(), call.method().equals("HEAD"));
            if (call.endsTheConnection()) {
                close();
            }
            return answer;
        } catch (IOException closed) {
            close();
            if (reused) {
                return send(call);
            }
            throw new AssertionError("No answer to " + call, closed);
        }
    }

    private Answer send(byte[] request, boolean head) throws IOException {
        connect();
        if (request.length <= SENT_AT_ONCE) {
            socket.getOutputStream().write(request);
            return read(head);
        }
        var out = socket.getOutputStream();
        var sender = new Thread(() -> sendAsFarAsHeard(out, request));
        sender.start();
        try {
            return read(head);
        } finally {
            close();
        }
    }

    private static void sendAsFarAsHeard(OutputStream out, byte[] request) {
        try {
            out.write(request);
        } catch (IOException answeredBefore) {
            // what was heard has been answered
        }
    }

    /** Sends these bytes and ends; returns all that comes back until the connection is closed, maybe nothing. */
    String sendAndEnd(byte[] bytes) throws IOException {
        close();
        connect();
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            close();
        }
    }

    private void connect() throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private Answer read(boolean head) throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = head || WITHOUT_BODY.contains(status) ? new byte[0] : body(headers);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(status, headers, body);
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("text/event-stream".equals(headers.get("content-type"))) {
            close(); // it has no end
            return new byte[0];
        }
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        var whole = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            whole.writeBytes(exactly(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer breaks off");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("no more lines");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException gone) {
            // falls through: it is closed either way
        }
        socket = null;
    }
}
