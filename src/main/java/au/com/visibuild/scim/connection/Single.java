package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.company.CompanyId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request that is kept singly, linked to a company. */
record Single(CompanyId company, Finding finding, SeenRequest seen) {

    private static final int LONGEST = 200;
    private static final Pattern TOKEN = Pattern.compile("vbscim_[0-9A-Za-z]*");

    /** The text as it is kept: cut, without control characters and halves of characters, and without any token. */
    static @Nullable String kept(@Nullable String received, int longest) {
        if (received == null) {
            return null;
        }
        String cut = received.length() > 4 * LONGEST ? received.substring(0, 4 * LONGEST) : received;
        String text = TOKEN.matcher(cut).replaceAll("vbscim_…");
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length() && kept.length() < longest; i++) {
            char c = text.charAt(i);
            kept.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '·' : c);
        }
        return text.length() > longest ? kept + "…" : kept.toString();
    }

    static @Nullable String kept(@Nullable String received) {
        return kept(received, LONGEST);
    }

    @Nullable
    String keyId() {
        return seen.clue() == null ? seen.keyId() : seen.clue().keyId();
    }
}
