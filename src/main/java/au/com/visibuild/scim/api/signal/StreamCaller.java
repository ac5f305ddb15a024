package au.com.visibuild.scim.api.signal;

import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.signal.StreamOwner;
import au.com.visibuild.scim.signal.Streams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls the Shared Signals API: a platform, or a company's admin, who is asked about at each request. */
@RequestScoped
class StreamCaller {

    private final JsonWebToken jwt;
    private final Streams streams;

    StreamCaller(JsonWebToken jwt, Streams streams) {
        this.jwt = jwt;
        this.streams = streams;
    }

    /** Whose streams the caller may see. */
    Uni<StreamOwner> owner() {
        if (jwt.getGroups().contains(CallerClaims.PLATFORM)) {
            String subject = jwt.getSubject();
            return subject == null || subject.isBlank()
                    ? Uni.createFrom().failure(RequestRefused.forbidden("The token names no subject."))
                    : Uni.createFrom().item(StreamOwner.platform(subject));
        }
        UUID company = CallerClaims.company(jwt);
        UUID admin = CallerClaims.person(jwt);
        return company == null || admin == null
                ? Uni.createFrom().failure(RequestRefused.forbidden("The token names no admin of a company."))
                : streams.company(new CompanyId(company), admin);
    }
}
