package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.outbox.UserEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Subjects as one word each, by which those of events and those that a receiver names are matched (SSF 1.0 §8.1.3.1). */
public final class Subjects {

    private Subjects() {}

    /** A person by e-mail address. */
    public static String email(String address) {
        return "email " + address.toLowerCase(Locale.ROOT);
    }

    /** A person by issuer and id. */
    public static String issSub(String issuer, String id) {
        return "iss_sub " + issuer + " " + id;
    }

    /** A person by id alone. */
    public static String opaque(String id) {
        return "opaque " + id;
    }

    /** All words for the person of an event. */
    static List<String> of(UserEvent event, String issuer) {
        String id = event.user().toString();
        List<String> subjects = new ArrayList<>(List.of(issSub(issuer, id), opaque(id)));
        if (event.email() != null) {
            subjects.add(email(event.email()));
        }
        return subjects;
    }

    /** A subject that was removed from a stream, in one word. */
    static String removal(UUID stream, String subject) {
        return stream + " " + subject;
    }
}
