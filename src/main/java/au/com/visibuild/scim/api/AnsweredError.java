package au.com.visibuild.scim.api;

import au.com.visibuild.scim.protocol.error.ScimError;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The error that a request was answered with, for those who look at requests when they are over. */
public final class AnsweredError {

    private static final String KEY = AnsweredError.class.getName();

    private AnsweredError() {}

    static void remember(ScimError error, RoutingContext request) {
        request.put(KEY, error);
    }

    /** The error, or null when there was none. */
    public static @Nullable ScimError of(RoutingContext request) {
        return request.get(KEY);
    }
}
