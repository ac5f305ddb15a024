package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.platform.RequestRefused;
import org.jspecify.annotations.Nullable;

/** Request bodies. */
final class Forms {

    private Forms() {}

    static <T> T required(@Nullable T form) {
        if (form == null) {
            throw RequestRefused.invalid("The request has no body. Send a JSON object.");
        }
        return form;
    }
}
