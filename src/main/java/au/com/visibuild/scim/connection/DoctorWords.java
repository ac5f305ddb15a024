package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.platform.Sentences;
import java.util.Map;

/** All that the doctor says, in the words of {@code resources/messages/finding_en.properties}. */
final class DoctorWords {

    static final Sentences SENTENCES = new Sentences("finding");

    private DoctorWords() {}

    /** What was received. */
    static String message(Finding finding, Map<String, String> facts) {
        return SENTENCES.tell(finding.name(), facts);
    }

    /** The one thing to do next. */
    static String nextStep(Finding finding, Map<String, String> facts) {
        return SENTENCES.tell(finding.name() + ".next", facts);
    }
}
