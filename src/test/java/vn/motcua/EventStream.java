package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of server-sent events, as a dashboard is one: it takes what comes as it comes. */
public final class EventStream implements AutoCloseable {

    private static final Event END = new Event("end of the stream", null, null);

    private final HttpResponse<InputStream> answer;
    private final BlockingQueue<Event> come = new LinkedBlockingQueue<>();

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        var reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    public static EventStream open(String token, String path, String lastEventId) throws Exception {
        return open(HttpClient.Version.HTTP_1_1, token, path, lastEventId);
    }

    /** @param lastEventId what the client has seen, or null */
    public static EventStream open(HttpClient.Version version, String token, String path, String lastEventId)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(version)
                .header("Accept-Encoding", "gzip")
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.version()).isEqualTo(version);
        return new EventStream(answer);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var event = new String[3];
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    come.add(new Event(event[0], event[1], event[2]));
                    event = new String[3];
                } else {
                    var colon = line.indexOf(':');
                    event[place(line.substring(0, colon))] = line.substring(colon + 1);
                }
            }
        } catch (IOException left) {
            // by us or by the service: either way it has ended
        }
        come.add(END);
    }

    private static int place(String field) {
        return switch (field) {
            case "", "event" -> 0;
            case "id" -> 1;
            case "data" -> 2;
            default -> throw new AssertionError("not expected in a stream: " + field);
        };
    }

    public int status() {
        return answer.statusCode();
    }

    public String header(String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    /** The next event or comment; null where none comes in this time. */
    public Event next(Duration patience) throws InterruptedException {
        return come.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * What came.
     *
     * @param name empty for a comment without text
     */
    public record Event(String name, String id, String data) {

        public boolean isComment() {
            return name.isEmpty();
        }

        public boolean isEnd() {
            return this == END;
        }
    }
}
