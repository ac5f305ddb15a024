package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.session.LiveSession;
import au.com.visibuild.scim.session.SignOut;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where a person of the company is signed in. */
@Path("/companies/{company}/users/{user}/sessions")
@RolesAllowed(CallerClaims.COMPANY_ADMIN)
@Cancellable(false)
public class UserSessionsResource {

    private final SignOut signOut;
    private final AdminCaller caller;

    UserSessionsResource(SignOut signOut, AdminCaller caller) {
        this.signOut = signOut;
        this.caller = caller;
    }

    /** A session that is alive. */
    @RegisterForReflection
    public record SessionView(UUID id, String platform, Instant openedAt, Instant expiresAt) {
        static SessionView of(LiveSession session) {
            return new SessionView(session.id(), session.platform(), session.openedAt(), session.expiresAt());
        }
    }

    /** How many sessions were ended. */
    @RegisterForReflection
    public record EndedView(int ended) {}

    /** The person's sessions that are alive, newest first. */
    @GET
    @RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
    public Uni<List<SessionView>> list(@PathParam("company") String company, @PathParam("user") String user) {
        return caller.reader(company)
                .chain(id -> signOut.live(id, user))
                .map(live -> live.stream().map(SessionView::of).toList());
    }

    /** Signs the person out everywhere; the person stays active and may sign in again. */
    @DELETE
    public Uni<EndedView> signOutEverywhere(@PathParam("company") String company, @PathParam("user") String user) {
        return caller.admin(company)
                .chain(origin -> signOut.everywhere(origin, user))
                .map(EndedView::new);
    }
}
