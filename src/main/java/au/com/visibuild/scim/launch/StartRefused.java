package au.com.visibuild.scim.launch;

import java.util.List;

/** The service cannot start as it is configured; the message is for the person who started it. */
final class StartRefused extends RuntimeException {

    /** The status that the process ends with. */
    static final int STATUS = 1;

    private StartRefused(String message) {
        super(message);
    }

    /** All reasons at once, so that one attempt shows everything that has to be set. */
    static StartRefused because(List<String> problems) {
        return new StartRefused("Visibuild SCIM cannot start.\n\n* " + String.join("\n\n* ", problems) + "\n");
    }

    static StartRefused because(String problem) {
        return because(List.of(problem));
    }

    /** Tells whoever started it. */
    void print() {
        System.err.println(getMessage());
    }
}
