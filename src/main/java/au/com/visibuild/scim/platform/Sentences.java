package au.com.visibuild.scim.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The sentences of one file of {@code resources/messages}, by key. What stands in braces is filled in when a sentence is
 * told; nothing is a pattern beyond that, and what is filled in is never read again.
 *
 * <p>For sentences of the service itself, which the company API tells as well as the page. The words that only stand on
 * the page are in Qute's message bundles beside them.
 */
public final class Sentences {

    private static final String UNKNOWN = "–";

    private final String file;
    private final Properties byKey = new Properties();

    /** Reads {@code messages/<name>_en.properties}, in UTF-8. */
    public Sentences(String name) {
        file = "/messages/" + name + "_en.properties";
        try (InputStream in = Sentences.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + file);
            }
            byKey.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** All keys that the file has. */
    public Set<String> keys() {
        return byKey.stringPropertyNames();
    }

    /**
     * The sentence of a key; a fact that is not known is a dash.
     *
     * @throws IllegalArgumentException for a key that the file does not have
     */
    public String tell(String key, Map<String, String> facts) {
        String words = byKey.getProperty(key);
        if (words == null) {
            throw new IllegalArgumentException(file + " has no " + key);
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < words.length()) {
            int open = words.indexOf('{', at);
            int close = open < 0 ? -1 : words.indexOf('}', open);
            if (close < 0) {
                break;
            }
            text.append(words, at, open).append(facts.getOrDefault(words.substring(open + 1, close), UNKNOWN));
            at = close + 1;
        }
        return text.append(words, at, words.length()).toString();
    }

    /** A sentence in which nothing is filled in. */
    public String tell(String key) {
        return tell(key, Map.of());
    }
}
