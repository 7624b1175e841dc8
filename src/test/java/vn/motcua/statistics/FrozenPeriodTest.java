package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.posting;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Calling;
import vn.motcua.MovableTime;
import vn.motcua.Owner;
import vn.motcua.Province;
import vn.motcua.Service;

/** A month is reported, and then corrected: the report stands, and says where it differs. Limits of two days. */
@QuarkusTest
@Service
class FrozenPeriodTest {

    private static final String JANUARY = "?from=2026-01-01&to=2026-02-01";

    @Inject
    MovableTime time;

    @Inject
    DataSource database;

    private Province province;
    private String procedure;

    @BeforeEach
    void found() {
        province = Province.at("K78");
        procedure = province.procedure(2, "WORKING_DAY");
    }

    @AfterEach
    void back_to_the_present() {
        time.release();
    }

    private void at(String local) {
        time.setTo(Archive.time(local));
    }

    private String received(String local, String unit) {
        at(local);
        return receive(as("clerk", unit), receipt(procedure, unit, "COUNTER"))
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private void taken(String local, String dossier, String step, Map<String, ?> body) {
        at(local);
        step("supervisor", "K78", dossier, step, body).then().statusCode(200);
    }

    private void finished(String local, String dossier) {
        taken(local, dossier, "result", Map.of("outcome", "GRANTED"));
    }

    private void corrected(String local, String dossier, Map<String, String> said) {
        var body = new HashMap<>(said);
        body.put("reason", "Nhập nhầm");
        taken(local, dossier, "correction", body);
    }

    private static Response freeze(String report, String from, String to) {
        return posting(as("supervisor", "K78"), Map.of("report", report, "from", from, "to", to))
                .post("/v1/reports/frozen");
    }

    private static JsonPath shown(Response frozen) {
        return as("dashboard", "K78")
                .get(frozen.header("Location"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void a_reported_month_stays_as_reported_and_names_what_was_corrected_later() {
        var reopened = received("01-05T09:00", province.communeA());
        var void_ = received("01-05T09:00", province.communeA());
        finished("01-06T09:00", reopened);
        finished("01-07T09:00", void_);
        var moved = received("01-06T09:00", province.communeB());
        finished("01-07T09:00", moved);

        at("02-02T09:00");
        var byUnit = freeze("06a", "2026-01-01", "2026-02-01");
        var byField = freeze("06b", "2026-01-01", "2026-02-01");
        byUnit.then()
                .statusCode(201)
                .body("figures.rows.key.unit", contains("K78.1", "K78.2"))
                .body("figures.rows.resolved.total", contains(2, 1))
                .body("figures.total.resolved.early", is(2))
                .body("figures.total.resolved.onTime", is(1))
                .body("figures.total.pending.total", is(0))
                .body("figures.rates[0].numerator", is(3))
                .body("figures.rates[0].denominator", is(3))
                .body("figures.rates[0].value", is(1.0f));
        assertThat(shown(byUnit).getList("differences")).isEmpty();

        corrected("02-03T09:00", reopened, Map.of("kind", "REOPEN"));
        corrected("02-03T10:00", void_, Map.of("kind", "VOID"));
        corrected("02-03T11:00", moved, Map.of("kind", "UNIT", "unit", province.department()));

        at("02-04T09:00");
        staysAsReported(byUnit);
        staysAsReported(byField);
        namesEveryCellThatChanged(byUnit);
        saysTheSameAsOfItsFreezing("06a", byUnit);
        saysTheSameAsOfItsFreezing("06b", byField);
        assertThat(shown(byField).getList("differences.key.field"))
                .doesNotContain("K78.1")
                .contains("TEST");
    }

    private static void staysAsReported(Response frozen) {
        assertThat((Object) shown(frozen).get("figures")).isEqualTo(frozen.<Object>path("figures"));
        assertThat((Object) shown(frozen).get("frozenAt")).isEqualTo(frozen.<Object>path("frozenAt"));
    }

    private static void namesEveryCellThatChanged(Response frozen) {
        var shown = shown(frozen);
        List<Map<String, Object>> differences = shown.getList("differences");

        assertThat(differences.stream().map(FrozenPeriodTest::sentence))
                .containsExactly(
                        " received.total 3 → 2",
                        " received.counterAndPostal 3 → 2",
                        " resolved.total 3 → 1",
                        " resolved.early 2 → 1",
                        " resolved.onTime 1 → 0",
                        " pending.total 0 → 1",
                        " pending.overdue 0 → 1",
                        "K78.1 received.total 2 → 1",
                        "K78.1 received.counterAndPostal 2 → 1",
                        "K78.1 resolved.total 2 → 0",
                        "K78.1 resolved.early 1 → 0",
                        "K78.1 resolved.onTime 1 → 0",
                        "K78.1 pending.total 0 → 1",
                        "K78.1 pending.overdue 0 → 1",
                        "K78.2 received.total 1 → 0",
                        "K78.2 received.counterAndPostal 1 → 0",
                        "K78.2 resolved.total 1 → 0",
                        "K78.2 resolved.early 1 → 0",
                        "K78.9 received.total 0 → 1",
                        "K78.9 received.counterAndPostal 0 → 1",
                        "K78.9 resolved.total 0 → 1",
                        "K78.9 resolved.early 0 → 1");
        assertThat(shown.getString("live.asOf")).isEqualTo("2026-02-04T09:00:00+07:00");
        assertThat(shown.getList("live.rows.key.unit")).isEqualTo(List.of("K78.1", "K78.9"));
        assertThat(shown.getInt("live.rates[3].numerator")).isEqualTo(1);
        assertThat(shown.getInt("live.rates[3].denominator")).isEqualTo(2);
    }

    private static String sentence(Map<String, Object> difference) {
        var unit = ((Map<?, ?>) difference.get("key")).get("unit");
        return (unit == null ? "" : unit) + " " + difference.get("column") + " " + difference.get("frozen") + " → "
                + difference.get("live");
    }

    private static void saysTheSameAsOfItsFreezing(String report, Response frozen) {
        as("dashboard", "K78")
                .queryParam("asOf", frozen.<String>path("frozenAt"))
                .get("/v1/reports/" + report + JANUARY)
                .then()
                .statusCode(200)
                .body("asOf", is(frozen.<String>path("frozenAt")))
                .body("rows", is(frozen.<Object>path("figures.rows")))
                .body("total", is(frozen.<Object>path("figures.total")));
    }

    /** The receipt has its time and waits to write its history; the period ends, and is frozen, before it commits. */
    @Test
    void a_step_on_its_way_when_a_period_is_frozen_is_waited_for() throws Exception {
        Calling.token("clerk", province.department());
        Calling.token("supervisor", "K78");
        at("2025-03-31T17:29");
        var onTheSpot = receipt(procedure, province.department(), "COUNTER");
        onTheSpot.putAll(Map.of("result", Map.of("outcome", "GRANTED"), "return", Map.of()));
        var threads = Executors.newFixedThreadPool(2);
        try (var held = Owner.connect()) {
            held.setAutoCommit(false);
            run(held, "lock table dossier_event in share mode");
            var receipt = threads.submit(() -> receive(as("clerk", province.department()), onTheSpot));
            awaitWaiting(held);
            at("2025-04-01T08:00");
            var frozen = threads.submit(() -> freeze("06a", "2025-03-01", "2025-04-01"));
            assertThatThrownBy(() -> frozen.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            held.commit();

            receipt.get().then().statusCode(201).body("receivedAt", is("2025-03-31T17:29:00+07:00"));
            frozen.get()
                    .then()
                    .statusCode(201)
                    .body("figures.rows.key.unit", contains("K78.9"))
                    .body("figures.total.received.total", is(1))
                    .body("figures.total.resolved.total", is(1));
            as("dashboard", "K78").get(frozen.get().header("Location")).then().body("differences", empty());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitWaiting(Connection connection) throws SQLException, InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try (var statement = connection.createStatement()) {
            var waits = false;
            while (!waits) {
                assertThat(System.nanoTime()).as("nobody waits to write").isLessThan(until);
                Thread.sleep(20);
                var found = statement.executeQuery(
                        "select exists (select from pg_locks where not granted and relation = 'dossier_event'::regclass)");
                found.next();
                waits = found.getBoolean(1);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
