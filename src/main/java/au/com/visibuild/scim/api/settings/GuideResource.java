package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.platform.RequestRefused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How to set up an identity provider, filled with this company's address. */
@Path(Frame.ROOT + "/guide")
@Cancellable(false)
public class GuideResource {

    private static final Set<String> PROVIDERS = Set.of("entra", "okta", "other");

    private final Page page;

    GuideResource(Page page) {
        this.page = page;
    }

    /** The guide for Microsoft Entra ID, with the way to the others. */
    @GET
    public Uni<Response> first() {
        return guide("entra");
    }

    /** One guide: {@code entra}, {@code okta} or {@code other}. */
    @GET
    @Path("{provider}")
    public Uni<Response> guide(@PathParam("provider") String provider) {
        return page.show("guide", (viewer, frame) -> {
            if (!PROVIDERS.contains(provider)) {
                throw RequestRefused.unknown("There is no guide of this name.");
            }
            return Uni.createFrom()
                    .item(Templates.guide(
                            frame,
                            provider,
                            page.host() + ScimSurface.BASE + "/",
                            page.host() + ScimSurface.BASE_WITHOUT_UNDERSCORE + "/",
                            curl(page.host())));
        });
    }

    /** What a connection test asks. The token is a variable of the reader's shell, so that no line with it is copied. */
    private static String curl(String host) {
        return "curl -i -H \"Authorization: Bearer $SCIM_TOKEN\" '" + host + ScimSurface.BASE + "/Users?count=1'";
    }
}
