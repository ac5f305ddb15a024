package au.com.visibuild.scim.api;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a request: the caller's {@code X-Request-Id} if it is a harmless text, else one of ours. It is answered in
 * the same header, logged with every line and kept in the provisioning log, so that a user's report finds the line.
 */
public final class RequestId {

    /** The header, in requests and answers. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = RequestId.class.getName();
    private static final Pattern HARMLESS = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    private RequestId() {}

    /** The request's id; the same each time it is asked. */
    public static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known == null) {
            known = harmless(request.request().getHeader(HEADER));
            request.put(KEY, known);
        }
        return known;
    }

    private static String harmless(@Nullable String sent) {
        return sent != null && HARMLESS.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
