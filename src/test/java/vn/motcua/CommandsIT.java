package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Commands, beside the running service on the same folder. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsIT {

    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        service = PackagedService.onEmptyFolder().demo().start();
        FrontDeskAtWork.furnish(service.http());
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    @Order(1)
    void an_unknown_command_says_which_there_are() throws Exception {
        var refused = service.run("sing");

        assertThat(refused.status()).isEqualTo(64);
        assertThat(refused.output()).contains("There is no command sing", "verify-history");
    }

    @Test
    @Order(2)
    void a_whole_history_is_found_whole_while_desks_are_at_work() throws Exception {
        var desk = new FrontDeskAtWork(service);
        desk.open();
        desk.awaitMore(20);

        var verified = service.run("verify-history");

        assertThat(verified.status()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("0 differences");
        desk.close();
    }

    @Test
    @Order(2)
    void everything_is_counted_anew_while_desks_are_at_work() throws Exception {
        var desk = new FrontDeskAtWork(service);
        desk.open();
        desk.awaitMore(20);

        var rebuilt = service.run("rebuild-counters");
        desk.awaitMore(20);
        var verified = service.run("verify-counters");

        assertThat(rebuilt.status()).as(rebuilt.output()).isZero();
        assertThat(verified.status()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("0 differences");
        desk.close();
    }

    @Test
    @Order(3)
    void tampering_is_named_with_its_dossier_and_row() throws Exception {
        var changed = received();
        var cut = received();
        var untouched = received();
        tamper("update dossier_event set facts = overlay(facts placing '~' from 12 for 1)", changed);
        tamper("delete from dossier_event", cut);

        var verified = service.run("verify-history");

        assertThat(verified.status()).as(verified.output()).isEqualTo(1);
        assertThat(verified.output())
                .contains(changed + ": row 1 was changed", cut + ": the tail is cut off")
                .doesNotContain(untouched);
    }

    private static String received() throws Exception {
        var answer = FrontDeskAtWork.receive(service.http());
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("code").asText();
    }

    /** What only the database's own superuser can do: changes the last row of a dossier's history. */
    private static void tamper(String change, String code) throws Exception {
        var lastRow =
                """
                \swhere (dossier, number) = (select id, last_number from dossier where code = '%s')"""
                        .formatted(code);
        try (var connection = DriverManager.getConnection(service.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("alter table dossier_event disable trigger all");
            assertThat(statement.executeUpdate(change + lastRow)).isEqualTo(1);
            statement.execute("alter table dossier_event enable trigger all");
        }
    }
}
