package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service, and with it every test here, works in a role that owns nothing and can change nothing that is past. */
@QuarkusTest
@Service
class DatabaseRolesTest {

    private static final Set<String> APPEND_ONLY =
            Set.of("audit_entry", "dossier_event", "frozen_report", "tracking_issue");

    @Inject
    AgroalDataSource database;

    @Inject
    @DataSource("audit")
    AgroalDataSource audit;

    @Inject
    RoleCheck check;

    @Test
    void the_service_works_in_a_role_of_its_own() throws Exception {
        assertThat(one("select current_user || ' ' || session_user")).isEqualTo("motcua motcua");
        assertThat(one(audit, "select current_user")).isEqualTo("motcua");
        assertThat(one("select concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls)"
                        + " from pg_roles where rolname = 'motcua'"))
                .isEqualTo("f f f f f");
        assertThat(column("select roleid::regrole::text from pg_auth_members where member = 'motcua'::regrole"))
                .isEmpty();
    }

    @Test
    void it_owns_nothing() throws Exception {
        assertThat(column("select classid::regclass || ' ' || objid from pg_shdepend"
                        + " where refobjid = 'motcua'::regrole and deptype = 'o'"))
                .isEmpty();
    }

    @Test
    void what_is_append_only_it_may_read_and_add_to_and_all_else_it_may_change() throws Exception {
        for (var table : column("select c.relname from pg_class c where c.relkind in ('r', 'p')"
                + " and c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'")) {
            assertThat(column("select privilege_type from pg_class, aclexplode(relacl) where oid = '" + table
                            + "'::regclass and grantee = 'motcua'::regrole order by 1"))
                    .as(table)
                    .isEqualTo(
                            APPEND_ONLY.contains(table)
                                    ? List.of("INSERT", "SELECT")
                                    : List.of("DELETE", "INSERT", "SELECT", "UPDATE"));
        }
    }

    @Test
    void every_table_whose_trigger_refuses_changes_is_meant() throws Exception {
        assertThat(new TreeSet<>(column("select tgrelid::regclass::text from pg_trigger"
                        + " where tgfoid = 'refuse_change_of_history'::regproc")))
                .isEqualTo(new TreeSet<>(APPEND_ONLY));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            update dossier_event set facts = facts                  | permission denied for table dossier_event
            delete from dossier_event                               | permission denied for table dossier_event
            truncate dossier_event                                  | permission denied for table dossier_event
            truncate dossier cascade                                | permission denied for table dossier
            insert into dossier_event select * from dossier_event on conflict (position) do update set facts = '{}' \
            | permission denied for table dossier_event
            select from dossier_event for update                    | permission denied for table dossier_event
            update audit_entry set caller = 'somebody else'         | permission denied for table audit_entry
            delete from audit_entry                                 | permission denied for table audit_entry
            truncate audit_entry                                    | permission denied for table audit_entry
            update frozen_report set figures = figures              | permission denied for table frozen_report
            delete from frozen_report                               | permission denied for table frozen_report
            truncate frozen_report                                  | permission denied for table frozen_report
            alter table dossier_event disable trigger all           | must be owner of table dossier_event
            alter table audit_entry disable trigger all             | must be owner of table audit_entry
            alter table frozen_report disable trigger all           | must be owner of table frozen_report
            alter table dossier_event drop column facts             | must be owner of table dossier_event
            alter table dossier_event owner to motcua               | must be owner of table dossier_event
            drop trigger dossier_event_is_append_only on dossier_event | must be owner of relation dossier_event
            drop table audit_entry                                  | must be owner of table audit_entry
            create rule forget as on insert to audit_entry do instead nothing | must be owner of table audit_entry
            create trigger forget before insert on audit_entry execute function refuse_change_of_history() \
            | permission denied for table audit_entry
            create or replace function refuse_change_of_history() returns trigger language plpgsql as 'begin end' \
            | permission denied for schema public
            alter function refuse_change_of_history() rename to forget | must be owner of function refuse_change_of_history
            drop function refuse_change_of_history() cascade        | must be owner of function refuse_change_of_history
            set session_replication_role = replica                  | permission denied to set parameter
            set role postgres                                       | permission denied to set role
            set session authorization postgres                      | permission denied to set session authorization
            grant postgres to motcua                                | permission denied to grant role
            alter role motcua superuser                             | permission denied to alter role
            create table mine (a int)                               | permission denied for schema public
            create function mine() returns int language sql as 'select 1' | permission denied for schema public
            copy dossier_event to program 'cat'                     | permission denied to COPY to or from an external program
            delete from flyway_schema_history                       | permission denied for table flyway_schema_history
            """)
    void the_database_refuses_the_service(String change, String refusal) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String refused = null;
            try {
                statement.execute(change);
            } catch (SQLException answer) {
                refused = answer.getMessage();
            } finally {
                connection.rollback();
            }
            assertThat(refused).contains(refusal);
        }
    }

    /** PostgreSQL says no more than that nothing was granted. */
    @Test
    void it_cannot_give_itself_more_than_it_has() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("grant update, delete, truncate on dossier_event to motcua");
            assertThat(statement.getWarnings().getMessage()).contains("no privileges were granted");
        }
        assertThat(one("select has_table_privilege('dossier_event', 'update, delete, truncate')"))
                .isEqualTo("f");
    }

    @Test
    void it_says_so_when_it_could_change_what_is_past() {
        assertThat(check.changeable()).isEmpty();
        Owner.does("grant update on audit_entry to motcua", "grant delete on frozen_report to motcua");
        try {
            assertThat(check.changeable()).containsExactly("audit_entry", "frozen_report");
        } finally {
            Owner.does("revoke update on audit_entry from motcua", "revoke delete on frozen_report from motcua");
        }
        Owner.lend(() -> assertThat(check.changeable()).containsExactlyInAnyOrderElementsOf(APPEND_ONLY));
        assertThat(check.changeable()).isEmpty();
    }

    private String one(String query) throws SQLException {
        return one(database, query);
    }

    private static String one(AgroalDataSource asked, String query) throws SQLException {
        return column(asked, query).get(0);
    }

    private List<String> column(String query) throws SQLException {
        return column(database, query);
    }

    private static List<String> column(AgroalDataSource asked, String query) throws SQLException {
        try (var connection = asked.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
