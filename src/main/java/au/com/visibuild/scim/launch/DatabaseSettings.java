package au.com.visibuild.scim.launch;

import au.com.visibuild.scim.platform.DatabaseUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Flyway, and this start's own look, reach the database.
 *
 * @param jdbcUrl where it is
 * @param user    who we are there
 * @param password absent where the server asks for none
 * @param patience how long to wait for it
 */
record DatabaseSettings(String jdbcUrl, String user, Optional<String> password, Duration patience) {

    static final String URL = "visibuild.database.url";
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";

    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([^&]*)");
    private static final Pattern SSL_ROOT = Pattern.compile("[?&]sslrootcert=([^&]*)");
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    static final String HOW_TO_SET = """
            Set these (environment variable, or the system property in brackets):
                VISIBUILD_DATABASE_URL=postgresql://host:5432/database  (visibuild.database.url)
                QUARKUS_DATASOURCE_USERNAME=...                         (quarkus.datasource.username)
                QUARKUS_DATASOURCE_PASSWORD=...                         (quarkus.datasource.password)
              Where the two drivers need different URLs, set both of these in place of the first:
                QUARKUS_DATASOURCE_REACTIVE_URL=postgresql://...        (quarkus.datasource.reactive.url)
                QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://...       (quarkus.datasource.jdbc.url)\
            """;

    /** Whether any database is set, by whatever source. */
    static boolean areIn(LaunchSettings settings) {
        return settings.text(REACTIVE_URL).isPresent() || jdbcUrl(settings).isPresent();
    }

    /** What is missing or cannot be read, in words; empty when everything needed is there. */
    static Optional<String> missingIn(LaunchSettings settings) {
        boolean reactive = settings.text(REACTIVE_URL).isPresent();
        boolean jdbc = jdbcUrl(settings).isPresent();
        if (reactive && jdbc && settings.text(USERNAME).isPresent()) {
            return unreadable(settings.text(REACTIVE_URL).orElseThrow());
        }
        String missing = !reactive && !jdbc
                ? "No database is set."
                : !reactive
                        ? "The database's reactive URL is missing."
                        : !jdbc ? "The database's JDBC URL is missing." : "The database's user is missing.";
        return Optional.of(missing + " " + HOW_TO_SET);
    }

    private static Optional<String> unreadable(String reactiveUrl) {
        return DatabaseUrl.isReadable(reactiveUrl)
                ? Optional.empty()
                : Optional.of("The database's URL is none: " + printable(reactiveUrl) + " " + HOW_TO_SET);
    }

    static DatabaseSettings of(LaunchSettings settings) {
        return new DatabaseSettings(
                jdbcUrl(settings).orElseThrow(),
                settings.text(USERNAME).orElseThrow(),
                settings.text(PASSWORD),
                settings.duration("visibuild.database.wait"));
    }

    /**
     * What is wrong with how the URL wants the connection protected. Both drivers read it from here (platform/DatabasePool
     * for the pool's), and would else look for a trusted certificate in different places.
     */
    static Optional<String> tlsFault(LaunchSettings settings, String name, String url) {
        Matcher mode = SSL_MODE.matcher(url);
        Matcher root = SSL_ROOT.matcher(url);
        boolean verified = mode.find() && mode.group(1).startsWith("verify-");
        if (mode.reset().find() && !SSL_MODES.contains(mode.group(1))) {
            return Optional.of("Its sslmode must be one of: " + String.join(", ", SSL_MODES) + ".");
        }
        if (!root.find()) {
            return verified
                    ? Optional.of("With sslmode=" + mode.group(1) + " it must also say whom to trust:"
                            + " &sslrootcert=/path/to/ca.crt")
                    : Optional.empty();
        }
        String file = URLDecoder.decode(root.group(1), StandardCharsets.UTF_8);
        return Files.isReadable(Path.of(file))
                ? Optional.empty()
                : Optional.of("There is no file to read at " + file + ".");
    }

    Properties login() {
        Properties login = new Properties();
        login.setProperty("user", user);
        password.ifPresent(secret -> login.setProperty("password", secret));
        login.setProperty("connectTimeout", "5");
        login.setProperty("loginTimeout", "10");
        return login;
    }

    /** The URL without a password, should it have one. */
    String printableUrl() {
        return printable(jdbcUrl);
    }

    /** A text without the password of a URL in it. */
    static String printable(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1...").replaceAll("//[^/@]*@", "//...@");
    }

    private static Optional<String> jdbcUrl(LaunchSettings settings) {
        return settings.text(JDBC_URL).or(() -> settings.text(URL).map(url -> "jdbc:" + url));
    }
}
