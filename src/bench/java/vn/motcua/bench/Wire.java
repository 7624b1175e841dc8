package vn.motcua.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** One connection that is kept; it reads no more of an answer than it must, so that the service is what is measured. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final byte[] END_OF_LINE = {'\r', '\n'};
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final Socket socket = new Socket();
    private byte[] buffer = new byte[32 * 1024];
    private int held;
    private String head;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Wire(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
    }

    static byte[] get(String path, String authorization, String... more) {
        return request("GET", path, authorization, "", more);
    }

    static byte[] post(String path, String authorization, String body, String... more) {
        return request("POST", path, authorization, body, more);
    }

    private static byte[] request(String method, String path, String authorization, String body, String... more) {
        var bytes = body.getBytes(StandardCharsets.UTF_8).length;
        var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        text.append("Authorization: ").append(authorization).append("\r\n");
        for (var header : more) {
            text.append(header).append("\r\n");
        }
        if (bytes > 0) {
            text.append("Content-Length: ").append(bytes).append("\r\n");
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Sends, waits for the whole answer, tells its status. */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        held = 0;
        var end = 0;
        while ((end = find(END_OF_HEAD, 0)) < 0) {
            more();
        }
        head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        var status = Integer.parseInt(head.substring(9, 12));
        read(end + END_OF_HEAD.length, status);
        return status;
    }

    private void read(int from, int status) throws IOException {
        body.reset();
        if (header("transfer-encoding").isPresent()) {
            readChunks(from);
        } else if (status != 304) {
            take(from, header("content-length").map(Integer::valueOf).orElse(0));
        }
    }

    private void readChunks(int from) throws IOException {
        var at = from;
        var size = -1;
        while (size != 0) {
            var end = 0;
            while ((end = find(END_OF_LINE, at)) < 0) {
                more();
            }
            size = Integer.parseInt(new String(buffer, at, end - at, StandardCharsets.ISO_8859_1), 16);
            at = take(end + END_OF_LINE.length, size);
            at = skip(at, END_OF_LINE.length);
        }
    }

    /** So many bytes from here on, all of them read; returns where they end. */
    private int take(int from, int bytes) throws IOException {
        var end = skip(from, bytes);
        body.write(buffer, from, bytes);
        return end;
    }

    private int skip(int from, int bytes) throws IOException {
        while (held < from + bytes) {
            more();
        }
        return from + bytes;
    }

    private void more() throws IOException {
        if (held == buffer.length) {
            buffer = Arrays.copyOf(buffer, held * 2);
        }
        var read = socket.getInputStream().read(buffer, held, buffer.length - held);
        if (read < 0) {
            throw new EOFException("The service closed the connection");
        }
        held += read;
    }

    private int find(byte[] what, int from) {
        for (var i = from; i + what.length <= held; i++) {
            if (Arrays.equals(buffer, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    /** A header of the last answer. */
    Optional<String> header(String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** The body of the last answer. */
    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
