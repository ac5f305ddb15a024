package au.com.visibuild.scim.api.signal;

import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.signal.Polls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Where receivers fetch their events (RFC 8936). */
@Path("/ssf/poll/{stream}")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({CallerClaims.PLATFORM, CallerClaims.COMPANY_ADMIN})
@Cancellable
public class PollResource {

    private final Polls polls;
    private final StreamCaller caller;
    private final ObjectMapper json;

    PollResource(Polls polls, StreamCaller caller, ObjectMapper json) {
        this.polls = polls;
        this.caller = caller;
        this.json = json;
    }

    /** Acknowledges and fetches. */
    @POST
    public Uni<Response> poll(@PathParam("stream") String stream, @Nullable JsonNode body) {
        Polls.Request request = PollForm.read(body);
        return caller.owner()
                .chain(owner -> polls.poll(owner, stream, request))
                .map(offer -> Response.ok(shown(offer), MediaType.APPLICATION_JSON)
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private ObjectNode shown(Polls.Offer offer) {
        ObjectNode shown = json.createObjectNode();
        ObjectNode sets = shown.putObject("sets");
        offer.tokens().forEach(sets::put);
        return offer.tokens().isEmpty() ? shown : shown.put("moreAvailable", offer.more());
    }
}
