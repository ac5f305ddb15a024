package au.com.visibuild.scim.api.demo;

import au.com.visibuild.scim.demo.DemoCompany;
import au.com.visibuild.scim.demo.DemoIssuer;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code /demo/sign-in}: stands for Visibuild's sign-in. A button, and one is the demo's admin or a member of staff. Does
 * not exist in production.
 */
@Path("/demo/sign-in")
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class SignInResource {

    private static final String PAGE = "/settings/identity-management/scim";
    private static final String FORM = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sign in to the demo</title><link rel="stylesheet" href="/settings/assets/page.css"></head>
            <body><main><h1>Sign in to the demo</h1>
            <form class="card card-wide" method="post" action="/demo/sign-in">
            <p class="lead">This stands for Visibuild's own sign-in. It exists in dev and demo only.</p>
            <input type="hidden" name="return_to" value="RETURN">
            <div class="actions">
            <button class="button button-primary" name="as" value="admin">Sign in as Alex Admin</button>
            <button class="button" name="as" value="staff">Sign in as Visibuild staff</button>
            </div></form></main></body></html>
            """;

    private final DemoIssuer issuer;

    SignInResource(DemoIssuer issuer) {
        this.issuer = issuer;
    }

    /** The buttons. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public String form(@RestQuery("return_to") @Nullable String returnTo) {
        return FORM.replace("RETURN", back(returnTo).replace("&", "&amp;").replace("\"", "%22"));
    }

    /** Signs in and leads back to the settings page, nowhere else. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(@RestForm @Nullable String as, @RestForm("return_to") @Nullable String returnTo) {
        boolean staff = "staff".equals(as);
        String jwt = staff
                ? issuer.staff("demo-staff")
                : issuer.companyAdmin(DemoCompany.ID, DemoCompany.ADMIN_ID.toString());
        String back = back(returnTo);
        if (staff && !back.contains("company=")) {
            back += (back.contains("?") ? "&" : "?") + "company=" + DemoCompany.ID;
        }
        return Response.seeOther(URI.create(back))
                .cookie(new NewCookie.Builder("visibuild_admin")
                        .value(jwt)
                        .path("/settings")
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }

    private static String back(@Nullable String returnTo) {
        try {
            URI asked = URI.create(returnTo == null ? "" : returnTo);
            String path = asked.getRawPath();
            boolean ours = path != null && (path.equals(PAGE) || path.startsWith(PAGE + "/"));
            return ours ? path + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery()) : PAGE;
        } catch (IllegalArgumentException e) {
            return PAGE;
        }
    }
}
