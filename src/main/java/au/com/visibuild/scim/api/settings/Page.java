package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.api.UnknownFailures;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.error.ScimError;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request to the page: lets its viewer in, shows a screen or does an act, and turns failures into plain words. */
@RequestScoped
class Page {

    private static final MediaType HTML = MediaType.valueOf("text/html;charset=utf-8");

    private final RoutingContext request;
    private final PageEntrance entrance;
    private final FormTokens forms;
    private final PageAssets assets;
    private final PageTemplates templates;
    private final PageConfig config;

    Page(
            RoutingContext request,
            PageEntrance entrance,
            FormTokens forms,
            PageAssets assets,
            PageTemplates templates,
            PageConfig config) {
        this.request = request;
        this.entrance = entrance;
        this.forms = forms;
        this.assets = assets;
        this.templates = templates;
        this.config = config;
    }

    /** A screen for whoever may look. */
    Uni<Response> show(String screen, BiFunction<Viewer, Frame, Uni<TemplateInstance>> content) {
        return answer(viewer -> {
            Frame frame = frame(screen, viewer);
            Uni<TemplateInstance> shown = viewer.company().hasScimFeature()
                    ? content.apply(viewer, frame)
                    : Uni.createFrom().item(Templates.unavailable(frame, config.contact()));
            return shown.chain(template -> html(200, template));
        });
    }

    /** An act of the company's admin, by a form of this page, with a recent sign-in. */
    Uni<Response> act(@Nullable String formToken, BiFunction<Viewer, Frame, Uni<Response>> act) {
        return answer(viewer -> {
            requireAdmin(viewer);
            forms.check(viewer, formToken, request);
            requireRecent(viewer);
            return act.apply(viewer, frame("overview", viewer));
        });
    }

    /** Who asks; fails for whoever may not. */
    Uni<Viewer> viewer() {
        return Uni.createFrom().deferred(() -> entrance.viewer(request)).invoke(viewer -> {
            if (!viewer.company().hasScimFeature()) {
                throw RequestRefused.forbidden("SCIM is not part of this company's account.");
            }
        });
    }

    /** Whatever else a viewer may fetch. */
    Uni<Response> answer(Function<Viewer, Uni<Response>> work) {
        return Uni.createFrom()
                .deferred(() -> entrance.viewer(request))
                .chain(work::apply)
                .onFailure()
                .recoverWithUni(this::failed);
    }

    /** Fails for staff. */
    static void requireAdmin(Viewer viewer) {
        if (!viewer.admin()) {
            throw RequestRefused.forbidden("You can look, not change: this is for the company's admins.");
        }
    }

    /** Fails with the way to the sign-in when it was too long ago. */
    static void requireRecent(Viewer viewer) {
        if (!viewer.recent()) {
            throw new SignInNeeded(true);
        }
    }

    /** HTML of this status. */
    Uni<Response> html(int status, TemplateInstance template) {
        return templates
                .loaded()
                .chain(template::createUni)
                .map(text -> Response.status(status).type(HTML).entity(text).build());
    }

    /** Leads the browser to another screen, whether htmx asks or the browser itself. */
    Response leadTo(String address) {
        return byHtmx()
                ? Response.ok().header("HX-Redirect", address).build()
                : Response.seeOther(URI.create(address)).build();
    }

    /** The address of the service as the caller wrote it. */
    String host() {
        HttpServerRequest sent = request.request();
        return sent.scheme() + "://" + sent.authority();
    }

    /** What stands around a screen of this viewer. */
    Frame frame(String screen, Viewer viewer) {
        return new Frame(
                screen,
                viewer.company().name(),
                viewer.company().hasScimFeature(),
                viewer.admin(),
                viewer.recent(),
                viewer.admin()
                        ? ""
                        : PageEntrance.COMPANY + "=" + viewer.companyId().value(),
                forms.tokenFor(viewer),
                assets.version(),
                signIn(true));
    }

    /** The answer to a failure, in plain words. */
    Uni<Response> failed(Throwable failure) {
        if (failure instanceof SignInNeeded needed && config.signInUrl().isPresent()) {
            return needed.again() && !byHtmx()
                    ? html(403, Templates.signInAgain(nobody(), signIn(true)))
                    : Uni.createFrom().item(leadTo(signIn(needed.again())));
        }
        if (failure instanceof SignInNeeded) {
            return problem(401, "You are not signed in. Sign in to Visibuild and open this page again.");
        }
        if (failure instanceof RequestRefused refused) {
            return problem(refused.status(), refused.detail());
        }
        ScimError error = UnknownFailures.tell(failure, request);
        return problem(error.status(), error.detail());
    }

    /**
     * By htmx it is shown in a dialog above what stands there. A look in the background that fails by our fault is shown
     * nowhere: the next look comes by itself.
     */
    private Uni<Response> problem(int status, String detail) {
        if (!byHtmx()) {
            return html(status, Templates.problem(nobody(), status, detail));
        }
        boolean unseen = status >= 500 && request.request().method().name().equals("GET");
        return html(status, Templates.refused(nobody(), detail))
                .map(answer -> Response.fromResponse(answer)
                        .header("HX-Retarget", "#slot")
                        .header("HX-Reswap", unseen ? "none" : "innerHTML")
                        .build());
    }

    private Frame nobody() {
        String company = request.queryParams().get(PageEntrance.COMPANY);
        String scope = company == null ? "" : PageEntrance.COMPANY + "=" + Frame.encoded(company);
        return new Frame("", "", true, false, false, scope, "", assets.version(), signIn(true));
    }

    private String signIn(boolean again) {
        HttpServerRequest sent = request.request();
        String back = host() + (sent.method().name().equals("GET") && !byHtmx() ? sent.uri() : Frame.ROOT);
        String base = config.signInUrl().orElse("");
        return base + (base.contains("?") ? "&" : "?") + "return_to=" + Frame.encoded(back)
                + (again ? "&prompt=login" : "");
    }

    private boolean byHtmx() {
        return "true".equals(request.request().getHeader("HX-Request"));
    }
}
