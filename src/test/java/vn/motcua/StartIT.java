package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When the service starts, when it refuses to, and what it says then. */
class StartIT {

    /** Nothing listens there: the service starts, and asks for the provider's keys when the first caller comes. */
    private static final String PROVIDER = "http://127.0.0.1:9/realms/province";

    @Test
    void nobody_signs_tokens() throws Exception {
        var refused = PackagedService.onEmptyFolder().run();

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("QUARKUS_OIDC_AUTH_SERVER_URL", "MOTCUA_DEMO=true");
    }

    @Test
    void demo_data_and_real_data_never_meet() throws Exception {
        var demo = PackagedService.onEmptyFolder().demo();
        try (var started = demo.start()) {
            assertThat(started.output()).contains("DEMO MODE", "fsync and synchronous_commit on");
        }
        try (var real = PackagedService.on(demo.data()).with("QUARKUS_OIDC_AUTH_SERVER_URL", PROVIDER)) {
            var refused = real.run();
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.output()).contains("made in demo mode and cannot hold real dossiers");
        }
    }

    @Test
    void real_data_takes_no_demo() throws Exception {
        var real = PackagedService.onEmptyFolder().with("QUARKUS_OIDC_AUTH_SERVER_URL", PROVIDER);
        try (var started = real.start()) {
            collectGarbage(started.process()); // which once took the lock on the folder with it
            var refused = PackagedService.on(started.data()).demo().run();
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.output()).contains("Another service is running on");
        }
        try (var demo = PackagedService.on(real.data()).demo()) {
            var refused = demo.run();
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.output()).contains("demo mode is refused on it");
        }
    }

    private static void collectGarbage(Process service) throws Exception {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, String.valueOf(service.pid()), "GC.run").start();
        assertThat(asked.waitFor()).isZero();
    }

    @Test
    void with_a_database_given_none_of_our_own_starts() throws Exception {
        try (var given = EmbeddedPostgres.start();
                var service = PackagedService.onEmptyFolder()
                        .demo()
                        .with("QUARKUS_DATASOURCE_JDBC_URL", given.getJdbcUrl("postgres", "postgres"))
                        .start()) {
            assertThat(service.output()).doesNotContain("Own PostgreSQL");
            assertThat(service.data().resolve("postgres")).doesNotExist();
            assertThat(service.postgres()).isEmpty();
        }
    }

    @Test
    void a_stopped_service_takes_its_server_along() throws Exception {
        try (var service = PackagedService.onEmptyFolder().demo().start()) {
            var server = service.postgres();
            service.process().destroy();
            service.process().waitFor();
            assertThat(server).isNotEmpty();
            for (var process : server) {
                process.onExit().get(30, TimeUnit.SECONDS);
            }
        }
    }
}
