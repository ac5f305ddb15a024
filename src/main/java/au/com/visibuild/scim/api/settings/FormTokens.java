package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.keys.Seal;
import au.com.visibuild.scim.platform.RequestRefused;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a form comes from our own page: each holds a text sealed for this admin of this company, which another
 * site cannot know. No cookie and no state, so any replica takes it. (The framework's own extension guards every path of
 * the service, the SCIM API too.)
 */
@ApplicationScoped
class FormTokens {

    static final String FIELD = "form_token";

    private static final Duration LIFETIME = Duration.ofHours(12);

    private final Seal seal;
    private final Clock clock;

    FormTokens(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** For the forms of this viewer. */
    String tokenFor(Viewer viewer) {
        return seal.seal(use(viewer), Long.toString(clock.instant().getEpochSecond()));
    }

    /** Fails unless the form is this viewer's own and the browser does not name another site as its origin. */
    void check(Viewer viewer, @Nullable String sent, RoutingContext request) {
        String site = request.request().getHeader("Sec-Fetch-Site");
        String opened = sent == null ? null : seal.open(use(viewer), sent);
        boolean fresh = opened != null
                && Instant.ofEpochSecond(Long.parseLong(opened)).plus(LIFETIME).isAfter(clock.instant());
        if (!fresh || (site != null && !site.equals("same-origin"))) {
            throw RequestRefused.forbidden(
                    "This form is not from this page, or the page was open for too long. Load the page again.");
        }
    }

    private static String use(Viewer viewer) {
        return "page form of " + viewer.subject() + " in " + viewer.companyId().value();
    }
}
