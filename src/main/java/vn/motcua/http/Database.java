package vn.motcua.http;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

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

    /** First in a transaction: all it reads is as it stood at one moment, and it changes nothing. */
    public static void readAtOneMoment(EntityManager entities) {
        var session = entities.unwrap(Session.class);
        session.setHibernateFlushMode(FlushMode.MANUAL);
        session.setDefaultReadOnly(true);
        session.createNativeQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate();
    }

    static boolean isLockTimeout(Throwable failure) {
        var cause = sqlCause(failure);
        return cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    /** The name of the constraint the database held against a change, as {@code unit_parent}. */
    public static Optional<String> brokenConstraint(Throwable failure) {
        return whole(failure)
                .filter(PSQLException.class::isInstance)
                .map(refused -> ((PSQLException) refused).getServerErrorMessage())
                .filter(Objects::nonNull)
                .map(ServerErrorMessage::getConstraint)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static SQLException sqlCause(Throwable failure) {
        return whole(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** A failure and what led to it. Why a commit failed, the transaction manager keeps beside its own exception. */
    private static Stream<Throwable> whole(Throwable failure) {
        if (failure == null) {
            return Stream.empty();
        }
        var beside = Arrays.stream(failure.getSuppressed()).flatMap(Database::whole);
        return Stream.concat(Stream.of(failure), Stream.concat(whole(failure.getCause()), beside));
    }
}
