package au.com.visibuild.scim.api;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Whose request it is, for its log lines and counters: a company's id and a token's public key id. Both are known only
 * after the caller was let in; nothing that a caller merely claims is noted.
 */
public final class RequestFacts {

    /** The request's id, in each log line. */
    public static final String REQUEST_ID = "request_id";

    private static final String COMPANY = "tenant_id";
    private static final String TOKEN = "token_id";

    private RequestFacts() {}

    /** The caller acts for this company, by the token of that public key id, or by no token of ours. */
    public static void actsFor(RoutingContext request, String company, @Nullable String tokenKeyId) {
        request.put(COMPANY, company);
        MDC.put(COMPANY, company);
        if (tokenKeyId != null) {
            MDC.put(TOKEN, tokenKeyId);
        }
    }

    /** The company the caller acted for, or null. */
    public static @Nullable String company(RoutingContext request) {
        return request.get(COMPANY);
    }
}
