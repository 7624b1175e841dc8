package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.V19__Seal_what_is_personal;

/** What the migrations leave behind is what the document says. */
class SchemaTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void migrate() throws Exception {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .javaMigrations(new V19__Seal_what_is_personal(Path.of("unused")))
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void all_migrations_together_make_the_documented_schema() throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            var made = SchemaDocument.of(connection);
            if (Boolean.getBoolean("schema.record")) {
                Files.writeString(SchemaDocument.FILE, made);
            }
            assertThat(made)
                    .as("%s is stale. Rewrite it and commit it: %s", SchemaDocument.FILE, SchemaDocument.REWRITE)
                    .isEqualTo(Files.readString(SchemaDocument.FILE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table dossier add column colour text",
                "alter table dossier alter column officer type varchar(64)",
                "alter table dossier alter column officer set not null",
                "alter table dossier alter column voided set default true",
                "alter table dossier drop constraint dossier_ends_after_receipt",
                "alter table dossier set (fillfactor = 90)",
                "drop index dossier_by_unit",
                "alter index dossier_by_unit rename to dossier_by_colour",
                "drop trigger dossier_event_is_append_only on dossier_event",
                "alter table dossier_event disable trigger dossier_event_is_append_only",
                "alter sequence dossier_seq increment by 1",
                "create or replace function refuse_change_of_history() returns trigger language plpgsql as 'begin end'",
                "create view colour as select code from dossier",
                "comment on table dossier is 'a colourful one'",
                "create extension pg_trgm"
            })
    void the_document_would_tell(String change) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            var before = SchemaDocument.of(connection);
            connection.setAutoCommit(false);
            execute(connection, change);
            var after = SchemaDocument.of(connection);
            connection.rollback();
            assertThat(after).isNotEqualTo(before);
        }
    }

    private static void execute(Connection connection, String change) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
