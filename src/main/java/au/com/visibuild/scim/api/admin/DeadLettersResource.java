package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.signal.DeadLetter;
import au.com.visibuild.scim.signal.DeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Events about the company's people that some receiver never took: an admin's own streams', for staff all streams'. */
@Path("/companies/{company}/dead-letters")
@RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
@Cancellable(false)
public class DeadLettersResource {

    private final DeadLetters letters;
    private final AdminCaller caller;

    DeadLettersResource(DeadLetters letters, AdminCaller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    /** Newest first, a hundred a page; {@code after} is the page before's {@code next}. */
    @GET
    public Uni<DeadLetters.Page> list(
            @PathParam("company") String company, @QueryParam("after") @Nullable String after) {
        return caller.adminOrStaff(company).chain(origin -> letters.page(origin, after));
    }

    /** Has one told again. */
    @POST
    @Path("{id}/replay")
    public Uni<DeadLetter> replay(@PathParam("company") String company, @PathParam("id") String id) {
        return caller.adminOrStaff(company).chain(origin -> letters.replay(origin, id));
    }

    /** Has all told again, the oldest thousand. */
    @POST
    @Path("replay")
    public Uni<DeadLetters.Replayed> replayAll(@PathParam("company") String company) {
        return caller.adminOrStaff(company).chain(letters::replayAll);
    }
}
