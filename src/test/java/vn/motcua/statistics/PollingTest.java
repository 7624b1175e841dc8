package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.nobody;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Calling;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Service;

/** Many poll the same: it is counted once a second, for those who may see it, and never said for longer than true. */
@QuarkusTest
@Service
@TestProfile(Reusing.class)
class PollingTest {

    private static final String ROOT = "K75";
    private static final String ON_TIME = "/v1/statistics/on-time";
    private static final String YEAR = ON_TIME + "?from=2027-01-01&to=2028-01-01";
    /** A Monday on which offices work. */
    private static final Instant MONDAY = Instant.parse("2027-03-01T02:00:00Z");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(Archive.ZONE);

    @Inject
    MovableTime time;

    @Inject
    MeterRegistry metrics;

    private Province province;
    private String procedure;

    @BeforeEach
    void a_province() {
        province = Province.at(ROOT);
        procedure = province.procedure(1, "WORKING_DAY");
    }

    @AfterEach
    void release() {
        time.release();
    }

    private void receive(String unit, String channel) {
        Province.receive(as("clerk", unit), Province.receipt(procedure, unit, channel))
                .then()
                .statusCode(201);
    }

    private static Response poll(String unit, String question) {
        return as("dashboard", unit).get(question);
    }

    private static int received(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("groups[0].counts.received.total");
    }

    private double figures(String from) {
        return metrics.counter("motcua.figures", "from", from).count();
    }

    private double counted() {
        return figures("counters") + figures("histories") + figures("unchanged");
    }

    private static void aSecondPasses() throws InterruptedException {
        Thread.sleep(1_020);
    }

    @Test
    void who_asks_the_same_within_a_second_gets_the_same_bytes() {
        var question = YEAR + "&channel=COUNTER";
        time.setTo(MONDAY);
        var before = counted();
        var first = poll(ROOT, question);
        var again = poll(ROOT, question);

        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Vary")).isEqualTo("Authorization, Accept-Language");
        assertThat(again.header("Cache-Control")).isEqualTo("private, max-age=1");
        assertThat(again.contentType()).startsWith("application/json");
        as("clerk", ROOT)
                .header("If-None-Match", first.header("ETag"))
                .get(question)
                .then()
                .statusCode(304)
                .header("ETag", first.header("ETag"));
        assertThat(counted()).isEqualTo(before + 1);
    }

    @Test
    void reports_are_used_again_too_and_each_is_its_own() {
        time.setTo(MONDAY);
        var byUnit = poll(ROOT, "/v1/reports/06a?from=2027-01-01&to=2028-01-01");
        var byField = poll(ROOT, "/v1/reports/06b?from=2027-01-01&to=2028-01-01");
        var before = counted();

        assertThat(byUnit.<String>path("report")).isEqualTo("06a");
        assertThat(byField.<String>path("report")).isEqualTo("06b");
        assertThat(poll(ROOT, "/v1/reports/06a?from=2027-01-01&to=2028-01-01").asString())
                .isEqualTo(byUnit.asString());
        assertThat(counted()).isEqualTo(before);
    }

    @Test
    void what_was_committed_more_than_a_second_ago_is_counted() throws Exception {
        time.setTo(MONDAY);
        for (int i = 0; i < 3; i++) {
            var before = received(poll(ROOT, YEAR));
            receive(province.communeA(), "COUNTER");
            aSecondPasses();
            assertThat(received(poll(ROOT, YEAR))).isEqualTo(before + 1);
        }
    }

    @Test
    void all_who_ask_at_once_cost_one_count() throws Exception {
        var question = YEAR + "&channel=POSTAL&groupBy=month";
        time.setTo(MONDAY);
        Calling.token("dashboard", ROOT);
        poll(ROOT, YEAR + "&channel=ONLINE"); // every class is loaded
        var before = counted();
        var answers = atOnce(20, () -> poll(ROOT, question));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(counted()).isEqualTo(before + 1);
    }

    @Test
    void each_sees_only_what_is_theirs_however_they_ask_at_once() throws Exception {
        time.setTo(MONDAY);
        receive(province.communeA(), "COUNTER");
        aSecondPasses();
        var same = YEAR + "&unit=" + province.communeA();
        for (int i = 0; i < 5; i++) {
            var above = CompletableFuture.supplyAsync(() -> poll(ROOT, same));
            var theirs = CompletableFuture.supplyAsync(() -> poll(province.communeA(), same));
            var others = CompletableFuture.supplyAsync(() -> poll(province.communeB(), same));
            var catalogue =
                    CompletableFuture.supplyAsync(() -> as("catalogue", ROOT).get(same));
            var stranger = CompletableFuture.supplyAsync(() -> nobody().get(same));

            assertThat(received(above.get())).isPositive().isEqualTo(received(theirs.get()));
            others.get().then().statusCode(403).body("code", is("not-allowed")).body("groups", is((Object) null));
            catalogue.get().then().statusCode(403);
            stranger.get().then().statusCode(401);
            aSecondPasses();
        }
    }

    @Test
    void without_a_unit_everybody_asks_for_their_own() {
        time.setTo(MONDAY);
        for (var unit : List.of(ROOT, province.communeA(), province.communeB(), ROOT)) {
            poll(unit, YEAR).then().statusCode(200).body("query.unit", is(unit));
        }
    }

    @Test
    void a_refusal_is_not_kept_and_speaks_the_language_of_each() throws Exception {
        var wrong = YEAR + "&basis=HOUR";
        var vietnamese = CompletableFuture.supplyAsync(
                () -> as("dashboard", ROOT).header("Accept-Language", "vi").get(wrong));
        var english = CompletableFuture.supplyAsync(
                () -> as("dashboard", ROOT).header("Accept-Language", "en").get(wrong));

        english.get().then().statusCode(400).header("Content-Language", "en").body("errors.pointer", contains("basis"));
        vietnamese
                .get()
                .then()
                .statusCode(400)
                .header("Content-Language", "vi")
                .body("errors.message[0]", not(english.get().<String>path("errors[0].message")));
    }

    @Test
    void nothing_is_counted_again_while_nothing_happens() throws Exception {
        time.setTo(MONDAY);
        eventually(() -> {
            var before = figures("unchanged");
            time.advance(Duration.ofSeconds(1));
            poll(ROOT, YEAR).then().body("asOf", is(LOCAL.format(time.instant())));
            return figures("unchanged") > before; // some other transaction may have ended between
        });

        var before = received(poll(ROOT, YEAR));
        receive(province.communeB(), "COUNTER");
        aSecondPasses();
        assertThat(received(poll(ROOT, YEAR))).isEqualTo(before + 1);
    }

    @Test
    void a_day_that_begins_makes_dossiers_overdue_without_any_step() throws Exception {
        time.setTo(MONDAY);
        receive(province.communeB(), "COUNTER");
        var due = Instant.parse("2027-03-02T16:59:59Z"); // the last second of Tuesday, on which it is due
        time.setTo(due);
        int before = poll(ROOT, YEAR).path("groups[0].counts.pending.overdue");
        time.setTo(due.plusSeconds(1));
        int after = poll(ROOT, YEAR).path("groups[0].counts.pending.overdue");

        assertThat(after).isGreaterThan(before);
    }

    @Test
    void a_desk_that_lets_the_intake_pass_is_late_without_any_step() throws Exception {
        time.setTo(MONDAY);
        receive(province.communeA(), "ONLINE");
        var end = Instant.parse("2027-03-02T02:00:00Z"); // eight working hours later
        time.setTo(end);
        int before = poll(ROOT, YEAR).path("groups[0].counts.intake.waitingLate");
        time.setTo(end.plusMillis(1));
        aSecondPasses();
        int after = poll(ROOT, YEAR).path("groups[0].counts.intake.waitingLate");

        assertThat(after).isGreaterThan(before);
    }

    @Test
    void time_that_moves_on_is_not_answered_with_the_past() {
        time.setTo(MONDAY);
        var first = poll(ROOT, YEAR);
        time.advance(Duration.ofSeconds(2));

        assertThat(poll(ROOT, YEAR).<String>path("asOf")).isNotEqualTo(first.path("asOf"));
    }

    private static void eventually(BooleanSupplier so) throws InterruptedException {
        for (int i = 0; !so.getAsBoolean(); i++) {
            assertThat(i).as("tries").isLessThan(15);
            aSecondPasses();
        }
    }

    private static List<Response> atOnce(int callers, Callable<Response> asking) throws Exception {
        var pool = Executors.newFixedThreadPool(callers);
        var asked = new ArrayList<Future<Response>>();
        for (int i = 0; i < callers; i++) {
            asked.add(pool.submit(asking));
        }
        var answers = new ArrayList<Response>();
        for (var each : asked) {
            answers.add(each.get());
        }
        pool.shutdown();
        return answers;
    }
}
