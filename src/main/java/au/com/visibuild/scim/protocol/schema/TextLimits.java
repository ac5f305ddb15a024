package au.com.visibuild.scim.protocol.schema;

import java.util.Locale;
import java.util.Map;

/**
 * How long a string may be. Lengths count UTF-16 units. The three attributes by which a person is found are shorter than
 * the rest, so that each fits an entry of a PostgreSQL B-tree (2,704 bytes) whatever characters it has.
 */
final class TextLimits {

    static final int ANY = 8 * 1024;
    static final int BINARY = 16 * 1024;

    private static final Map<String, Integer> SHORTER = Map.of("username", 255, "externalid", 512, "emails.value", 512);

    private TextLimits() {}

    /** The limit for the attribute of that path, in any case and without element indexes. */
    static int of(String path, AttributeType type) {
        return SHORTER.getOrDefault(path.toLowerCase(Locale.ROOT), type == AttributeType.BINARY ? BINARY : ANY);
    }
}
