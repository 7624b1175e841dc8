package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.motcua.Client.Answer;
import vn.motcua.PackagedService;

/** The packaged service and a real provider: whose tokens it believes, and what it does while the provider is away. */
@TestMethodOrder(OrderAnnotation.class)
class SignInIT {

    private static final String DOSSIERS = "/v1/dossiers";
    private static final String FIGURES = "/v1/statistics/on-time?from=2026-01-01&to=2026-02-01";

    private static Keycloak keycloak;
    private static PackagedService service;

    @BeforeAll
    static void the_service_starts_before_its_provider() throws Exception {
        keycloak = Keycloak.notYet();
        service = PackagedService.onEmptyFolder()
                .with("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.issuer())
                .with("QUARKUS_OIDC_TOKEN_FORCED_JWK_REFRESH_INTERVAL", "1S")
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        keycloak.close();
    }

    private static Answer get(String token, String path) throws Exception {
        return service.http().getWith(token, path);
    }

    @Test
    @Order(1)
    void while_no_provider_has_ever_answered_nobody_is_believed_and_told_to_come_again() throws Exception {
        var token = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhIn0.c2ln";

        var answer = get(token, FIGURES);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("code").asText()).isEqualTo("service-busy");
        assertThat(answer.retryAfter()).isNotNull();
        assertThat(service.http().isReady()).isTrue();
    }

    @Test
    @Order(2)
    void a_clerk_signs_in_and_receives_a_dossier() throws Exception {
        keycloak.start();
        keycloak.change("clerk-app", Map.of("directAccessGrantsEnabled", true));
        keycloak.hire("catalogue", "H42", "catalogue");
        keycloak.hire("mai", "H42.18", "clerk");
        furnish(keycloak.ofUser("catalogue"));

        var received = service.http().postWith(keycloak.ofUser("mai"), DOSSIERS, receipt());

        assertThat(received.status()).as(() -> received.body().toString()).isEqualTo(201);
        assertThat(get(
                                keycloak.ofUser("mai"),
                                DOSSIERS + "/" + received.body().path("code").asText())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void whoever_signs_in_is_known_by_their_id_though_the_token_says_their_name() throws Exception {
        keycloak.tellNames("clerk-app");
        var token = keycloak.ofUser("mai");
        var said = claims(token);

        var received = service.http().postWith(token, DOSSIERS, receipt());

        assertThat(said.path("preferred_username").asText()).isEqualTo("mai");
        var code = received.body().path("code").asText();
        assertThat(get(token, DOSSIERS + "/" + code + "/events").body().at("/items/0/facts/by"))
                .isEqualTo(said.path("sub"));
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static void furnish(String catalogue) throws Exception {
        var http = service.http();
        http.createWith(catalogue, "/v1/units/H42", unit("Tỉnh Sông Vân", "PROVINCE", null));
        http.createWith(catalogue, "/v1/units/H42.18", unit("Xã Vân Giang", "COMMUNE", "H42"));
        http.createWith(catalogue, "/v1/fields/HT", Map.of("name", "Hộ tịch"));
        http.createWith(
                catalogue,
                "/v1/procedures/1.001612",
                Map.of(
                        "name", "Thử",
                        "field", "HT",
                        "validFrom", "2000-01-01",
                        "limits", List.of(Map.of("limit", Map.of("value", 5, "unit", "WORKING_DAY")))));
    }

    private static Map<String, Object> unit(String name, String level, String parent) {
        return parent == null
                ? Map.of("name", name, "level", level, "validFrom", "2000-01-01")
                : Map.of("name", name, "level", level, "validFrom", "2000-01-01", "parent", parent);
    }

    private static Map<String, Object> receipt() {
        return Map.of(
                "procedure", "1.001612",
                "channel", "COUNTER",
                "receivingUnit", "H42.18",
                "externalCode", UUID.randomUUID().toString(),
                "applicant", Map.of("kind", "CITIZEN", "name", "Nguyễn Thị Mai"));
    }

    @Test
    @Order(3)
    void a_machine_signs_in_for_the_unit_and_the_role_its_client_has() throws Exception {
        assertThat(get(keycloak.ofClient("dashboard"), FIGURES).status()).isEqualTo(200);
        assertThat(get(keycloak.ofClient("dashboard"), DOSSIERS).status()).isEqualTo(403);

        var received = service.http().postWith(keycloak.ofClient("integrator"), DOSSIERS, receipt());

        assertThat(received.status()).as(() -> received.body().toString()).isEqualTo(201);
    }

    @Test
    @Order(4)
    void who_has_no_unit_or_no_role_gets_nothing() throws Exception {
        keycloak.hire("nobody", "H42.18");

        assertThat(get(keycloak.ofUser("nobody"), DOSSIERS).status()).isEqualTo(403);
    }

    @Test
    @Order(5)
    void a_token_that_is_meant_for_another_service_is_refused() throws Exception {
        keycloak.addClient(Map.of(
                "clientId", "elsewhere",
                "publicClient", false,
                "serviceAccountsEnabled", true,
                "standardFlowEnabled", false,
                "defaultClientScopes", List.of("basic", "roles")));

        expectUnknownCaller(keycloak.ofClient("elsewhere"));
    }

    @Test
    @Order(6)
    void a_token_of_another_realm_is_refused() throws Exception {
        keycloak.addRealm("neighbour");

        expectUnknownCaller(keycloak.ofClient("neighbour", "dashboard"));
    }

    @Test
    @Order(7)
    void a_token_with_another_signature_is_refused() throws Exception {
        var token = keycloak.ofClient("dashboard");
        var parts = token.split("\\.");
        var other = keycloak.ofClient("integrator").split("\\.");

        expectUnknownCaller(parts[0] + "." + parts[1] + "." + other[2]);
        expectUnknownCaller(parts[0] + "." + parts[1] + ".");
    }

    @Test
    @Order(8)
    void a_token_that_has_ended_is_refused() throws Exception {
        keycloak.changeRealm(Map.of("accessTokenLifespan", 2));
        var token = keycloak.ofClient("dashboard");
        keycloak.changeRealm(Map.of("accessTokenLifespan", 300));
        assertThat(get(token, FIGURES).status()).isEqualTo(200);

        Thread.sleep(3_000); // past its end

        expectUnknownCaller(token);
    }

    @Test
    @Order(9)
    void keys_may_be_changed_at_any_time() throws Exception {
        var before = keycloak.ofClient("dashboard");
        keycloak.rotateKeys("newer", 1_000);
        var after = keycloak.ofClient("dashboard");
        assertThat(header(after)).isNotEqualTo(header(before));

        assertThat(get(after, FIGURES).status()).isEqualTo(200);
        assertThat(get(before, FIGURES).status()).isEqualTo(200);
    }

    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    @Test
    @Order(10)
    void while_the_provider_is_away_its_tokens_are_good_until_they_end() throws Exception {
        var known = keycloak.ofClient("dashboard");
        keycloak.rotateKeys("newest", 2_000);
        var unseen = keycloak.ofClient("dashboard");
        keycloak.close();

        assertThat(get(known, FIGURES).status()).isEqualTo(200);
        assertThat(get(unseen, FIGURES).status()).isEqualTo(401);
        assertThat(service.http().isReady()).isTrue();
    }

    private static void expectUnknownCaller(String token) throws Exception {
        var answer = get(token, FIGURES);
        assertThat(answer.status()).as(() -> answer.body().toString()).isEqualTo(401);
        assertThat(answer.body().path("code").asText()).isEqualTo("caller-unknown");
    }
}
