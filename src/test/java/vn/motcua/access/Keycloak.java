package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A real Keycloak with the realm of {@code deploy/keycloak}, as an operator starts it and as a client asks it. */
final class Keycloak implements AutoCloseable {

    static final String REALM = "motcua";

    private static final Path UNPACKED = Path.of(System.getProperty("keycloak.home", "target/keycloak"));
    private static final Path REALM_FILE = Path.of("deploy/keycloak/motcua-realm.json");
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String ADMIN = "operator";
    private static final String PASSWORD = "chỉ-để-thử";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final int port;
    private Process process;

    private Keycloak(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Not yet started; nothing listens at its address. */
    static Keycloak notYet() throws IOException {
        var home = UNPACKED.toAbsolutePath();
        forgetAll(home.resolve("data"));
        Files.createDirectories(home.resolve("data/import"));
        Files.writeString(home.resolve("data/import/motcua-realm.json"), Files.readString(REALM_FILE));
        try (var free = new ServerSocket(0)) {
            return new Keycloak(home, free.getLocalPort());
        }
    }

    private static void forgetAll(Path data) throws IOException {
        if (Files.exists(data)) {
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    /** The issuer of its tokens. */
    String issuer() {
        return issuer(REALM);
    }

    private String issuer(String realm) {
        return "http://127.0.0.1:" + port + "/realms/" + realm;
    }

    Keycloak start() throws Exception {
        var log = Files.createTempFile(home.getParent(), "keycloak", ".log");
        var java = Path.of(System.getProperty("java.home"));
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        process = builder.start();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("Keycloak did not start:\n" + Files.readString(log));
            }
            Thread.sleep(200);
        }
        return this;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(issuer())).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The token of a machine, which signs in by its secret. */
    String ofClient(String client) throws Exception {
        return ofClient(REALM, client);
    }

    String ofClient(String realm, String client) throws Exception {
        var secret = admin("GET", realm, "/clients/" + idOf(realm, client) + "/client-secret", null)
                .path("value")
                .asText();
        return token(realm, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    /** Somebody with roles who acts for a unit. */
    void hire(String name, String unit, String... roles) throws Exception {
        admin(
                "POST",
                REALM,
                "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "firstName",
                        name,
                        "lastName",
                        name,
                        "email",
                        name + "@example.vn",
                        "emailVerified",
                        true,
                        "attributes",
                        Map.of("unit", List.of(unit)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        var id = admin("GET", REALM, "/users?exact=true&username=" + name, null)
                .path(0)
                .path("id")
                .asText();
        for (var role : roles) {
            var known = admin("GET", REALM, "/roles/" + role, null);
            admin("POST", REALM, "/users/" + id + "/role-mappings/realm", List.of(known));
        }
    }

    /** The token of a person who signed in with the app of a front desk. */
    String ofUser(String name) throws Exception {
        return token(
                REALM,
                Map.of("grant_type", "password", "client_id", "clerk-app", "username", name, "password", PASSWORD));
    }

    private String token(String realm, Map<String, String> form) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(form)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Changes settings of one of the realm's clients, as {@code directAccessGrantsEnabled}. */
    void change(String client, Map<String, Object> settings) throws Exception {
        admin("PUT", REALM, "/clients/" + idOf(REALM, client), settings);
    }

    /** From now on tokens of this client say how people sign in, as most providers' do. */
    void tellNames(String client) throws Exception {
        admin(
                "POST",
                REALM,
                "/clients/" + idOf(REALM, client) + "/protocol-mappers/models",
                Map.of(
                        "name",
                        "names",
                        "protocol",
                        "openid-connect",
                        "protocolMapper",
                        "oidc-usermodel-attribute-mapper",
                        "config",
                        Map.of(
                                "user.attribute",
                                "username",
                                "claim.name",
                                "preferred_username",
                                "jsonType.label",
                                "String",
                                "access.token.claim",
                                "true")));
    }

    void changeRealm(Map<String, Object> settings) throws Exception {
        admin("PUT", REALM, "", settings);
    }

    /** Another realm of the same provider, from the same file. */
    void addRealm(String name) throws Exception {
        var realm = (ObjectNode) JSON.readTree(Files.readString(REALM_FILE));
        realm.put("realm", name);
        expectDone(send("POST", "/admin/realms", realm));
    }

    void addClient(Map<String, Object> client) throws Exception {
        admin("POST", REALM, "/clients", client);
    }

    /** Signs with a new key from here on: the one of highest priority is taken. */
    void rotateKeys(String name, int priority) throws Exception {
        var realm = admin("GET", REALM, "", null).path("id").asText();
        admin(
                "POST",
                REALM,
                "/components",
                Map.of(
                        "name",
                        name,
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "parentId",
                        realm,
                        "config",
                        Map.of("priority", List.of(String.valueOf(priority)), "algorithm", List.of("RS256"))));
    }

    private String idOf(String realm, String client) throws Exception {
        return admin("GET", realm, "/clients?clientId=" + client, null)
                .path(0)
                .path("id")
                .asText();
    }

    private JsonNode admin(String method, String realm, String path, Object body) throws Exception {
        var answer = expectDone(send(method, "/admin/realms/" + realm + path, body));
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private static HttpResponse<String> expectDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(() -> answer.request() + ": " + answer.body())
                .isBetween(200, 299);
        return answer;
    }

    private HttpResponse<String> send(String method, String path, Object body) throws Exception {
        var bearer = token(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", PASSWORD));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }
}
