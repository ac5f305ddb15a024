package au.com.visibuild.scim.api.document;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** The document of the company API, the session API and Universal Logout, as the code says it. */
final class ApiDocument {

    /** Where it is checked in. */
    static final Path FILE = Path.of("src/main/resources/META-INF/openapi.yaml");

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path SOURCES = Path.of("src/main/java");

    /** SCIM and Shared Signals describe themselves at the addresses their standards give; the page is no API. */
    private static final Pattern NOT_IN_IT = Pattern.compile(".*/scim/api/(demo|ops|scim|settings|signal)/.*");

    private static final Map<String, String> SETTINGS = Map.of(
            "mp.openapi.extensions.smallrye.operationIdStrategy", "CLASS_METHOD",
            "mp.openapi.extensions.smallrye.defaultProduces", "application/json",
            "mp.openapi.extensions.smallrye.defaultConsumes", "application/json",
            "mp.openapi.extensions.smallrye.array-references.enable", "false");

    private ApiDocument() {}

    /** Made anew from the compiled resources. */
    static SmallRyeOpenAPI ofTheCode() {
        return SmallRyeOpenAPI.builder()
                .withConfig(
                        new SmallRyeConfigBuilder().withDefaultValues(SETTINGS).build())
                .withIndex(index())
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .addFilter(new DocumentedOperations(new ResourceWords(files(SOURCES, "Resource.java"))))
                .build();
    }

    private static Index index() {
        Indexer indexer = new Indexer();
        try {
            for (Path file : files(CLASSES, ".class")) {
                try (InputStream in = Files.newInputStream(file)) {
                    indexer.index(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return indexer.complete();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !NOT_IN_IT.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
