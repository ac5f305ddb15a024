package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who is calling, and by which base URL: set at the entrance, read by the resources. */
@RequestScoped
public class ScimCaller {

    private boolean in;
    private @Nullable Origin origin;
    private String baseUrl = "";

    void enter(Origin who) {
        in = true;
        origin = who;
    }

    void enterWithoutToken() {
        in = true;
    }

    boolean isIn() {
        return in;
    }

    void cameBy(String url) {
        baseUrl = url;
    }

    /** The company's identity provider. Fails for a request that the entrance let in without a token. */
    public Origin origin() {
        if (origin == null) {
            throw new IllegalStateException("Nobody was authenticated");
        }
        return origin;
    }

    /** The company whose token was sent. */
    public CompanyId company() {
        return origin().company();
    }

    /** The base URL the caller used, without a slash at the end: {@code meta.location} stays with it. */
    public String baseUrl() {
        return baseUrl;
    }
}
