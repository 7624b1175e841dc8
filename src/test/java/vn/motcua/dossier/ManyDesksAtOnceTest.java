package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.Calling;
import vn.motcua.Province;
import vn.motcua.Service;

/** Real threads on the real database. */
@QuarkusTest
@Service
class ManyDesksAtOnceTest {

    @Inject
    EntityManager entities;

    @Test
    void two_hundred_receipts_at_one_unit_get_two_hundred_codes() throws Exception {
        var province = Province.at("M01");
        var procedure = province.procedure(3, "WORKING_DAY");
        Calling.token("clerk", province.communeA());

        var answers = together(
                200,
                nth -> receive(as("clerk", province.communeA()), receipt(procedure, province.communeA(), "COUNTER")));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.<String>path("code")).collect(Collectors.toSet()))
                .hasSize(200);
    }

    @Test
    void the_same_request_sent_fifty_times_makes_one_dossier_and_fifty_equal_answers() throws Exception {
        var province = Province.at("M02");
        var unit = province.communeA();
        var body = receipt(province.procedure(3, "WORKING_DAY"), unit, "COUNTER");
        var key = UUID.randomUUID().toString();
        Calling.token("clerk", unit);

        var answers = together(50, nth -> as("clerk", unit)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/dossiers"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.body().asString()).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(answers.stream()
                        .map(answer -> answer.header("ETag") + answer.header("Location"))
                        .collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(dossiersAt(unit)).isEqualTo(1);
    }

    @Test
    void of_two_writers_one_wins_and_one_is_stale() throws Exception {
        var province = Province.at("M03");
        var unit = province.communeA();
        var procedure = province.procedure(3, "WORKING_DAY");
        for (int round = 0; round < 10; round++) {
            var received = receive(as("clerk", unit), receipt(procedure, unit, "COUNTER"));
            String code = received.path("code");
            var steps = List.of("suspension", "payment-request");

            var answers = together(
                    2, nth -> Calling.posting(as("officer", unit), Map.of("reason", "Chờ", "legalBasis", "Điều 1"))
                            .header("If-Match", received.header("ETag"))
                            .post("/v1/dossiers/" + code + "/" + steps.get(nth)));

            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
            as("clerk", unit)
                    .get("/v1/dossiers/" + code + "/events")
                    .then()
                    .body("items.size()", org.hamcrest.Matchers.is(2));
        }
    }

    @Test
    void a_refused_receipt_leaves_nothing_behind() {
        var province = Province.at("M04");
        var unit = province.communeA();
        var body = receipt(province.procedure(3, "WORKING_DAY"), unit, "COUNTER");
        body.put("externalCode", "SAME");
        receive(as("clerk", unit), body).then().statusCode(201);
        var before = rows();

        receive(as("clerk", unit), body)
                .then()
                .statusCode(409)
                .body("type", org.hamcrest.Matchers.is("/problems/external-code-taken"));

        assertThat(rows()).isEqualTo(before);
        body.put("externalCode", "OTHER");
        String code = receive(as("clerk", unit), body)
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        assertThat(code).endsWith("-0002");
    }

    /** Two receipts with one external code pass the first look together; the database lets one of them through. */
    @Test
    void an_aborted_transaction_leaves_neither_code_nor_history_nor_count_behind() throws Exception {
        var province = Province.at("M05");
        var unit = province.communeA();
        var body = receipt(province.procedure(3, "WORKING_DAY"), unit, "COUNTER");
        body.put("externalCode", "TWIN");
        Calling.token("clerk", unit);

        var answers = together(8, nth -> receive(as("clerk", unit), new HashMap<>(body)));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(7);
        assertThat(dossiersAt(unit)).isEqualTo(1);
        assertThat(number("select count(*) from dossier_event e where e.facts like '%\"" + unit + "-%'"))
                .isEqualTo(1);
        assertThat(number("select last from dossier_ordinal where unit = '" + unit + "'"))
                .isEqualTo(1);
    }

    @Test
    void after_9999_codes_of_a_day_the_next_has_one_digit_more() {
        var province = Province.at("M06");
        var unit = province.communeA();
        var body = receipt(province.procedure(3, "WORKING_DAY"), unit, "COUNTER");
        String first = receive(as("clerk", unit), body)
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        assertThat(first).endsWith("-0001");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update dossier_ordinal set last = 9998 where unit = ?1")
                        .setParameter(1, unit)
                        .executeUpdate());

        var next = IntStream.range(0, 2)
                .mapToObj(nth -> receive(as("clerk", unit), new HashMap<>(body)).<String>path("code"))
                .toList();

        var stem = first.substring(0, first.length() - "0001".length());
        assertThat(next).containsExactly(stem + "9999", stem + "10000");
    }

    private Map<String, Long> rows() {
        var counts = new HashMap<String, Long>();
        for (var table : List.of("dossier", "dossier_event", "dossier_person", "dossier_text", "idempotency_key")) {
            counts.put(table, number("select count(*) from " + table));
        }
        counts.put("ordinals", number("select sum(last) from dossier_ordinal"));
        return counts;
    }

    private long dossiersAt(String unit) {
        return number("select count(*) from dossier where receiving_unit = '" + unit + "'");
    }

    private long number(String sql) {
        return ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue();
    }

    /** Runs the calls at the same moment, one thread each. */
    private static List<Response> together(int calls, Numbered call) throws Exception {
        var threads = Executors.newFixedThreadPool(calls);
        var start = new CountDownLatch(1);
        try {
            var running = IntStream.range(0, calls)
                    .mapToObj(nth -> threads.submit((Callable<Response>) () -> {
                        start.await();
                        return call.number(nth);
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Numbered {

        Response number(int nth);
    }
}
