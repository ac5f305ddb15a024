package au.com.visibuild.scim.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver says of its stream.
 *
 * @param method how events get there
 * @param endpoint where they are pushed; null for poll
 * @param authorization the header of each push, a secret, or null
 * @param events the URIs it asks for, or null for whatever is told without asking
 * @param description its own words, or null
 * @param format how people are named
 */
public record StreamSettings(
        DeliveryMethod method,
        @Nullable String endpoint,
        @Nullable String authorization,
        @Nullable List<String> events,
        @Nullable String description,
        SubjectFormat format) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "StreamSettings[" + method + " " + endpoint + "]";
    }
}
