package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.connection.TokenRenewal;
import au.com.visibuild.scim.settings.ScimSettingsEditor;
import au.com.visibuild.scim.token.ScimTokens;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The first screen: where the company stands, and turning SCIM on, replacing the token, turning SCIM off. */
@Path(Frame.ROOT)
@Cancellable(false)
public class OverviewResource {

    private static final Set<String> DIALOGS = Set.of("turn-on", "regenerate", "turn-off");

    private final Page page;
    private final OverviewScreen screen;
    private final ScimSettingsEditor editor;
    private final TokenRenewal renewal;

    OverviewResource(Page page, OverviewScreen screen, ScimSettingsEditor editor, TokenRenewal renewal) {
        this.page = page;
        this.screen = screen;
        this.editor = editor;
        this.renewal = renewal;
    }

    /** The company's state; {@code open} names a dialog to open at once, after a sign-in. */
    @GET
    public Uni<Response> overview(@RestQuery @Nullable String open) {
        String dialog = open != null && DIALOGS.contains(open) ? open : "";
        return page.show(
                "overview",
                (viewer, frame) -> screen.of(viewer.companyId(), viewer.sight(), page.host(), dialog)
                        .map(overview -> Templates.overview(frame, overview)));
    }

    /** Turns SCIM on; the answer shows the token, this once. */
    @POST
    @Path("turn-on")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> turnOn(@RestForm(FormTokens.FIELD) @Nullable String formToken) {
        return page.act(
                formToken, (viewer, frame) -> editor.enable(viewer.origin()).chain(issued -> token(frame, issued)));
    }

    /** Replaces the token that the form names; the answer shows the new one, this once. */
    @POST
    @Path("regenerate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> regenerate(
            @RestForm(FormTokens.FIELD) @Nullable String formToken, @RestForm @Nullable String replaces) {
        String which = replaces == null ? "" : replaces;
        return page.act(
                formToken,
                (viewer, frame) -> renewal.regenerate(viewer.origin(), which).chain(issued -> token(frame, issued)));
    }

    /** Turns SCIM off; people stay as they are. */
    @POST
    @Path("turn-off")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> turnOff(@RestForm(FormTokens.FIELD) @Nullable String formToken) {
        return page.act(
                formToken, (viewer, frame) -> editor.disable(viewer.origin()).map(_ -> page.leadTo(frame.to(""))));
    }

    private Uni<Response> token(Frame frame, ScimTokens.Issued issued) {
        return page.html(
                201,
                Templates.token(
                        frame,
                        issued.secret().reveal(),
                        page.host() + ScimSurface.BASE + "/",
                        page.host() + ScimSurface.BASE_WITHOUT_UNDERSCORE + "/",
                        When.at(issued.token().expiresAt())));
    }
}
