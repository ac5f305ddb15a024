package au.com.visibuild.scim.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session that is alive, and whose it is. */
public record LiveSession(
        String platform,
        Instant expiresAt,
        String userName,
        @Nullable String loginEmail) {}
