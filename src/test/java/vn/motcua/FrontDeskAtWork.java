package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Clerks who receive dossiers as fast as they can, and remember each one the service has acknowledged. */
final class FrontDeskAtWork {

    static final String UNIT = "T90";
    static final String PROCEDURE = "1.900001";
    private static final int CLERKS = 4;

    private final PackagedService service;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicReference<AssertionError> surprise = new AtomicReference<>();
    private volatile boolean open;
    private final List<Thread> clerks = new ArrayList<>();

    FrontDeskAtWork(PackagedService service) {
        this.service = service;
    }

    /** The unit, field and procedure that every receipt needs. */
    static void furnish(Client http) throws Exception {
        http.create(
                UNIT,
                "/v1/units/" + UNIT,
                Map.of("name", "Tỉnh thử nghiệm", "level", "PROVINCE", "validFrom", "2000-01-01"));
        http.create(UNIT, "/v1/fields/TEST", Map.of("name", "Thử nghiệm"));
        var limit = Map.of("limit", Map.of("value", 5, "unit", "WORKING_DAY"));
        http.create(
                UNIT,
                "/v1/procedures/" + PROCEDURE,
                Map.of("name", "Thử", "field", "TEST", "validFrom", "2000-01-01", "limits", List.of(limit)));
    }

    static Client.Answer receive(Client http) throws IOException, InterruptedException {
        return http.post(
                "clerk",
                UNIT,
                "/v1/dossiers",
                Map.of(
                        "procedure",
                        PROCEDURE,
                        "channel",
                        "COUNTER",
                        "receivingUnit",
                        UNIT,
                        "applicant",
                        Map.of("kind", "CITIZEN", "name", "Nguyễn Thị Mai")));
    }

    /** Sets the clerks to work until the service goes away or the desk closes. */
    void open() {
        clerks.clear();
        open = true;
        for (var i = 0; i < CLERKS; i++) {
            var clerk = new Thread(this::receiveWhileItAnswers);
            clerk.start();
            clerks.add(clerk);
        }
    }

    private void receiveWhileItAnswers() {
        try {
            var http = service.http();
            while (open) {
                var answer = receive(http);
                if (answer.status() == 503) {
                    return;
                }
                assertThat(answer.status()).as(() -> answer.body().toString()).isEqualTo(201);
                acknowledged.add(answer.body().path("code").asText());
            }
        } catch (IOException gone) {
            // what was not acknowledged may or may not be there
        } catch (InterruptedException | AssertionError unexpected) {
            surprise.set(new AssertionError(unexpected));
        }
    }

    /** Waits until so many more dossiers have been acknowledged. */
    void awaitMore(int dossiers) throws InterruptedException {
        var enough = acknowledged.size() + dossiers;
        while (acknowledged.size() < enough) {
            assertThat(clerks).as("somebody is still at work").anyMatch(Thread::isAlive);
            Thread.sleep(5);
        }
    }

    void close() throws InterruptedException {
        open = false;
        awaitClosed();
    }

    void awaitClosed() throws InterruptedException {
        for (var clerk : clerks) {
            clerk.join();
        }
        if (surprise.get() != null) {
            throw surprise.get();
        }
    }

    /** Asks for every acknowledged dossier, and for its code to have been given once only. */
    void expectAll() throws Exception {
        assertThat(acknowledged).doesNotHaveDuplicates();
        for (var code : acknowledged) {
            var found = service.http().get("clerk", UNIT, "/v1/dossiers/" + code);
            assertThat(found.status()).as(code).isEqualTo(200);
            assertThat(found.body().path("code").asText()).isEqualTo(code);
        }
    }
}
