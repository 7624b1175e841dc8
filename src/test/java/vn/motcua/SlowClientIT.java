package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that is slow, or begins to ask and then says nothing more, holds no worker and at last no connection. */
class SlowClientIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TOO_SLOW_MILLIS = 500;
    private static final String HEADERS = "Host: a\r\nContent-Type: application/json\r\n";
    private static final String QUESTION =
            "{\"calendar\": \"VN\", \"receivedAt\": \"2026-04-24T15:00:00+07:00\", \"limit\": {\"value\": 5, \"unit\": \"WORKING_DAY\"}}";

    private static PackagedService service;

    @BeforeAll
    static void a_service_of_little_patience() throws Exception {
        service = PackagedService.onEmptyFolder()
                .demo()
                .with("QUARKUS_HTTP_IDLE_TIMEOUT", "4S")
                .with("MOTCUA_BODY_PATIENCE", "2S")
                .with("QUARKUS_THREAD_POOL_MAX_THREADS", "8")
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void a_connection_on_which_nothing_moves_is_cut() throws Exception {
        for (var beginning : new String[] {
            "GET /v1/statistics/definitions HTTP/1.1\r\nHost: ",
            "POST /v1/deadlines HTTP/1.1\r\n" + HEADERS + "Content-Length: 100\r\n\r\n{"
        }) {
            try (var socket = open()) {
                send(socket, beginning);
                assertThat(heard(socket)).doesNotContain("HTTP/1.1 200");
            }
        }
        assertThat(service.http().isReady()).isTrue();
    }

    /** More of them than there are workers. */
    @Test
    void a_body_that_trickles_in_is_not_waited_for() throws Exception {
        var bearer = service.http().bearer("integrator", "H98");
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 12; i++) {
                slow.add(open());
                send(slow.get(i), i % 2 == 0 ? beginningOfQuestion() : beginningOfImport(bearer));
            }
            var begun = System.nanoTime();
            var answers = new ArrayList<String>();
            while (answers.size() < slow.size() && System.nanoTime() - begun < PATIENCE.toNanos()) {
                Thread.sleep(TOO_SLOW_MILLIS);
                slow.stream()
                        .filter(socket -> !socket.isClosed() && hasAnswer(socket))
                        .toList()
                        .forEach(socket -> answers.add(heard(socket)));
                slow.stream().filter(socket -> !socket.isClosed()).forEach(SlowClientIT::trickle);
            }

            assertThat(answers).hasSize(slow.size());
            assertThat(answers).allSatisfy(answer -> assertThat(answer)
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/request-timeout", "Gửi quá chậm"));
            assertThat(service.http().isReady()).isTrue();
            assertThat(seconds(begun)).isLessThan(PATIENCE.toSeconds());
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static String beginningOfQuestion() {
        return "POST /v1/deadlines HTTP/1.1\r\n" + HEADERS + "Content-Length: 60000\r\n\r\n{";
    }

    private static String beginningOfImport(String bearer) {
        return "POST /v1/imports HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\nAuthorization: " + bearer
                + "\r\nIdempotency-Key: slow-" + System.nanoTime() + "\r\nContent-Length: 60000\r\n\r\n{";
    }

    @Test
    void one_that_is_slow_but_comes_is_answered() throws Exception {
        try (var socket = open()) {
            send(
                    socket,
                    "POST /v1/deadlines HTTP/1.1\r\n" + HEADERS + "Connection: close\r\nContent-Length: "
                            + QUESTION.length() + "\r\n\r\n");
            for (int at = 0; at < QUESTION.length(); at += 30) {
                send(socket, QUESTION.substring(at, Math.min(at + 30, QUESTION.length())));
                Thread.sleep(200);
            }
            assertThat(heard(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void headers_that_trickle_in_hold_no_worker() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 100; i++) {
                slow.add(open());
                send(slow.get(i), "GET /v1/statistics/definitions HTTP/1.1\r\nHost: a\r\nX-Slow: ");
            }
            for (int i = 0; i < 6; i++) {
                Thread.sleep(TOO_SLOW_MILLIS);
                slow.forEach(SlowClientIT::trickle);
                var begun = System.nanoTime();
                assertThat(service.http().get("clerk", "H98", "/v1/units").status())
                        .isEqualTo(200);
                assertThat(seconds(begun)).isLessThan(5);
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static Socket open() throws IOException {
        var socket = new Socket("127.0.0.1", URI.create(service.address()).getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static void trickle(Socket socket) {
        try {
            send(socket, " ");
        } catch (IOException cut) {
            assertThat(hasAnswer(socket)).isTrue(); // told why before it was cut
        }
    }

    private static boolean hasAnswer(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** All there is to hear until the service hangs up; a time-out is a failure. */
    private static String heard(Socket socket) {
        var heard = new ArrayList<Byte>();
        try {
            for (int next; (next = socket.getInputStream().read()) >= 0; ) {
                heard.add((byte) next);
            }
        } catch (SocketException reset) {
            return text(heard); // cut without a farewell
        } catch (IOException held) {
            throw new AssertionError("the connection is still held; heard " + text(heard), held);
        }
        try {
            socket.close();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        return text(heard);
    }

    private static String text(List<Byte> heard) {
        var bytes = new byte[heard.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = heard.get(i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
