package au.com.visibuild.scim.api;

import au.com.visibuild.scim.platform.Ids;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What the JWT of an admin, a member of staff or a platform says of its bearer; every surface reads it here. */
public final class CallerClaims {

    /** The group of a company's admins. */
    public static final String COMPANY_ADMIN = "company-admin";

    /** The group of Visibuild's staff. */
    public static final String STAFF = "staff";

    /** The group of Visibuild's platforms. */
    public static final String PLATFORM = "platform";

    private CallerClaims() {}

    /** The company that an admin acts for, or null where the JWT names none. */
    public static @Nullable UUID company(JsonWebToken jwt) {
        return uuid(jwt.getClaim("company_id"));
    }

    /** The person, or null where the subject is nobody's id. */
    public static @Nullable UUID person(JsonWebToken jwt) {
        return uuid(jwt.getSubject());
    }

    /** An id as a claim or a path gives it, or null for what is none. */
    public static @Nullable UUID uuid(@Nullable Object text) {
        return text == null ? null : Ids.read(text.toString());
    }
}
