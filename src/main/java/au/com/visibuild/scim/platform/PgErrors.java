package au.com.visibuild.scim.platform;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Reads what PostgreSQL says of a failed statement. */
public final class PgErrors {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final int DEEPEST = 16;

    /** What the pool says when no connection came free in time; it has no class of its own. */
    private static final String NONE_IN_TIME = "Timeout";

    /** What a connection says that was closed and not yet taken out of the pool. */
    private static final String CLOSED = "Connection is not active now";

    /** What is said of a server whose certificate will not do. */
    private static final String NOT_TRUSTED = "SSL handshake failed";

    /** A statement that took too long: the server gave it up. */
    private static final String GIVEN_UP = "57014";

    private PgErrors() {}

    /**
     * Whether the failure says that the database cannot be reached or will not serve now: no connection, none free in
     * time, no answer in time, shutting down, or out of connections (SQLSTATE classes 08, 53, 57P, and 57014).
     */
    public static boolean isUnavailable(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof PgException refused) {
                String state = String.valueOf(refused.getSqlState());
                return state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.equals(GIVEN_UP);
            }
            if (cause instanceof ConnectException
                    || cause instanceof ClosedChannelException
                    || cause instanceof ClosedConnectionException
                    || cause instanceof ConnectionPoolTooBusyException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLException
                    || saysSo(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean saysSo(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return (cause instanceof NoStackTraceThrowable || cause instanceof VertxException)
                && Stream.of(NONE_IN_TIME, CLOSED, NOT_TRUSTED).anyMatch(message::startsWith);
    }

    /** The name of the unique constraint or index the failure is about, or null when it is about something else. */
    public static @Nullable String violatedUniqueness(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState())) {
                return refused.getConstraint();
            }
            if (cause instanceof ConstraintViolationException refused
                    && UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                return refused.getConstraintName();
            }
            cause = cause.getCause();
        }
        return null;
    }
}
