package vn.motcua.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

class DatabaseTest {

    private static final SQLException GONE = new PSQLException("gone", PSQLState.CONNECTION_FAILURE);

    @Test
    void a_server_lost_under_a_statement_is_away() {
        assertThat(Database.isAway(new PersistenceException(GONE))).isTrue();
    }

    @Test
    void a_server_lost_under_a_commit_is_away() {
        assertThat(Database.isAway(atCommit(GONE))).isTrue();
    }

    @Test
    void a_constraint_that_held_at_commit_is_named_and_is_no_server_that_is_away() {
        var held = atCommit(new PSQLException(new ServerErrorMessage("C23503\0nunit_parent\0")));

        assertThat(Database.isAway(held)).isFalse();
        assertThat(Database.brokenConstraint(held)).contains("unit_parent");
    }

    @Test
    void a_fault_of_our_own_is_no_server_that_is_away() {
        assertThat(Database.isAway(new IllegalStateException("ours"))).isFalse();
    }

    /** As the transaction manager tells it. */
    private static Throwable atCommit(SQLException failure) {
        var told = new RollbackException("Could not commit transaction");
        var kept = new XAException("Error trying to commit");
        kept.initCause(failure);
        told.addSuppressed(kept);
        return new IllegalStateException(told);
    }
}
