package au.com.visibuild.scim.history;

import org.jspecify.annotations.Nullable;

/** What staff see of a name or an address: enough to tell whether it is the one they were called about. */
final class Masking {

    private static final String REST = "•••";

    private Masking() {}

    /** The name as the reader may see it. */
    static @Nullable String name(@Nullable String name, Sight sight) {
        if (name == null || sight != Sight.STAFF) {
            return name;
        }
        int at = name.lastIndexOf('@');
        String person = at < 0 ? name : name.substring(0, at);
        String begin = person.isEmpty() ? "" : person.substring(0, person.offsetByCodePoints(0, 1));
        return begin + REST + (at < 0 ? "" : name.substring(at));
    }
}
