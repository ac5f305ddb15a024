package au.com.visibuild.scim.administration;

import au.com.visibuild.scim.platform.RequestRefused;
import org.jspecify.annotations.Nullable;

/** Checks the short texts people type: present, not blank, not too long, without control characters. */
final class Names {

    private Names() {}

    static String checked(String field, @Nullable String text, int longest) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            throw RequestRefused.invalid(field + " is missing or blank.");
        }
        if (stripped.length() > longest) {
            throw RequestRefused.invalid(field + " is longer than " + longest + " characters.");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw RequestRefused.invalid(field + " contains a control character.");
        }
        return stripped;
    }
}
