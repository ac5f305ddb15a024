package au.com.visibuild.scim.api;

import au.com.visibuild.scim.platform.PgErrors;
import au.com.visibuild.scim.protocol.error.ScimError;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** What is said of a failure that is ours: logged whole with the request id, told as little as possible. */
public final class UnknownFailures {

    private static final Logger LOG = Logger.getLogger(UnknownFailures.class);

    private UnknownFailures() {}

    /** Logs the failure; 503 when the database is away, else 500. */
    public static ScimError tell(Throwable failure, RoutingContext request) {
        String id = RequestId.of(request);
        if (PgErrors.isUnavailable(failure)) {
            LOG.errorf("Request %s: the database is away: %s", id, failure.getMessage());
            return new ScimError(503, null, "The service cannot reach its database. Try again shortly.");
        }
        LOG.errorf(failure, "Request %s failed", id);
        return new ScimError(500, null, "Something went wrong on our side. Request id: " + id);
    }
}
