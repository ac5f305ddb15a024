package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {

    @Test
    void everySettingOfEveryRoomIsKnown() {
        Set<String> known = KnownSettings.ALL.stream().map(KnownSetting::name).collect(Collectors.toSet());

        assertThat(known).doesNotHaveDuplicates().containsAll(declared());
    }

    @Test
    void valuesThatCannotBeAreNamedAllAtOnce() {
        assertThat(problems(Map.of(
                        "visibuild.token.lifetime", "a year",
                        "visibuild.signal.timeout", "0s",
                        "visibuild.signal.window", "many",
                        "visibuild.outbox.batch", "100000",
                        "visibuild.signal.retries", "1s,soon",
                        "visibuild.provisioning.tolerant", "maybe",
                        "visibuild.signing.issuer", "http://scim.example",
                        "visibuild.signal.receiver-url", "ftp://receiver.example/x",
                        "visibuild.signing.other-key-files", "/no/such/key.pem",
                        "visibuild.tls.protocols", "TLSv1.3,SSLv3")))
                .hasSize(10)
                .allSatisfy(problem -> assertThat(problem).contains("VISIBUILD_", "(visibuild."))
                .anySatisfy(problem ->
                        assertThat(problem).contains("VISIBUILD_TOKEN_LIFETIME", "a year", "Durations are written as"))
                .anySatisfy(problem -> assertThat(problem).contains("VISIBUILD_SIGNAL_TIMEOUT", "from 100ms to 300s"))
                .anySatisfy(problem -> assertThat(problem).contains("VISIBUILD_OUTBOX_BATCH", "from 1 to 1000"))
                .anySatisfy(problem -> assertThat(problem).contains("VISIBUILD_TLS_PROTOCOLS", "TLSv1.2, TLSv1.3"));
    }

    @Test
    void valuesThatDoNotGoTogetherAreNamed() {
        assertThat(problems(Map.of("visibuild.signal.timeout", "45s")))
                .singleElement()
                .asString()
                .contains("VISIBUILD_SIGNAL_LEASE", "longer than VISIBUILD_SIGNAL_TIMEOUT");
        assertThat(problems(Map.of("visibuild.signal.timeout", "45s", "visibuild.signal.lease", "1m")))
                .isEmpty();
    }

    @Test
    void aSettingThatThereIsNotIsNamedWithTheOneThatWasMeant() {
        assertThat(problems(Map.of("visibuild.token.lifetme", "1d")))
                .singleElement()
                .asString()
                .contains("visibuild.token.lifetme", "VISIBUILD_TOKEN_LIFETIME");
    }

    @Test
    void aVariableThatLooksLikeASettingIsWarnedOfButNotWhatKubernetesPutThere() {
        assertThat(new KnownSettings(settings(Map.of()))
                        .warnings(Set.of(
                                "VISIBUILD_TOKEN_LIVETIME",
                                "VISIBUILD_TOKEN_LIFETIME",
                                "VISIBUILD_SCIM_SERVICE_HOST",
                                "VISIBUILD_SCIM_PORT_443_TCP_ADDR",
                                "PATH")))
                .singleElement()
                .asString()
                .contains("VISIBUILD_TOKEN_LIVETIME", "Is VISIBUILD_TOKEN_LIFETIME meant?");
    }

    @Test
    void thePasswordOfAUrlIsNotRepeated() {
        assertThat(problems(Map.of("visibuild.database.url", "postgresql://u:hush@db/scim?sslmode=verify-full")))
                .singleElement()
                .asString()
                .contains("sslrootcert")
                .doesNotContain("hush");
    }

    private static List<String> problems(Map<String, String> values) {
        return new KnownSettings(settings(values)).problems();
    }

    private static LaunchSettings settings(Map<String, String> values) {
        return new LaunchSettings(
                LaunchProfile.of(Optional.of("prod"), false, false),
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .addDiscoveredConverters()
                        .withSources(new PropertiesConfigSource(values, "test", 100))
                        .build());
    }

    /** From the interfaces themselves. */
    private static Set<String> declared() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("au.com.visibuild.scim");
        Set<String> names = new TreeSet<>();
        classes.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .forEach(type ->
                        add(type.getAnnotationOfType(ConfigMapping.class).prefix(), type, names));
        assertThat(names).hasSizeGreaterThan(30);
        return names;
    }

    /** A setting may be a group of others, an interface within the interface. */
    private static void add(String prefix, JavaClass mapping, Set<String> names) {
        for (JavaMethod method : mapping.getMethods()) {
            String name = prefix + "." + name(method);
            JavaClass type = method.getRawReturnType();
            if (type.getEnclosingClass().filter(mapping::equals).isPresent()) {
                add(name, type, names);
            } else {
                names.add(name);
            }
        }
    }

    private static String name(JavaMethod method) {
        return method.isAnnotatedWith(WithName.class)
                ? method.getAnnotationOfType(WithName.class).value()
                : method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
