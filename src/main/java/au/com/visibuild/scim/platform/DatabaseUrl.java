package au.com.visibuild.scim.platform;

import io.vertx.pgclient.PgConnectOptions;

/** Where the pool finds the database, as it is set: {@code postgresql://host:5432/database}. */
public final class DatabaseUrl {

    /** What the framework allows in front of it. */
    private static final String PREFIX = "^vertx-reactive:";

    private DatabaseUrl() {}

    /** Whether the pool can read it. By itself it would say that it cannot with the whole of it, a password included. */
    public static boolean isReadable(String url) {
        try {
            PgConnectOptions.fromUri(url.replaceFirst(PREFIX, ""));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
