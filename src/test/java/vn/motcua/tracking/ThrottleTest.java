package vn.motcua.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.nobody;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.access.Keyring;
import vn.motcua.problem.Problem;

/** Two services on one database, as two counters over it; and the one that answers here, by HTTP. */
@QuarkusTest
@Service
class ThrottleTest {

    @Inject
    DataSource database;

    @Inject
    Keyring keys;

    @Inject
    EntityManager entities;

    private Throttle one;
    private Throttle other;
    private String code;
    private String address;

    @BeforeEach
    void two_on_one_database() {
        one = new Throttle(database, keys, 20, 6, 2);
        other = new Throttle(database, keys, 20, 6, 2);
        code = "H97.1-" + UUID.randomUUID();
        address = UUID.randomUUID().toString();
    }

    @Test
    void what_one_service_counted_the_other_knows() {
        for (int i = 0; i < 10; i++) {
            one.take(code + i, address);
            other.take(code + i, address);
        }
        for (var throttle : new Throttle[] {one, other}) {
            assertThat(refused(throttle, code, address).tryAgainAfter())
                    .hasValueSatisfying(
                            wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(3)));
        }
        one.take(code, address + "another");
    }

    @Test
    void wrong_secrets_use_up_a_code_and_right_ones_do_not() {
        for (int i = 0; i < 19; i++) {
            one.take(code, address).wasRight();
        }
        for (int i = 0; i < 6; i++) {
            other.take(code, address + i);
        }
        one.take(code, "guesser");
        one.take(code, "guesser");
        assertThat(refused(one, code, "guesser").tryAgainAfter())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(10)));
    }

    @Test
    void whoever_guesses_does_not_lock_out_the_citizen() {
        for (int i = 0; i < 8; i++) {
            one.take(code, "guesser" + address);
        }
        refused(other, code, "guesser" + address);
        for (int i = 0; i < 10; i++) {
            other.take(code, "citizen" + address).wasRight();
        }
    }

    @Test
    void a_changed_limit_holds_at_once() {
        for (int i = 0; i < 20; i++) {
            one.take(code + i, address);
        }
        refused(one, code, address);

        new Throttle(database, keys, 30, 6, 2).take(code, address);
    }

    @Test
    void an_address_may_be_left_no_tries_of_its_own() {
        var strict = new Throttle(database, keys, 20, 6, 0);
        for (int i = 0; i < 6; i++) {
            strict.take(code, address + i);
        }
        refused(strict, code, address);
    }

    @Test
    void of_many_at_once_no_more_get_through() throws Exception {
        var crowd = Executors.newFixedThreadPool(8);
        try {
            var through = crowd
                    .invokeAll(IntStream.range(0, 40)
                            .<java.util.concurrent.Callable<Boolean>>mapToObj(
                                    i -> () -> passes(i % 2 == 0 ? one : other, code + i, address))
                            .toList())
                    .stream()
                    .filter(passed -> get(passed))
                    .count();
            assertThat(through).isBetween(20L, 22L); // one comes back every three seconds
        } finally {
            crowd.shutdown();
        }
    }

    private static boolean get(java.util.concurrent.Future<Boolean> passed) {
        try {
            return passed.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static boolean passes(Throttle throttle, String code, String address) {
        try {
            throttle.take(code, address);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    @Test
    void a_lifted_limit_refuses_nobody_and_writes_nothing() {
        var lifted = new Throttle(database, keys, 0, 0, 0);
        var before = rows();
        for (int i = 0; i < 100; i++) {
            lifted.take(code, address).wasRight();
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void no_address_and_no_code_is_kept_and_what_is_full_again_is_forgotten() {
        one.take(code, "203.0.113.77");
        var ids = entities.createNativeQuery(
                        "select encode(id, 'escape') || encode(state, 'escape') from tracking_bucket", String.class)
                .getResultList();
        assertThat(ids).isNotEmpty().noneMatch(row -> row.toString().contains("203.0.113.77"));
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "insert into tracking_bucket (id, state, expires_at) values ('\\x01', null, 1)")
                .executeUpdate());
        var before = rows();
        one.forget();
        assertThat(rows()).isLessThan(before);
        assertThat(entities.createNativeQuery("select 1 from tracking_bucket where id = '\\x01'")
                        .getResultList())
                .isEmpty();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 30; i++) {
                        one.take(code + i, "203.0.113.77");
                    }
                })
                .isInstanceOf(Problem.class); // what is not full yet was kept
    }

    @Test
    void known_and_unknown_codes_are_refused_alike_and_told_when_to_come_back() {
        var province = Province.at("H97");
        var receipt = receipt(province.procedure(2, "WORKING_DAY"), province.communeA(), "COUNTER");
        String known = receive(as("clerk", province.communeA()), receipt).path("code");
        for (var asked : new String[] {known, "H97.1-990101-0001", "no code at all"}) {
            for (int i = 0; i < 13; i++) {
                track(asked, "vi").then().statusCode(404);
            }
            for (var language : Map.of("vi", "Tra cứu quá nhiều lần", "en", "Too many look-ups")
                    .entrySet()) {
                track(asked, language.getKey())
                        .then()
                        .statusCode(429)
                        .contentType("application/problem+json")
                        .header("Retry-After", Integer::parseInt, org.hamcrest.Matchers.greaterThan(0))
                        .body("type", is("/problems/tried-too-often"))
                        .body("status", is(429))
                        .body("detail", startsWith(language.getValue()))
                        .body("detail", containsString(" "));
            }
        }
    }

    private static Response track(String code, String language) {
        return nobody().header("Accept-Language", language)
                .contentType(ContentType.JSON)
                .body(Map.of("code", code, "secret", "0000"))
                .post("/v1/tracking");
    }

    private long rows() {
        return ((Number) entities.createNativeQuery("select count(*) from tracking_bucket")
                        .getSingleResult())
                .longValue();
    }

    private static Problem refused(Throttle throttle, String code, String address) {
        var refusal = catchThrowableOfType(Problem.class, () -> throttle.take(code, address));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
