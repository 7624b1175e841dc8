package vn.motcua.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.Client;
import vn.motcua.PackagedService;

/** The look-up of the packaged service: nothing is to be learned from how long it takes, nor from asking two of them. */
class TrackingIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String COMMUNE = "H98.1";
    private static final String WRONG = "0000-0000-0000-0000";
    private static final int TRIES = 2_000;
    private static final int WARM_UP = 400;
    private static final int TRIES_A_MINUTE = 30;

    private static PackagedService one;
    private static PackagedService other;

    @BeforeAll
    static void two_services_on_one_database() throws Exception {
        one = limited(PackagedService.onEmptyFolder()).start();
        other = limited(PackagedService.onEmptyFolder())
                .with("QUARKUS_DATASOURCE_JDBC_URL", one.jdbcUrl())
                .with("MOTCUA_KEYS", one.data().resolve("keys").toString())
                .start();
        furnish(one.http());
    }

    /** Behind a proxy that says where a request comes from: here, the test. */
    private static PackagedService limited(PackagedService service) {
        return service.demo()
                .with("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")
                .with("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1")
                .with("MOTCUA_TRACKING_TRIES_PER_MINUTE_AND_ADDRESS", String.valueOf(TRIES_A_MINUTE))
                .with("MOTCUA_TRACKING_WRONG_PER_HOUR_AND_CODE", "1000000");
    }

    @AfterAll
    static void stop() throws Exception {
        other.close();
        one.close();
    }

    private static void furnish(Client http) throws Exception {
        http.create("H98", "/v1/units/H98", Map.of("name", "Tỉnh", "level", "PROVINCE", "validFrom", "2000-01-01"));
        http.create(
                "H98",
                "/v1/units/" + COMMUNE,
                Map.of("name", "Xã", "level", "COMMUNE", "validFrom", "2000-01-01", "parent", "H98"));
        http.create("H98", "/v1/fields/TEST", Map.of("name", "Thử"));
        http.create(
                "H98",
                "/v1/procedures/1.777001",
                Map.of("name", "Thử", "field", "TEST", "validFrom", "2000-01-01", "limits", List.of()));
    }

    /** Code and secret of a dossier just received. */
    private static String[] received() throws Exception {
        var answer = one.http()
                .post(
                        "clerk",
                        COMMUNE,
                        "/v1/dossiers",
                        Map.of(
                                "procedure",
                                "1.777001",
                                "receivingUnit",
                                COMMUNE,
                                "channel",
                                "COUNTER",
                                "applicant",
                                Map.of("kind", "CITIZEN", "name", "Nguyễn Thị Mai")));
        assertThat(answer.status()).isEqualTo(201);
        return new String[] {
            answer.body().path("code").asText(),
            answer.body().path("trackingSecret").asText()
        };
    }

    @Test
    void what_was_asked_of_one_service_the_other_has_counted() throws Exception {
        var mine = received();
        for (int i = 0; i < TRIES_A_MINUTE / 2; i++) {
            assertThat(track(one, mine[0], mine[1], "203.0.113.1").statusCode()).isEqualTo(200);
            assertThat(track(other, mine[0], WRONG, "203.0.113.1").statusCode()).isEqualTo(404);
        }
        for (var service : List.of(one, other)) {
            var refused = refusedSoon(service, mine[0], mine[1], "203.0.113.1");
            assertThat(Long.parseLong(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1L, 3L);
            assertThat(refused.body()).contains("/problems/tried-too-often");
        }
        assertThat(track(other, mine[0], mine[1], "203.0.113.2").statusCode()).isEqualTo(200);
    }

    /** A try comes back every two seconds; it may just have done so. */
    private static HttpResponse<String> refusedSoon(PackagedService service, String code, String secret, String from)
            throws Exception {
        for (int i = 0; i < TRIES_A_MINUTE; i++) {
            var answer = track(service, code, secret, from);
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("never refused");
    }

    /**
     * Wrong secrets of all kinds and unknown codes, shuffled, each from an address of its own, so that nobody is
     * throttled while the counting goes on. One kind is measured twice: how far its two halves are apart says what the
     * measurement can tell apart at all.
     */
    @Test
    void a_wrong_secret_takes_as_long_as_an_unknown_code() throws Exception {
        var known = received();
        var again = received();
        var foreign = received();
        var reissued = received();
        one.http().post("clerk", COMMUNE, "/v1/dossiers/" + reissued[0] + "/tracking-secret", Map.of());
        var kinds = new LinkedHashMap<String, String[]>();
        kinds.put("wrong secret", new String[] {known[0], WRONG});
        kinds.put("wrong secret, again", new String[] {again[0], WRONG});
        kinds.put("unknown code", new String[] {COMMUNE + "-200101-0001", WRONG});
        kinds.put("foreign secret", new String[] {foreign[0], known[1]});
        kinds.put("secret given before", reissued);
        kinds.put("malformed code", new String[] {"no code", WRONG});

        var micros = measured(kinds);

        var medians = new LinkedHashMap<String, Double>();
        micros.forEach((kind, sample) -> medians.put(kind, median(sample)));
        var noise = Math.abs(medians.get("wrong secret") - medians.get("wrong secret, again"));
        var usual = medians.get("wrong secret");
        micros.forEach((kind, sample) -> System.out.printf(
                "%-22s %d tries, median %.0f µs (%+.1f %%), quartiles %.0f to %.0f µs, as apart by chance: p = %.3f%n",
                kind,
                sample.size(),
                medians.get(kind),
                100 * (medians.get(kind) / usual - 1),
                quantile(sample, 0.25),
                quantile(sample, 0.75),
                byChance(micros.get("wrong secret"), sample)));
        medians.forEach((kind, median) ->
                assertThat(Math.abs(median - usual)).as(kind).isLessThan(Math.max(0.06 * usual, 3 * noise)));
    }

    private static Map<String, List<Double>> measured(Map<String, String[]> kinds) throws Exception {
        var micros = new LinkedHashMap<String, List<Double>>();
        kinds.keySet().forEach(kind -> micros.put(kind, new ArrayList<>()));
        var order = new ArrayList<>(kinds.keySet());
        var random = new Random(20);
        for (int i = -WARM_UP; i < TRIES; i++) {
            Collections.shuffle(order, random);
            for (var kind : order) {
                var asked = kinds.get(kind);
                var from = "10." + (i & 0x7F) + "." + (i >> 7 & 0x7F) + "." + (order.indexOf(kind) + 1);
                var begun = System.nanoTime();
                var answer = track(one, asked[0], asked[1], from);
                var took = (System.nanoTime() - begun) / 1e3;
                assertThat(answer.statusCode()).as(kind).isEqualTo(404);
                if (i >= 0) {
                    micros.get(kind).add(took);
                }
            }
        }
        return micros;
    }

    /** How often two samples are as far apart as these when it is left to chance which is which. */
    private static double byChance(List<Double> first, List<Double> second) {
        var apart = Math.abs(median(first) - median(second));
        var all = new ArrayList<>(first);
        all.addAll(second);
        var random = new Random(7);
        int as = 0;
        for (int i = 0; i < 500; i++) {
            Collections.shuffle(all, random);
            var left = all.subList(0, first.size());
            var right = all.subList(first.size(), all.size());
            as += Math.abs(median(left) - median(right)) >= apart ? 1 : 0;
        }
        return as / 500.0;
    }

    private static double median(List<Double> sample) {
        return quantile(sample, 0.5);
    }

    private static double quantile(List<Double> sample, double share) {
        var sorted = sample.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    private static HttpResponse<String> track(PackagedService service, String code, String secret, String from)
            throws Exception {
        var body = JSON.writeValueAsString(Map.of("code", code, "secret", secret));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(service.address() + "/v1/tracking"))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", from)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
