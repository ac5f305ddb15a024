package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.api.UnknownFailures;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.bulk.BulkRequest;
import au.com.visibuild.scim.protocol.bulk.BulkResult;
import au.com.visibuild.scim.provisioning.BulkProvisioning;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /Bulk} (RFC 7644 §3.7): many operations, each as if sent alone. */
@Path(ScimSurface.BASE + "/Bulk")
@Produces({ScimSurface.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({ScimSurface.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Cancellable(false)
public class BulkResource {

    private final BulkProvisioning bulk;
    private final ScimCaller caller;
    private final ScimAnswers answers;
    private final RoutingContext request;

    BulkResource(BulkProvisioning bulk, ScimCaller caller, ScimAnswers answers, RoutingContext request) {
        this.bulk = bulk;
        this.caller = caller;
        this.answers = answers;
        this.request = request;
    }

    /** Runs the operations and answers what came of each. */
    @POST
    public Uni<Response> run(byte[] body) {
        BulkRequest operations = BulkRequest.parse(ScimBody.read(body, BulkRequest.MAX_MEMBERS));
        String base = caller.baseUrl();
        return bulk.run(caller.origin(), operations, failure -> UnknownFailures.tell(failure, request))
                .map(outcomes -> answers.document(response(base, outcomes)).build());
    }

    private static ComplexValue response(String base, List<BulkProvisioning.Outcome> outcomes) {
        return BulkResult.response(outcomes.stream()
                .map(outcome -> new BulkResult(
                        outcome.operation(),
                        outcome.status(),
                        outcome.path() == null ? null : base + encoded(outcome.path()),
                        outcome.version(),
                        outcome.error()))
                .toList());
    }

    /** An operation's path is any text; what could not stand in a URI is percent-encoded. */
    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
