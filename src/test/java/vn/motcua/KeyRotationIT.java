package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The keys of personal data change while twenty clerks receive and others read. */
class KeyRotationIT {

    private static final int CLERKS = 20;
    private static final int READERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern SAID = Pattern.compile(
            "New first key (\\d+), before it (\\d+).*People of dossiers: (\\d+) rows sealed with key (\\d+), 0 left",
            Pattern.DOTALL);

    private static PackagedService service;

    private final Map<String, String> numbers = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger(100_000);
    private final AtomicInteger read = new AtomicInteger();
    private volatile boolean open = true;
    private Matcher first;
    private Matcher second;

    @BeforeAll
    static void start() throws Exception {
        service = PackagedService.onEmptyFolder().demo().start();
        FrontDeskAtWork.furnish(service.http());
        service.http().bearer("clerk", FrontDeskAtWork.UNIT);
        service.http().bearer("officer", FrontDeskAtWork.UNIT);
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void keys_change_while_desks_work_and_everything_opens_under_the_new_one() throws Exception {
        var people = people();
        try {
            awaitMore(200);
            first = rotate();
            awaitMore(50);
            second = rotate();
            awaitMore(50);
        } finally {
            open = false;
        }
        for (var person : people) {
            person.join();
        }

        assertThat(surprises).isEmpty();
        assertThat(second.group(2)).isEqualTo(first.group(1));
        assertThat(Integer.parseInt(second.group(3))).isGreaterThanOrEqualTo(250);
        assertThat(keysInUse()).containsExactly(second.group(1));
        assertThat(keysOnRecord()).contains(first.group(2), first.group(1), second.group(1));
        expectAll();
        System.out.printf(
                "Two rotations beside %d clerks and %d readers: %d dossiers received, %d read, none refused%n",
                CLERKS, READERS, numbers.size(), read.get());
    }

    private static Matcher rotate() throws Exception {
        var ended = service.run("rotate-keys");
        assertThat(ended.status()).as(ended.output()).isZero();
        var said = SAID.matcher(ended.output());
        assertThat(said.find()).as(ended.output()).isTrue();
        assertThat(said.group(4)).isEqualTo(said.group(1));
        return said;
    }

    private List<Thread> people() {
        var people = new ArrayList<Thread>();
        for (var i = 0; i < CLERKS + READERS; i++) {
            var person = new Thread(i < CLERKS ? this::receiveOn : this::readOn);
            person.start();
            people.add(person);
        }
        return people;
    }

    private void receiveOn() {
        while (open) {
            var number = "0790" + "%08d".formatted(next.incrementAndGet());
            try {
                var answer = service.http().post("clerk", FrontDeskAtWork.UNIT, "/v1/dossiers", receipt(number));
                if (answer.status() == 201) {
                    numbers.put(answer.body().path("code").asText(), number);
                } else {
                    surprises.add(answer.status() + " to a receipt: " + answer.body());
                }
            } catch (Exception failed) {
                surprises.add("a receipt: " + failed);
            }
        }
    }

    private static Map<String, Object> receipt(String number) {
        return Map.of(
                "procedure",
                FrontDeskAtWork.PROCEDURE,
                "channel",
                "COUNTER",
                "receivingUnit",
                FrontDeskAtWork.UNIT,
                "applicant",
                Map.of(
                        "kind",
                        "CITIZEN",
                        "name",
                        "Nguyễn Thị Mai",
                        "identity",
                        Map.of("kind", "CCCD", "number", number),
                        "phone",
                        "09" + number.substring(4)));
    }

    private void readOn() {
        while (open) {
            try {
                for (var known :
                        List.copyOf(numbers.entrySet()).stream().limit(20).toList()) {
                    expectShown(known.getKey(), known.getValue());
                }
            } catch (Exception | AssertionError failed) {
                surprises.add("a reading: " + failed);
            }
        }
    }

    private void expectShown(String code, String number) throws Exception {
        var shown = service.http().get("officer", FrontDeskAtWork.UNIT, "/v1/dossiers/" + code);
        assertThat(shown.body().at("/applicant/identity/number").asText())
                .as(() -> shown.status() + " " + shown.body())
                .isEqualTo(number);
        expectFound(code, Map.of("identityNumber", number));
        read.incrementAndGet();
    }

    private void expectFound(String code, Map<String, String> wanted) throws Exception {
        var found = service.http().post("clerk", FrontDeskAtWork.UNIT, "/v1/dossiers/search", wanted);
        assertThat(found.body().findValuesAsText("code"))
                .as(wanted + ": " + found.body())
                .contains(code);
    }

    private void expectAll() throws Exception {
        for (var known : numbers.entrySet()) {
            expectShown(known.getKey(), known.getValue());
            expectFound(
                    known.getKey(), Map.of("phone", "+849" + known.getValue().substring(4)));
        }
    }

    private void awaitMore(int dossiers) throws InterruptedException {
        var enough = numbers.size() + dossiers;
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (numbers.size() < enough && surprises.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(surprises).isEmpty();
        assertThat(numbers.size()).as("dossiers received in time").isGreaterThanOrEqualTo(enough);
    }

    private static List<String> keysInUse() throws Exception {
        return column("select distinct key_id from dossier_person where key_id is not null");
    }

    private static List<String> keysOnRecord() throws Exception {
        return column("select id from sealing_key");
    }

    private static List<String> column(String query) throws Exception {
        try (var connection = DriverManager.getConnection(service.jdbcUrl());
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var ids = new ArrayList<String>();
            while (found.next()) {
                ids.add(Integer.toUnsignedString(found.getInt(1)));
            }
            return ids;
        }
    }
}
