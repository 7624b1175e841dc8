package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A client that begins to ask and then says nothing more holds no connection. */
class SlowClientIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void a_connection_on_which_nothing_moves_is_cut() throws Exception {
        try (var service = PackagedService.onEmptyFolder()
                .demo()
                .with("QUARKUS_HTTP_IDLE_TIMEOUT", "2S")
                .start()) {
            for (var beginning : new String[] {
                "GET /v1/statistics/definitions HTTP/1.1\r\nHost: ",
                "POST /v1/deadlines HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
            }) {
                assertThat(endsAfter(service, beginning)).isTrue();
            }
            assertThat(service.http().isReady()).isTrue();
        }
    }

    private static boolean endsAfter(PackagedService service, String beginning) throws IOException {
        try (var socket = new Socket("127.0.0.1", URI.create(service.address()).getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            try {
                return socket.getInputStream().read() < 0;
            } catch (SocketException reset) { // cut without a farewell; a time-out would be another exception
                return true;
            }
        }
    }
}
