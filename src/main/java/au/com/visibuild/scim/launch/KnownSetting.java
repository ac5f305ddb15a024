package au.com.visibuild.scim.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A setting of the service and what its values may be.
 *
 * @param name as the framework writes it
 * @param check says what is wrong with a value, or nothing
 */
record KnownSetting(String name, Check check) {

    private static final String DURATIONS = "Durations are written as 500ms, 30s, 5m, 12h or 365d.";

    /** Says what is wrong; fails as it likes where a value cannot be read at all. */
    @FunctionalInterface
    interface Check {
        Optional<String> fault(LaunchSettings settings, String name, String value);
    }

    /** Anything, or checked elsewhere. */
    static KnownSetting text(String name) {
        return new KnownSetting(name, (_, _, _) -> Optional.empty());
    }

    /** Yes or no. */
    static KnownSetting flag(String name) {
        return words(name, Set.of("true", "false"));
    }

    /** A whole number within bounds. */
    static KnownSetting number(String name, long least, long most) {
        return new KnownSetting(name, (settings, own, _) -> {
            long value = settings.value(own, Long.class).orElseThrow();
            return value >= least && value <= most
                    ? Optional.empty()
                    : Optional.of("It must be from " + least + " to " + most + ".");
        });
    }

    /** A time within bounds. */
    static KnownSetting duration(String name, String least, String most) {
        return new KnownSetting(name, (settings, own, _) -> outside(settings.value(own, Duration.class), least, most));
    }

    /** Times within bounds, with commas between them. */
    static KnownSetting durations(String name, String least, String most) {
        return new KnownSetting(
                name,
                (settings, own, _) -> Arrays.stream(
                                settings.value(own, Duration[].class).orElseThrow())
                        .map(each -> outside(Optional.of(each), least, most))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** One or more of a few words, with commas between them. */
    static KnownSetting words(String name, Set<String> known) {
        return new KnownSetting(
                name,
                (_, _, value) ->
                        Arrays.stream(value.split(",")).map(String::strip).allMatch(known::contains)
                                ? Optional.empty()
                                : Optional.of("It must be of: "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()) + "."));
    }

    /** An address with one of these schemes and a host. */
    static KnownSetting url(String name, String... schemes) {
        return new KnownSetting(name, (_, _, value) -> {
            try {
                URI url = new URI(value);
                return List.of(schemes).contains(String.valueOf(url.getScheme())) && url.getHost() != null
                        ? Optional.empty()
                        : Optional.of(
                                "It must be an address that begins with " + String.join(":// or ", schemes) + "://.");
            } catch (URISyntaxException e) {
                return Optional.of("It is no address.");
            }
        });
    }

    /** Files that can be read, with commas between them. */
    static KnownSetting files(String name) {
        return new KnownSetting(
                name,
                (_, _, value) -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(file -> !file.startsWith("classpath:"))
                        .map(file -> file.startsWith("file:") ? file.substring("file:".length()) : file)
                        .filter(file -> !Files.isReadable(Path.of(file)))
                        .map(file -> "There is no file to read at " + file + ".")
                        .findFirst());
    }

    /** What is wrong with its present value, or nothing. Never repeats a value that may be secret. */
    Optional<String> problem(LaunchSettings settings) {
        Optional<String> value = settings.text(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String setting = LaunchSettings.variable(name) + " (" + name + ")";
        try {
            return check.fault(settings, name, value.get())
                    .map(fault -> "The value of " + setting + " cannot be used: "
                            + DatabaseSettings.printable(value.get()) + ". " + fault);
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    "The value of " + setting + " cannot be used: " + value.get() + ". " + reading(value.get()));
        }
    }

    private static String reading(String value) {
        return value.matches("[0-9]+") ? "It is too large." : "It is written in no form that is known. " + DURATIONS;
    }

    private static Optional<String> outside(Optional<Duration> value, String least, String most) {
        Duration duration = value.orElseThrow();
        return duration.compareTo(Duration.parse(least)) < 0 || duration.compareTo(Duration.parse(most)) > 0
                ? Optional.of("It must be from " + words(least) + " to " + words(most) + ".")
                : Optional.empty();
    }

    private static String words(String duration) {
        Duration parsed = Duration.parse(duration);
        return parsed.toMillis() % 1_000 != 0 ? parsed.toMillis() + "ms" : parsed.toSeconds() + "s";
    }
}
