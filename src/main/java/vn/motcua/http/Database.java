package vn.motcua.http;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** What PostgreSQL's error codes mean to a caller (Appendix A of its manual). */
public final class Database {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    /** Connection, resources, operator intervention, system: the server is away or cannot work just now. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58");
    /** Serialization failure and deadlock: the same request may well succeed when tried again. */
    private static final String TRY_AGAIN = "40";

    private Database() {}

    /** Whether the server is away or cannot work just now, so that the same work may succeed later. */
    public static boolean isAway(Throwable failure) {
        var cause = sqlCause(failure);
        return cause != null && (cause.getSQLState() == null || isAway(cause.getSQLState()));
    }

    private static boolean isAway(String state) {
        return state.equals(LOCK_NOT_AVAILABLE) || state.startsWith(TRY_AGAIN) || AWAY.contains(state.substring(0, 2));
    }

    static boolean isLockTimeout(Throwable failure) {
        var cause = sqlCause(failure);
        return cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    /** The name of the constraint the database held against a change, as {@code unit_parent}. */
    public static Optional<String> brokenConstraint(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
                return Optional.ofNullable(refused.getServerErrorMessage().getConstraint());
            }
        }
        return Optional.empty();
    }

    private static SQLException sqlCause(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
