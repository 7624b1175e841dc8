package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;
import static vn.motcua.Succeeding.by;
import static vn.motcua.Succeeding.done;
import static vn.motcua.Succeeding.recorded;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Refusal;
import vn.motcua.Service;
import vn.motcua.Succeeding;
import vn.motcua.http.Jobs;
import vn.motcua.intake.Importing;

/** Units merge, are renamed, and are succeeded in their turn; the job stops and goes on. */
@QuarkusTest
@Service
class SuccessionTest {

    private static final String JULY = "2025-07-01";

    @Inject
    EntityManager entities;

    @Inject
    SuccessionWorker worker;

    @Inject
    MovableTime time;

    @AfterEach
    void release_time() {
        time.release();
    }

    private static String received(String procedure, String unit) {
        return receive(as("clerk", unit), receipt(procedure, unit, "COUNTER"))
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static List<String> passings(String unit, String code) {
        return as("clerk", unit)
                .get("/v1/dossiers/" + code + "/events")
                .path("items.findAll { it.type ==" + " 'PASSED_ON' }.facts.data.to");
    }

    @Test
    void two_communes_become_one_and_that_one_another() throws InterruptedException {
        var province = Province.at("V31");
        var procedure = province.procedure(3, "WORKING_DAY");
        var ofA = received(procedure, province.communeA());
        var ofB = received(procedure, province.communeB());
        create(
                as("catalogue", "V31"),
                "/v1/units/V31.4",
                Map.of("name", "Phường mới", "level", "COMMUNE", "parent", "V31", "validFrom", JULY));
        create(
                as("catalogue", "V31"),
                "/v1/units/V31.5",
                Map.of("name", "Phường mới hơn", "level", "COMMUNE", "parent", "V31", "validFrom", "2026-01-01"));

        done("V31", province.communeA(), by("MERGE", JULY, "V31.4")).then().body("accepted", is(1));
        done("V31", province.communeB(), by("MERGE", JULY, "V31.4")).then().body("accepted", is(1));

        for (var code : List.of(ofA, ofB)) {
            as("clerk", "V31.4")
                    .get("/v1/dossiers/" + code)
                    .then()
                    .body("currentUnit", is("V31.4"))
                    .body("heirs.competentUnit", is("V31.4"));
            assertThat(passings("V31.4", code)).containsExactly("V31.4");
        }
        as("clerk", "V31.4")
                .get("/v1/dossiers/" + ofA + "/events")
                .then()
                .body("items[1].facts.data.kind", is("MERGE"))
                .body("items[1].facts.data.rule", nullValue());

        done("V31", "V31.4", by("RENAME", "2026-01-01", "V31.5")).then().body("accepted", is(2));

        as("clerk", "V31.5")
                .get("/v1/dossiers/" + ofA)
                .then()
                .body("receivingUnit", is(province.communeA()))
                .body("heirs.receivingUnit", is("V31.5"))
                .body("currentUnit", is("V31.5"));
        assertThat(passings("V31.5", ofA)).containsExactly("V31.4", "V31.5");
        step("officer", "V31.4", ofA, "result", Map.of("outcome", "GRANTED"))
                .then()
                .statusCode(403);
        step("officer", "V31.5", ofA, "result", Map.of("outcome", "GRANTED"))
                .then()
                .statusCode(200);
        step("clerk", "V31.5", ofA, "return", Map.of()).then().statusCode(200);
    }

    @Test
    void recorded_in_the_wrong_order_they_still_arrive_at_the_last() throws InterruptedException {
        var province = Province.at("V32");
        var procedure = province.procedure(3, "WORKING_DAY");
        var code = received(procedure, province.communeA());

        done("V32", province.communeB(), by("RENAME", "2026-01-01", province.department()));
        done("V32", province.communeA(), by("RENAME", JULY, province.communeB()));

        Succeeding.await(
                "V32", "/v1/dossiers/" + code, dossier -> province.department().equals(dossier.path("currentUnit")));
        assertThat(passings("V32", code)).containsExactly(province.communeB(), province.department());
    }

    @Test
    void what_was_submitted_is_not_accepted_by_a_unit_that_has_ended() {
        var province = Province.at("V32");
        var unit = "V32.7";
        create(
                as("catalogue", "V32"),
                "/v1/units/" + unit,
                Map.of("name", "Xã", "level", "COMMUNE", "parent", "V32", "validFrom", "2000-01-01"));
        String code = receive(as("clerk", unit), receipt(province.procedure(3, "WORKING_DAY"), unit, "ONLINE"))
                .path("code");
        var yesterday = LocalDate.now().minusDays(1).toString();
        vn.motcua.Calling.change(
                        as("catalogue", "V32"),
                        "/v1/units/" + unit,
                        "\"0\"",
                        Map.of(
                                "name", "Xã",
                                "level", "COMMUNE",
                                "parent", "V32",
                                "validFrom", "2000-01-01",
                                "validTo", yesterday))
                .then()
                .statusCode(200);

        step("clerk", unit, code, "acceptance", Map.of()).then().statusCode(409).body("code", is("unit-not-in-force"));
    }

    /** A batch by hand is what a killed service leaves: the rest has not begun. */
    @Test
    void a_job_cut_short_goes_on_where_it_was() throws InterruptedException {
        var province = Province.at("V34");
        var procedure = province.procedure(3, "WORKING_DAY");
        var unit = province.communeA();
        var dossiers = 2 * SuccessionWorker.BATCH + 17;
        Importing.run("V34", rows(procedure, unit, dossiers));
        var path =
                recorded("V34", unit, by("RENAME", LocalDate.now().plusDays(3).toString(), province.communeB()));
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));

        var passage = QuarkusTransaction.requiringNew().call(() -> worker.begin(id));
        assertThat(QuarkusTransaction.requiringNew().call(() -> worker.batch(id, passage)))
                .isTrue();
        as("supervisor", "V34")
                .get(path)
                .then()
                .body("accepted", is(SuccessionWorker.BATCH))
                .body("total", is(dossiers));
        time.advance(Duration.ofDays(4));

        done("V34", path).then().body("accepted", is(dossiers)).body("total", is(dossiers));
        assertThat(numberOfDossiersByPassings(unit)).isEqualTo(Map.of(1L, (long) dossiers));
    }

    private static String rows(String procedure, String unit, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        """
                        {"externalCode": "X%d", "procedure": "%%s", "receivingUnit": "%%s", "channel": "COUNTER", \
                        "receivedAt": "2026-01-05T09:00:00+07:00"}"""
                                ::formatted)
                .map(row -> row.formatted(procedure, unit))
                .collect(Collectors.joining("\n"));
    }

    @SuppressWarnings("unchecked")
    private Map<Long, Long> numberOfDossiersByPassings(String receivingUnit) {
        List<Object[]> rows = entities.createNativeQuery(
                        """
                        select passings, count(*) from (
                            select count(e.dossier) as passings
                            from dossier d left join dossier_event e on e.dossier = d.id and e.type = 'PASSED_ON'
                            where d.receiving_unit = ?1 group by d.id) as each
                        group by passings""")
                .setParameter(1, receivingUnit)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    @Test
    void a_dossier_somebody_is_at_work_on_passes_over_afterwards() throws InterruptedException {
        var province = Province.at("V35");
        var procedure = province.procedure(3, "WORKING_DAY");
        var busy = received(procedure, province.communeA());
        received(procedure, province.communeA());
        var job = new String[1];

        QuarkusTransaction.requiringNew().timeout(120).run(() -> {
            entities.createNativeQuery("select 1 from dossier where code = ?1 for update")
                    .setParameter(1, busy)
                    .getSingleResult();
            job[0] = recorded("V35", province.communeA(), by("RENAME", JULY, province.communeB()));
            awaitOneDone(job[0]);
        });

        done("V35", job[0]).then().body("accepted", is(2)).body("total", is(2));
        assertThat(passings("V35", busy)).containsExactly(province.communeB());
    }

    private static void awaitOneDone(String job) {
        try {
            Succeeding.await("V35", job, state -> state.path("done").equals(1));
            Thread.sleep(2500);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        as("supervisor", "V35").get(job).then().body("state", is("RUNNING")).body("done", is(1));
    }

    @Test
    void a_dossier_that_cannot_pass_holds_up_no_other_and_passes_when_it_can() throws InterruptedException {
        var province = Province.at("V53");
        var procedure = province.procedure(3, "WORKING_DAY");
        var unit = province.communeA();
        var codes = List.of(received(procedure, unit), received(procedure, unit), received(procedure, unit));
        String job;

        try (var refusal = new Refusal(codes.get(1))) {
            job = recorded("V53", unit, by("RENAME", JULY, province.communeB()));
            Succeeding.await("V53", job, state -> state.path("done").equals(2));
        }
        as("supervisor", "V53").get(job).then().body("state", is("RUNNING")).body("total", is(3));
        time.advance(Jobs.LEASE);

        done("V53", job).then().body("accepted", is(3)).body("total", is(3));
        codes.forEach(code -> assertThat(passings("V53", code)).containsExactly(province.communeB()));
    }

    /** Known as the first commune's until it was set right, it now counts there for who took that one's place. */
    @Test
    void what_was_counted_before_a_correction_passes_over_too() throws InterruptedException {
        var province = Province.at("V36");
        var receipt = receipt(province.procedure(3, "WORKING_DAY"), province.communeB(), "COUNTER");
        receipt.put("competentUnit", province.communeA());
        String code = receive(as("clerk", "V36"), receipt).path("code");
        var before = Instant.now();
        var right = Map.of("kind", "UNIT", "unit", province.communeB(), "reason", "Sai đơn vị");
        step("supervisor", "V36", code, "correction", right).then().statusCode(200);

        var split = by(
                "SPLIT",
                JULY,
                List.of(
                        Map.of("unit", province.department(), "fields", List.of("TEST")),
                        Map.of("unit", province.communeB())));
        done("V36", province.communeA(), split).then().body("total", is(0));

        assertThat(receivedFor("V36", "AS_NOW", before.toString())).isEqualTo(Map.of(province.department(), 1));
        assertThat(receivedFor("V36", "AS_WAS", before.toString())).isEqualTo(Map.of(province.communeA(), 1));
        assertThat(receivedFor("V36", "AS_NOW", Instant.now().toString())).isEqualTo(Map.of(province.communeB(), 1));
        as("clerk", province.communeB())
                .get("/v1/dossiers/" + code)
                .then()
                .body("competentUnit", is(province.communeB()))
                .body("heirs", nullValue());
    }

    private static Map<String, Integer> receivedFor(String root, String units, String asOf) {
        var answer = as("dashboard", root)
                .queryParams(Map.of("from", "2025-01-01", "to", "2030-01-01", "groupBy", "unit"))
                .queryParams(Map.of("units", units, "asOf", asOf))
                .get("/v1/statistics/on-time")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> keys = answer.get("groups.key.unit");
        List<Integer> received = answer.get("groups.counts.received.total");
        return IntStream.range(0, keys.size()).boxed().collect(Collectors.toMap(keys::get, received::get));
    }

    @Test
    void the_unit_a_correction_names_has_no_heir_of_the_wrong_one() throws InterruptedException {
        var province = Province.at("V37");
        var code = received(province.procedure(3, "WORKING_DAY"), province.communeA());
        done("V37", province.communeA(), by("RENAME", JULY, province.communeB()));
        var right = Map.of("kind", "UNIT", "unit", province.department(), "reason", "Sai đơn vị");

        step("supervisor", province.communeA(), code, "correction", right)
                .then()
                .statusCode(403);
        step("supervisor", province.communeB(), code, "correction", right)
                .then()
                .statusCode(200);

        as("clerk", "V37")
                .get("/v1/dossiers/" + code)
                .then()
                .body("competentUnit", is(province.department()))
                .body("heirs", is(Map.of("handInUnit", province.communeB(), "receivingUnit", province.communeB())));
        as("clerk", province.communeB()).get("/v1/dossiers/" + code).then().statusCode(200);
    }

    @Test
    void what_is_reopened_where_nobody_is_any_more_goes_on_with_the_heir() throws InterruptedException {
        var province = Province.at("V38");
        var code = received(province.procedure(3, "WORKING_DAY"), province.communeA());
        step("clerk", province.communeA(), code, "withdrawal", Map.of("reason", "x"));
        done("V38", province.communeA(), by("RENAME", JULY, province.communeB()))
                .then()
                .body("accepted", is(0))
                .body("unchanged", is(1));

        step("supervisor", province.communeB(), code, "correction", Map.of("kind", "REOPEN", "reason", "Nhầm"))
                .then()
                .statusCode(200);

        Succeeding.await(
                "V38", "/v1/dossiers/" + code, dossier -> province.communeB().equals(dossier.path("currentUnit")));
        as("clerk", province.communeB())
                .get("/v1/dossiers/" + code + "/events")
                .then()
                .body("items.type", contains("RECEIVED", "WITHDRAWN", "REOPENED", "PASSED_ON"))
                .body("items[3].facts.data.places", contains("CURRENT"));
        step("officer", province.communeB(), code, "result", Map.of("outcome", "GRANTED"))
                .then()
                .statusCode(200);
    }

    @Test
    void whoever_had_it_in_hand_still_sees_it_after_the_next_hand_over() throws InterruptedException {
        var province = Province.at("V39");
        var code = received(province.procedure(3, "WORKING_DAY"), province.department());
        step("clerk", province.department(), code, "hand-over", Map.of("unit", province.communeA()));
        done("V39", province.communeA(), by("RENAME", JULY, province.communeB()));

        step("clerk", province.communeB(), code, "hand-over", Map.of("unit", province.department()))
                .then()
                .statusCode(200);

        as("clerk", province.communeB()).get("/v1/dossiers/" + code).then().statusCode(200);
    }
}
