package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever ends, and however: each dossier that was shown is on record, once. */
class AuditIT {

    private static final int READERS = 30;

    private final Queue<String> shown = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> others = new ConcurrentLinkedQueue<>();
    private volatile boolean reading = true;
    private PackagedService service;
    private String path;
    private List<Thread> readers;

    @BeforeEach
    void readers_at_work() throws Exception {
        service = PackagedService.onEmptyFolder().demo().start();
        FrontDeskAtWork.furnish(service.http());
        path = "/v1/dossiers/"
                + FrontDeskAtWork.receive(service.http()).body().path("code").asText();
        readers = new ArrayList<>();
        var bearer = service.http().bearer("clerk", FrontDeskAtWork.UNIT);
        for (var i = 0; i < READERS; i++) {
            var reader = new Thread(() -> read(bearer));
            reader.start();
            readers.add(reader);
        }
        awaitMore(200);
    }

    @AfterEach
    void stop() throws Exception {
        reading = false;
        service.close();
    }

    @Test
    void after_a_power_cut() throws Exception {
        service.kill();
        goHome();
        service.start();

        assertThat(missing()).isEmpty();
    }

    @Test
    void after_an_orderly_stop() throws Exception {
        service.process().destroy();
        service.process().waitFor();
        goHome();
        service.start();

        assertThat(missing()).isEmpty();
        assertThat(others).as("other answers than 200 and 503").allMatch(status -> status == 503);
    }

    @Test
    void after_its_database_was_killed_and_came_back() throws Exception {
        service.killPostgresOnly();
        service.awaitSaying("Own PostgreSQL is back", 1);
        service.awaitReady();
        awaitMore(200);
        reading = false;
        goHome();

        assertThat(missing()).isEmpty();
        assertThat(others).as("other answers than 200 and 503").allMatch(status -> status == 503);
    }

    /** Reads until it gets no answer any more, or has read enough. */
    private void read(String bearer) {
        var http = HttpClient.newHttpClient();
        try {
            while (reading) {
                var trace = UUID.randomUUID().toString().replace("-", "");
                var request = HttpRequest.newBuilder(URI.create(service.address() + path))
                        .header("Authorization", bearer)
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .build();
                var status = http.send(request, BodyHandlers.ofString()).statusCode();
                if (status == 200) {
                    shown.add(trace);
                } else {
                    others.add(status);
                }
            }
        } catch (IOException gone) {
            // shown to nobody, whether on record or not
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitMore(int readings) throws InterruptedException {
        var enough = shown.size() + readings;
        for (var i = 0; i < 600 && shown.size() < enough; i++) {
            Thread.sleep(100);
        }
        assertThat(shown).hasSizeGreaterThanOrEqualTo(enough);
    }

    private void goHome() throws InterruptedException {
        for (var reader : readers) {
            reader.join();
        }
    }

    /** Readings that were answered and are not on record exactly once. */
    private List<String> missing() throws Exception {
        var missing = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(service.jdbcUrl());
                var statement = connection.prepareStatement(
                        "select t from unnest(?) t left join audit_entry on trace = t group by t having count(id) <> 1")) {
            statement.setArray(1, connection.createArrayOf("text", shown.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    missing.add(rows.getString(1));
                }
            }
        }
        return missing;
    }
}
