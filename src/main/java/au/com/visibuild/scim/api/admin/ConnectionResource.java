package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.connection.ConnectionDoctor;
import au.com.visibuild.scim.connection.ConnectionOverview;
import au.com.visibuild.scim.connection.Diagnosis;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Whether a company's identity provider reaches us, and why not. */
@Cancellable(false)
@Path("/companies/{company}/connection")
@RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
public class ConnectionResource {

    private final ConnectionOverview overview;
    private final ConnectionDoctor doctor;
    private final AdminCaller caller;

    ConnectionResource(ConnectionOverview overview, ConnectionDoctor doctor, AdminCaller caller) {
        this.overview = overview;
        this.doctor = doctor;
        this.caller = caller;
    }

    /** The connection's state, and what it follows from. */
    @GET
    public Uni<ConnectionOverview.Overview> overview(@PathParam("company") String company) {
        return caller.reader(company).chain(overview::of);
    }

    /** What the requests since that moment, or of the last 24 hours, tell. */
    @GET
    @Path("doctor")
    public Uni<Diagnosis> examine(@PathParam("company") String company, @QueryParam("since") @Nullable String since) {
        Instant begin = LogParameters.moment("since", since);
        return caller.reader(company).chain(id -> doctor.examine(id, begin, caller.sight()));
    }
}
