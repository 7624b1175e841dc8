package vn.motcua.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Calling;
import vn.motcua.Province;
import vn.motcua.Service;

/** How a long export goes out: as the client takes it, never as if whole when it is not. */
@QuarkusTest
@Service
class ExportStreamTest {

    private static final String PATH = "/v1/exports/dossiers";
    private static final String ROOT = "U54";

    /** Some 27 MB: more than connections hold on the way, and than a client of HTTP/2 takes unread (16 MB). */
    private static final int MANY = 60_000;

    private static final String RUNNING =
            "from pg_stat_activity where state <> 'idle' and query like '%from dossier d where d.units%'"
                    + " and pid <> pg_backend_pid()";

    /** Between two thousand rows an export that goes on is idle too, but not for long. */
    private static final String WAITING_FOR_THE_CLIENT = RUNNING
            + " and state = 'idle in transaction' and state_change < clock_timestamp() - interval '700 milliseconds'";

    private static final String END_OF_BODY = "\r\n0\r\n\r\n";

    private final List<Socket> clients = new ArrayList<>();

    @Inject
    ManyDossiers many;

    @Inject
    EntityManager entities;

    private Province province;

    @BeforeEach
    void many_dossiers() {
        province = Province.at(ROOT);
        many.add(province, MANY);
    }

    @AfterEach
    void clear() throws Exception {
        for (var client : clients) {
            client.close();
        }
        awaitEnd();
        many.clear(province);
    }

    @Test
    void every_row_arrives_and_the_first_ones_before_the_last_are_read() throws Exception {
        try (var lines = new BufferedReader(new InputStreamReader(modern(), UTF_8))) {
            var first = lines.readLine();
            await(1);
            assertThat(first).startsWith("{\"code\":\"U54.");
            assertThat(lines.lines().filter(line -> line.endsWith("}")).count()).isEqualTo(MANY - 1);
        }
        awaitEnd();
    }

    @Test
    void a_client_that_stops_taking_is_left_and_few_may_wait_at_once() throws Exception {
        for (int i = 0; i < 4; i++) {
            export();
        }
        await(4);
        assertThat(rest(export()))
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After")
                .contains("service-busy");

        awaitEnd(); // by the patience of the service, not by us
        for (var client : clients.subList(0, 4)) {
            assertThat(isWhole(client)).isFalse();
        }
        assertThat(isWhole(export())).isTrue();
    }

    @Test
    void a_failure_in_the_middle_breaks_the_connection() throws Exception {
        var client = export();
        await(1);
        endSessions();

        assertThat(isWhole(client)).isFalse();
    }

    @Test
    void so_it_is_over_http_2() throws Exception {
        var left = modern();
        await(1);
        awaitEnd();
        assertThatThrownBy(left::readAllBytes).isInstanceOf(IOException.class);

        var failed = modern();
        await(1);
        endSessions();
        assertThatThrownBy(failed::readAllBytes).isInstanceOf(IOException.class);
    }

    private static InputStream modern() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH))
                .version(HttpClient.Version.HTTP_2)
                .header("Authorization", "Bearer " + Calling.token("clerk", ROOT))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void endSessions() {
        var ended = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select cast(pg_terminate_backend(pid) as text) " + RUNNING)
                        .getResultList());
        assertThat(ended).hasSize(1);
    }

    private static boolean isWhole(Socket client) throws IOException {
        var answer = rest(client);
        assertThat(answer.substring(0, 15)).isEqualTo("HTTP/1.1 200 OK");
        return answer.endsWith(END_OF_BODY);
    }

    /** A client that takes nothing of the answer yet. */
    private Socket export() throws IOException {
        var client = new Socket();
        client.setReceiveBufferSize(1 << 14);
        client.connect(new InetSocketAddress("localhost", RestAssured.port));
        client.setSoTimeout(20_000);
        clients.add(client);
        var request =
                """
                GET /v1/exports/dossiers HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Authorization: Bearer %s\r
                \r
                """
                        .formatted(Calling.token("clerk", ROOT));
        client.getOutputStream().write(request.getBytes(UTF_8));
        return client;
    }

    /** All that still comes, however the connection ends. */
    private static String rest(Socket client) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            client.getInputStream().transferTo(bytes);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return bytes.toString(UTF_8);
    }

    /** Until so many exports wait for their clients. */
    private void await(int exports) throws InterruptedException {
        await(WAITING_FOR_THE_CLIENT, exports);
    }

    private void awaitEnd() throws InterruptedException {
        await(RUNNING, 0);
    }

    private void await(String sessions, int count) throws InterruptedException {
        var end = System.nanoTime() + 20_000_000_000L;
        while (count(sessions) != count) {
            assertThat(System.nanoTime()).as("not %d %s", count, sessions).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private long count(String sessions) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery("select count(*) " + sessions)
                                .getSingleResult())
                        .longValue());
    }
}
