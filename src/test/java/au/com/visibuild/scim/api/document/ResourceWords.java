package au.com.visibuild.scim.api.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Javadoc of the resources says of each operation, so that the document need not say it a second time. */
final class ResourceWords {

    private static final Pattern DOCUMENTED = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/(?:(?!/\\*\\*|;\\s*\\R).)*?public [\\w<>.?@, ]+ (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{@\\w+ ([^}]*)}");

    private final Map<String, String> words = new HashMap<>();

    /** Reads the sources of these resources. */
    ResourceWords(List<Path> sources) {
        sources.forEach(this::read);
    }

    /** The whole text of {@code SettingsResource_status}, as plain text; empty without one. */
    String of(String operation) {
        return words.getOrDefault(operation, "");
    }

    private void read(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        try {
            Matcher found = DOCUMENTED.matcher(Files.readString(file));
            while (found.find()) {
                String text = found.group(1).replaceAll("\\R\\s*\\*", " ");
                text = TAG.matcher(text)
                        .replaceAll("`$1`")
                        .replaceAll("\\s+", " ")
                        .strip();
                words.put(name + "_" + found.group(2), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
