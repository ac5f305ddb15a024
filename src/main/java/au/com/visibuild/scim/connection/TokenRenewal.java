package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.history.Actors;
import au.com.visibuild.scim.platform.PlainTime;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.settings.ScimSettingsEditor;
import au.com.visibuild.scim.token.ScimToken;
import au.com.visibuild.scim.token.ScimTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Replaces a company's token; who comes second is told who came first, by name. */
@ApplicationScoped
public class TokenRenewal {

    private final ScimSettingsEditor settings;
    private final Actors actors;

    TokenRenewal(ScimSettingsEditor settings, Actors actors) {
        this.settings = settings;
        this.actors = actors;
    }

    /**
     * Replaces the token; the old one is refused from the commit on.
     *
     * @param replaces the key id of the token the caller means to replace, or null for whichever is live; 409 when
     *     somebody was faster
     */
    public Uni<ScimTokens.Issued> regenerate(Origin origin, @Nullable String replaces) {
        return settings.regenerate(origin, replaces)
                .onFailure(failure -> replaces != null && isConflict(failure))
                .recoverWithUni(failure -> settings.status(origin.company())
                        .chain(status -> told(origin, replaces, status.token(), failure)));
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof RequestRefused refused && refused.status() == 409;
    }

    private Uni<ScimTokens.Issued> told(
            Origin origin, @Nullable String replaces, @Nullable ScimToken live, Throwable failure) {
        if (live == null || live.keyId().equals(replaces)) {
            return Uni.createFrom().failure(failure);
        }
        return actors.name(origin.company(), live.issuedBy())
                .chain(name -> Uni.createFrom()
                        .failure(RequestRefused.conflict("The token was replaced by " + name + " at "
                                + PlainTime.seconds(live.issuedAt())
                                + ". Look at the new state.")));
    }
}
