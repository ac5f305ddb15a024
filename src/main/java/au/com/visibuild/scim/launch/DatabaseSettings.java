package au.com.visibuild.scim.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

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
    /** What application.properties makes of the JDBC URL while there is no database URL. */
    private static final String NO_URL = "jdbc:";

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

    /** What is missing, in words; empty when everything needed is there. */
    static Optional<String> missingIn(LaunchSettings settings) {
        boolean reactive = settings.text(REACTIVE_URL).isPresent();
        boolean jdbc = jdbcUrl(settings).isPresent();
        if (reactive && jdbc && settings.text(USERNAME).isPresent()) {
            return Optional.empty();
        }
        String missing = !reactive && !jdbc
                ? "No database is set."
                : !reactive
                        ? "The database's reactive URL is missing."
                        : !jdbc ? "The database's JDBC URL is missing." : "The database's user is missing.";
        return Optional.of(missing + " " + HOW_TO_SET);
    }

    static DatabaseSettings of(LaunchSettings settings) {
        return new DatabaseSettings(
                jdbcUrl(settings).orElseThrow(),
                settings.text(USERNAME).orElseThrow(),
                settings.text(PASSWORD),
                settings.duration("visibuild.database.wait"));
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
        return jdbcUrl.replaceAll("(?i)(password=)[^&]*", "$1...").replaceAll("//[^/@]*@", "//...@");
    }

    private static Optional<String> jdbcUrl(LaunchSettings settings) {
        return settings.text(JDBC_URL).filter(url -> !url.equals(NO_URL));
    }
}
