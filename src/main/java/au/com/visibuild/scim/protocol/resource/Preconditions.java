package au.com.visibuild.scim.protocol.resource;

import au.com.visibuild.scim.protocol.error.ScimException;
import org.jspecify.annotations.Nullable;

/**
 * What a request demands of the version it meets (RFC 7644 §3.14, RFC 9110 §13.1).
 *
 * @param ifMatch the versions it may meet, as a list of entity tags or {@code *}; null for any
 * @param ifNoneMatch the versions it must not meet, likewise; null for none
 */
public record Preconditions(
        @Nullable String ifMatch, @Nullable String ifNoneMatch) {

    /** No demand. */
    public static final Preconditions NONE = new Preconditions(null, null);

    /** Only upon that version, as a bulk operation names it; null for any. */
    public static Preconditions ofVersion(@Nullable String version) {
        return new Preconditions(version, null);
    }

    /** Fails with 412 unless a write may meet this version. */
    public void requireForWrite(ResourceVersion version) {
        requireMatch(version);
        if (!version.satisfiesIfNoneMatch(ifNoneMatch)) {
            throw ScimException.preconditionFailed("The resource is at a version that If-None-Match rules out.");
        }
    }

    /** Whether the reader has this version already. Fails with 412 when it is not one that the reader wants at all. */
    public boolean isKnown(ResourceVersion version) {
        requireMatch(version);
        return !version.satisfiesIfNoneMatch(ifNoneMatch);
    }

    private void requireMatch(ResourceVersion version) {
        if (!version.satisfiesIfMatch(ifMatch)) {
            throw ScimException.preconditionFailed(
                    "The resource is no longer at the version named by If-Match. Read it again.");
        }
    }
}
