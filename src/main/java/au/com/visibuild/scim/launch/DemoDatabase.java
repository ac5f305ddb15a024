package au.com.visibuild.scim.launch;

import au.com.visibuild.scim.embedded.EmbeddedDatabase;
import au.com.visibuild.scim.embedded.EmbeddedDatabaseException;
import au.com.visibuild.scim.embedded.EmbeddedSettings;
import io.quarkus.runtime.Application;
import java.nio.file.Path;

/** The embedded PostgreSQL of dev and demo, when no other database is set. */
final class DemoDatabase {

    private static final String NAME = "visibuild";

    private DemoDatabase() {}

    /**
     * Starts it and leaves its address in the system properties. They outlive dev mode's restarts, and with them
     * the server: the next start finds a database set.
     */
    static void start(LaunchSettings settings) {
        String directory = settings.text("visibuild.embedded.data-dir")
                .orElseGet(() -> ".visibuild/" + settings.profile().names().getFirst());
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start(EmbeddedSettings.keptIn(
                    Path.of(directory).toAbsolutePath(), settings.number("visibuild.embedded.port", 0)));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterTheApplication(database), "postgres"));
            database.createDatabase(NAME);
            System.setProperty(DatabaseSettings.URL, database.reactiveUrl(NAME));
            System.setProperty(DatabaseSettings.USERNAME, EmbeddedDatabase.USER);
            System.setProperty(DatabaseSettings.PASSWORD, database.password());
        } catch (EmbeddedDatabaseException e) {
            throw StartRefused.because(
                    e.getMessage() + "\n\n  Or use another PostgreSQL: " + DatabaseSettings.HOW_TO_SET);
        }
    }

    /** The JVM runs this beside Quarkus' own hook, whose last requests still need the database. */
    private static void stopAfterTheApplication(EmbeddedDatabase database) {
        Application application = Application.currentApplication();
        if (application != null) {
            application.awaitShutdown();
        }
        database.close();
    }
}
