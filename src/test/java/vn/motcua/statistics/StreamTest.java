package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.nobody;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Calling;
import vn.motcua.EventStream;
import vn.motcua.EventStream.Event;
import vn.motcua.Province;
import vn.motcua.Service;

/** Dashboards that are told: at once, when something changes, only what is theirs, and until they leave. */
@QuarkusTest
@Service
@TestProfile(Reusing.class)
class StreamTest {

    private static final String ROOT = "K76";
    private static final String QUESTION = "?from=2026-01-01&to=2100-01-01";
    private static final String ON_TIME = "/v1/statistics/on-time" + QUESTION;
    private static final String STREAM = "/v1/statistics/stream" + QUESTION;
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    /** Two seconds, and what a machine adds that builds something else meanwhile. */
    private static final Duration SOON = Duration.ofSeconds(4);

    private static final Duration LONG = Duration.ofSeconds(15);

    @Inject
    MeterRegistry metrics;

    @Inject
    EntityManager entities;

    private final List<EventStream> streams = new ArrayList<>();
    private Province province;
    private String procedure;

    @BeforeEach
    void a_province() {
        province = Province.at(ROOT);
        procedure = province.procedure(1, "WORKING_DAY");
    }

    @AfterEach
    void nothing_is_left_behind() throws Exception {
        streams.forEach(EventStream::close);
        awaitOpen(0);
    }

    private EventStream open(String unit, String path, String lastEventId) throws Exception {
        return opened(EventStream.open(Calling.token("dashboard", unit), path, lastEventId));
    }

    private EventStream opened(EventStream stream) {
        streams.add(stream);
        return stream;
    }

    private void awaitOpen(int count) throws InterruptedException {
        var end = System.nanoTime() + LONG.toNanos();
        while (metrics.get("motcua.streams").gauge().value() != count) {
            assertThat(System.nanoTime()).as("not %d streams", count).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private void receive(String unit) {
        Province.receive(as("clerk", unit), Province.receipt(procedure, unit, "COUNTER"))
                .then()
                .statusCode(201);
    }

    private static Event figures(EventStream stream, Duration patience) throws InterruptedException {
        var event = stream.next(patience);
        assertThat(event).as("event").isNotNull();
        assertThat(event.name()).as(event.toString()).isEqualTo("figures");
        return event;
    }

    private static int received(Event event) {
        return JsonPath.from(event.data()).getInt("groups[0].counts.received.total");
    }

    @Test
    void the_figures_come_at_once_and_again_when_they_change() throws Exception {
        var stream = open(ROOT, STREAM, null);
        var first = figures(stream, AT_ONCE);
        var polled = as("dashboard", ROOT).get(ON_TIME);

        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.header("Content-Encoding")).isNotEqualTo("gzip");
        assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.id()).isEqualTo(polled.header("ETag"));
        assertThat(JsonPath.from(first.data()).getMap("query"))
                .isEqualTo(polled.jsonPath().getMap("query"));
        assertThat(JsonPath.from(first.data()).getList("groups"))
                .isEqualTo(polled.jsonPath().getList("groups"));

        for (int i = 1; i <= 3; i++) {
            receive(province.communeA());
            var next = figures(stream, SOON);
            assertThat(received(next)).isEqualTo(received(first) + i);
            assertThat(next.id()).isNotEqualTo(first.id());
        }
    }

    @Test
    void while_nothing_changes_nothing_is_told_but_that_the_service_is_there() throws Exception {
        var stream = open(ROOT, STREAM, null);
        figures(stream, AT_ONCE);

        assertThat(stream.next(Duration.ofSeconds(4))).isNull();
        assertThat(stream.next(LONG.minusSeconds(4))).matches(Event::isComment);
    }

    @Test
    void who_comes_back_is_not_told_again_what_it_has() throws Exception {
        var first = figures(open(ROOT, STREAM, null), AT_ONCE);

        var back = open(ROOT, STREAM, first.id());
        assertThat(back.next(AT_ONCE)).matches(Event::isComment);
        receive(province.communeA());
        var changed = figures(back, SOON);
        assertThat(received(changed)).isEqualTo(received(first) + 1);

        assertThat(figures(open(ROOT, STREAM, first.id()), AT_ONCE).id()).isEqualTo(changed.id());
    }

    @Test
    void each_is_told_what_is_theirs() throws Exception {
        var a = open(province.communeA(), STREAM, null);
        var b = open(province.communeB(), STREAM, null);
        var firstA = figures(a, AT_ONCE);
        var firstB = figures(b, AT_ONCE);
        assertThat(JsonPath.from(firstA.data()).getString("query.unit")).isEqualTo(province.communeA());
        assertThat(JsonPath.from(firstB.data()).getString("query.unit")).isEqualTo(province.communeB());

        receive(province.communeA());
        assertThat(received(figures(a, SOON))).isEqualTo(received(firstA) + 1);
        assertThat(b.next(SOON)).isNull();
    }

    @Test
    void who_may_not_ask_is_refused_before_anything_is_told() throws Exception {
        var theirs = STREAM + "&unit=" + province.communeA();
        figures(open(province.communeA(), theirs, null), AT_ONCE);
        figures(open(ROOT, theirs, null), AT_ONCE);

        refused(as("dashboard", province.communeB()).get(theirs).then(), 403, "not-allowed");
        refused(as("catalogue", ROOT).get(theirs).then(), 403, "not-allowed");
        refused(nobody().get(theirs).then(), 401, "caller-unknown");
    }

    @Test
    void a_wrong_question_is_refused_as_everywhere() {
        refused(as("dashboard", ROOT).get(STREAM + "&basis=HOUR").then(), 400, "invalid-request")
                .body("errors.pointer", contains("basis"));
        refused(as("dashboard", ROOT).get(STREAM + "&asOf=2026-02-01T00:00:00Z").then(), 400, "unknown-parameter");
        refused(as("dashboard", ROOT).accept("text/html").get(STREAM).then(), 406, "not-acceptable");
        as("dashboard", ROOT).head(STREAM).then().statusCode(200);
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", is(code));
    }

    @Test
    void many_who_listen_to_the_same_cost_no_more_than_one() throws Exception {
        for (int i = 0; i < Reusing.STREAMS; i++) {
            figures(open(ROOT, STREAM, null), AT_ONCE);
        }
        var before = counted();
        Thread.sleep(4_000);

        assertThat(counted() - before).isBetween(2.0, 5.0);
    }

    private double counted() {
        return List.of("counters", "histories", "unchanged").stream()
                .mapToDouble(
                        from -> metrics.counter("motcua.figures", "from", from).count())
                .sum();
    }

    @Test
    void there_is_an_end_to_how_many_may_listen() throws Exception {
        for (int i = 0; i < Reusing.STREAMS; i++) {
            figures(open(ROOT, STREAM, null), AT_ONCE);
        }
        awaitOpen(Reusing.STREAMS);
        refused(as("dashboard", ROOT).get(STREAM).then(), 503, "service-busy").header("Retry-After", notNullValue());

        streams.get(0).close();
        awaitOpen(Reusing.STREAMS - 1);
        figures(open(ROOT, STREAM, null), AT_ONCE);
    }

    @Test
    void so_it_is_over_http_2() throws Exception {
        var stream =
                opened(EventStream.open(HttpClient.Version.HTTP_2, Calling.token("dashboard", ROOT), STREAM, null));
        var first = figures(stream, AT_ONCE);
        receive(province.communeB());
        assertThat(received(figures(stream, SOON))).isEqualTo(received(first) + 1);

        stream.close();
        awaitOpen(0);
    }

    @Test
    void a_stream_ends_with_the_token() throws Exception {
        var token = Jwt.subject("soon-over")
                .audience("motcua")
                .upn("soon-over")
                .claim("unit", ROOT)
                .groups(Set.of("dashboard"))
                .expiresIn(Duration.ofSeconds(3))
                .sign();
        var stream = opened(EventStream.open(token, STREAM, null));
        figures(stream, AT_ONCE);

        assertThat(stream.next(LONG)).matches(Event::isEnd);
        awaitOpen(0);
    }

    @Test
    void a_stream_ends_when_the_caller_may_no_longer_see_the_unit() throws Exception {
        var lost = "K76.7";
        unit(lost, province.communeB());
        var stream = open(province.communeB(), STREAM + "&unit=" + lost, null);
        figures(stream, AT_ONCE);
        unit(lost, province.communeA());

        assertThat(stream.next(SOON)).matches(Event::isEnd);
    }

    private static void unit(String code, String parent) {
        var path = "/v1/units/" + code;
        var body = java.util.Map.of(
                "name", "Phòng " + code, "level", "OTHER", "validFrom", "2000-01-01", "parent", parent);
        var caller = as("catalogue", ROOT);
        var etag = as("catalogue", ROOT).get(path).header("ETag");
        var answer = etag == null ? Calling.create(caller, path, body) : Calling.change(caller, path, etag, body);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
    }

    @Test
    void a_database_that_cannot_answer_is_told_and_its_return_too() throws Exception {
        var stream = open(ROOT, STREAM, null);
        var first = figures(stream, AT_ONCE);

        var told = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("lock table unit in access exclusive mode")
                    .executeUpdate();
            return withoutComments(stream);
        });
        assertThat(told).isEqualTo(new Event("unavailable", null, "{\"code\":\"service-busy\"}"));
        assertThat(withoutComments(stream).id()).isEqualTo(first.id());
    }

    private static Event withoutComments(EventStream stream) throws InterruptedException {
        var event = stream.next(LONG);
        while (event != null && event.isComment()) {
            event = stream.next(LONG);
        }
        return event;
    }
}
