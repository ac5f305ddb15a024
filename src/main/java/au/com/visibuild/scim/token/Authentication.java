package au.com.visibuild.scim.token;

import au.com.visibuild.scim.company.CompanyId;
import org.jspecify.annotations.Nullable;

/** What came of checking a request's {@code Authorization} header. */
public sealed interface Authentication {

    /**
     * The caller is the company's identity provider.
     *
     * @param company whose token it is
     * @param keyId the token's public part
     */
    record Accepted(CompanyId company, String keyId) implements Authentication {}

    /** Why a caller is not let in. */
    enum Reason {
        /** No bearer token came. */
        MISSING,
        /** What came has not the form of a token. */
        MALFORMED,
        /** The form is right, the token is nobody's. */
        UNKNOWN,
        /** A newer one took its place. */
        REPLACED,
        /** Its time is over. */
        EXPIRED,
        /** SCIM was switched off. */
        REVOKED,
        /** The company has no SCIM at present. */
        OFF
    }

    /**
     * The caller is not let in (RFC 6750 §3).
     *
     * @param reason why, in a word, for operators
     * @param status 400 for a malformed header, else 401
     * @param error the error code of RFC 6750 §3.1, or null when the request carried no bearer token at all
     * @param detail what the caller can do about it; reveals nothing that its holder does not know
     */
    record Refused(Reason reason, int status, @Nullable String error, String detail) implements Authentication {}
}
