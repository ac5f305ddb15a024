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

    /** A query parameter that is true, false or left out. */
    static @Nullable Boolean flag(String name, @Nullable String value) {
        return switch (value == null ? "" : value) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw RequestRefused.invalid(name + " is neither true nor false.");
        };
    }
}
