package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.ProductionKeys;
import au.com.visibuild.scim.fixture.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Starts of the packaged service that must not succeed: status 1, and words instead of a stack trace. */
class StartIT {

    private final Map<String, String> settings = new HashMap<>();

    @Test
    void withoutAnySettingEverythingMissingIsNamed() throws Exception {
        assertThat(refusal()).contains("VISIBUILD_DATABASE_URL", "VISIBUILD_SIGNING_KEY_FILE", "MP_JWT_VERIFY_ISSUER");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() throws Exception {
        settings.putAll(ProductionKeys.settings());
        settings.put("visibuild.database.url", "postgresql://127.0.0.1:1/scim");
        settings.put("quarkus.datasource.username", "scim");
        settings.put("visibuild.database.wait", "1s");

        assertThat(refusal()).contains("jdbc:postgresql://127.0.0.1:1/scim", "waited 1 s");
    }

    @Test
    void aDatabaseOfTheDemoIsRefused() throws Exception {
        String database = TestPostgres.newDatabase();
        makeDemoCompany(database);
        settings.putAll(ProductionKeys.settings());
        settings.putAll(TestPostgres.settingsOf(database));

        assertThat(refusal()).contains("demo company");
    }

    @Test
    void theDemosKeysAreRefused() throws Exception {
        settings.put(
                "visibuild.signing.key-file",
                Path.of("src/main/resources/demo/signing-key.pem").toString());

        assertThat(refusal()).contains("one of the demo's");
    }

    @Test
    void theDemoCannotBeHadByItsProfile() throws Exception {
        settings.put("quarkus.profile", "demo");

        assertThat(refusal()).contains("has no demo in it");
    }

    @Test
    void thePackageHasNoPostgresqlAndNoKeyInIt() throws IOException {
        try (var files = Files.walk(Path.of("target", "quarkus-app"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("zonky") || name.contains("tukaani") || name.endsWith(".pem"));
        }
    }

    private String refusal() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(artifact());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(StartIT::isSetting);
        settings.forEach((name, value) ->
                builder.environment().put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(1);
        assertThat(output).contains("Visibuild SCIM cannot start.").doesNotContain("\tat ", "Exception in");
        return output;
    }

    private static boolean isSetting(String name) {
        return name.startsWith("QUARKUS_") || name.startsWith("VISIBUILD_") || name.startsWith("MP_JWT_");
    }

    /** What the build packaged last: the jar, or the executable. */
    private static List<String> artifact() throws IOException {
        Properties artifact = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("target", "quarkus-artifact.properties"))) {
            artifact.load(file);
        }
        String path = Path.of("target").resolve(artifact.getProperty("path")).toString();
        return artifact.getProperty("type").equals("native")
                ? List.of(path)
                : List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", path);
    }

    private static void makeDemoCompany(String database) {
        try (Connection connection = TestPostgres.connect(database);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE company (id uuid, demo boolean)");
            statement.execute("INSERT INTO company VALUES (gen_random_uuid(), true)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
