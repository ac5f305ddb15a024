package au.com.visibuild.scim.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The runbooks' texts, and the queries in them. */
final class Runbooks {

    private static final Path RUNBOOKS = Tool.DEPLOYMENT.resolve("runbooks");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)\\n```", Pattern.DOTALL);

    private Runbooks() {}

    /** All blocks of a language. */
    static Stream<String> blocks(String language) {
        return names().stream()
                .flatMap(name -> matches(name)
                        .filter(block -> block.group(1).equals(language))
                        .map(block -> block.group(2)));
    }

    static Stream<MatchResult> matches(String name) {
        return BLOCK.matcher(text(name)).results();
    }

    static List<String> names() {
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            return files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(RUNBOOKS.resolve(name + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
