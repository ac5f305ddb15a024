package au.com.visibuild.scim.launch;

import au.com.visibuild.scim.demo.DemoKeys;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.QuarkusConfigBuilderCustomizer;
import io.smallrye.config.PropertiesLocationConfigSourceFactory;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The settings as the application will see them, read before it starts: the same sources (environment, system
 * properties, files) and profiles.
 */
final class LaunchSettings {

    /** Set by the build for dev mode, which cannot be recognised from inside as early as this. */
    private static final String DEVELOPMENT = "VISIBUILD_DEV_MODE";

    private static final int BEFORE_THE_PLAIN_ONE = 200;

    private final LaunchProfile profile;
    private final SmallRyeConfig config;

    LaunchSettings(LaunchProfile profile, SmallRyeConfig config) {
        this.profile = profile;
        this.config = config;
    }

    static LaunchSettings read() {
        Optional<String> asked = Optional.ofNullable(System.getProperty("quarkus.profile"))
                .or(() -> Optional.ofNullable(System.getenv("QUARKUS_PROFILE")));
        LaunchProfile profile =
                LaunchProfile.of(asked, "true".equals(System.getenv(DEVELOPMENT)), DemoKeys.areInThisPackage());
        return new LaunchSettings(
                profile, sources().withProfiles(profile.names()).build());
    }

    /**
     * The sources that the framework asks, without what else it would look for in the package to read them: an executable
     * spends as much time there as on reading them.
     */
    private static SmallRyeConfigBuilder sources() {
        return new SmallRyeConfigBuilder()
                .forClassLoader(Thread.currentThread().getContextClassLoader())
                .withCustomizers(new QuarkusConfigBuilderCustomizer())
                .withConverter(Duration.class, BEFORE_THE_PLAIN_ONE, new DurationConverter())
                .addDefaultInterceptors()
                .addDefaultSources()
                .withSources(new PropertiesLocationConfigSourceFactory());
    }

    LaunchProfile profile() {
        return profile;
    }

    Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    boolean isOn(String name, boolean otherwise) {
        return readable(name, () -> config.getOptionalValue(name, Boolean.class).orElse(otherwise));
    }

    int number(String name, int otherwise) {
        return readable(name, () -> config.getOptionalValue(name, Integer.class).orElse(otherwise));
    }

    boolean flag(String name) {
        return readable(name, () -> switch (config.getValue(name, String.class).strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(name);
        });
    }

    /** The value as such a type; empty when it is not set. Fails when it cannot be read so. */
    <T> Optional<T> value(String name, Class<T> type) {
        return text(name).flatMap(_ -> config.getOptionalValue(name, type));
    }

    /** All names that any source knows. */
    Iterable<String> names() {
        return config.getPropertyNames();
    }

    /** How a setting is written in the environment. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    Duration duration(String name) {
        return readable(name, () -> config.getValue(name, Duration.class));
    }

    /** A value that cannot be read is a wrong setting like any other, and no stack trace. */
    private <T> T readable(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw StartRefused.because("The value of " + variable(name) + " (" + name + ") cannot be used: "
                    + config.getConfigValue(name).getRawValue() + ".");
        }
    }
}
