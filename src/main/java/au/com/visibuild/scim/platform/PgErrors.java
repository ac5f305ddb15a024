package au.com.visibuild.scim.platform;

import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/** Reads what PostgreSQL says of a failed statement. */
public final class PgErrors {

    private static final String UNIQUE_VIOLATION = "23505";

    private PgErrors() {}

    /** The name of the unique constraint or index the failure is about, or null when it is about something else. */
    public static @Nullable String violatedUniqueness(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            if (cause instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState())) {
                return refused.getConstraint();
            }
            cause = cause.getCause();
        }
        return null;
    }
}
