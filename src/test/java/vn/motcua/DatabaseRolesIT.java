package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Two roles, one that migrates and one that works: on a folder of an earlier release, and on a server of others. */
class DatabaseRolesIT {

    private static final String WARNING = "could change audit_entry, dossier_event, frozen_report";
    private static final String REFUSED = "permission denied for table dossier_event";

    @Test
    void a_folder_made_when_there_was_but_one_role_goes_on_with_two() throws Exception {
        try (var service = PackagedService.onEmptyFolder().demo().start()) {
            FrontDeskAtWork.furnish(service.http());
            var code = received(service);
            forgetServiceRole(service.jdbcUrl());
            service.process().destroy();
            service.process().waitFor();

            service.start();

            assertThat(shown(service, code)).isEqualTo(200);
            received(service);
            assertThat(service.output()).doesNotContain(WARNING);
            assertThat(refusal(service.jdbcUrl().replace("user=postgres", "user=motcua")))
                    .contains(REFUSED);
            assertThat(service.run("verify-history").output()).contains("0 differences");
        }
    }

    /** As the earlier release left the folder. */
    private static void forgetServiceRole(String superuser) throws SQLException {
        try (var connection = DriverManager.getConnection(superuser);
                var statement = connection.createStatement()) {
            statement.execute("drop owned by motcua");
            statement.execute("alter role motcua rename to forgotten");
        }
    }

    @Test
    void on_a_server_of_others_neither_role_is_a_superuser() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            execute(
                    postgres.getPostgresDatabase().getConnection(),
                    "create role motcua_owner login",
                    "create role motcua_service login",
                    "create database motcua owner motcua_owner");
            var url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/motcua";
            try (var service = PackagedService.onEmptyFolder()
                    .demo()
                    .with("QUARKUS_DATASOURCE_JDBC_URL", url)
                    .with("QUARKUS_DATASOURCE_USERNAME", "motcua_service")
                    .with("QUARKUS_FLYWAY_USERNAME", "motcua_owner")
                    .with("QUARKUS_FLYWAY_PASSWORD", "trusted")
                    .start()) {
                FrontDeskAtWork.furnish(service.http());
                assertThat(shown(service, received(service))).isEqualTo(200);
                assertThat(service.output()).doesNotContain(WARNING);
                assertThat(refusal(url + "?user=motcua_service")).contains(REFUSED);
                for (var command : new String[] {"verify-history", "rebuild-counters", "verify-counters"}) {
                    var ended = service.run(command);
                    assertThat(ended.status()).as(ended.output()).isZero();
                }
            }
        }
    }

    @Test
    void with_one_role_all_goes_on_as_before_and_the_log_warns() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var service = PackagedService.onEmptyFolder()
                        .demo()
                        .with("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"))
                        .start()) {
            FrontDeskAtWork.furnish(service.http());
            assertThat(shown(service, received(service))).isEqualTo(200);
            assertThat(service.output()).contains("database role, postgres, " + WARNING);
        }
    }

    private static String received(PackagedService service) throws Exception {
        var answer = FrontDeskAtWork.receive(service.http());
        assertThat(answer.status()).as(() -> answer.body().toString()).isEqualTo(201);
        return answer.body().path("code").asText();
    }

    private static int shown(PackagedService service, String code) throws Exception {
        return service.http()
                .get("clerk", code.substring(0, code.indexOf('-')), "/v1/dossiers/" + code)
                .status();
    }

    private static String refusal(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            execute(connection, "update dossier_event set facts = facts");
            return "not refused";
        } catch (SQLException refused) {
            return refused.getMessage();
        }
    }

    private static void execute(Connection connection, String... changes) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            for (var change : changes) {
                statement.execute(change);
            }
        }
    }
}
