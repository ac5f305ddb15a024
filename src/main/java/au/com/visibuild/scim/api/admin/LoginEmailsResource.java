package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.administration.LoginEmails;
import au.com.visibuild.scim.api.CallerClaims;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Login e-mails that two companies claim, for staff. */
@Path("/login-emails/{address}")
@RolesAllowed(CallerClaims.STAFF)
@Cancellable(false)
public class LoginEmailsResource {

    private final LoginEmails loginEmails;
    private final AdminCaller caller;

    LoginEmailsResource(LoginEmails loginEmails, AdminCaller caller) {
        this.loginEmails = loginEmails;
        this.caller = caller;
    }

    /** Who logs in with the address. */
    @GET
    public Uni<LoginEmails.Holder> holder(@PathParam("address") String address) {
        return loginEmails.holder(address);
    }

    /** Takes the address from its holder. */
    @POST
    @Path("release")
    public Uni<LoginEmails.Holder> release(@PathParam("address") String address) {
        return loginEmails.release(caller.staffName(), caller.requestId(), address);
    }
}
