package au.com.visibuild.scim.session;

import au.com.visibuild.scim.company.CompanyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session that is alive, and whose it is. */
public record LiveSession(
        UUID id,
        CompanyId company,
        UUID user,
        String platform,
        Instant openedAt,
        Instant expiresAt,
        String userName,
        @Nullable String loginEmail) {}
