package au.com.visibuild.scim.launch;

import io.quarkus.flyway.runtime.QuarkusFlywayResourceProvider;
import io.quarkus.flyway.runtime.QuarkusPathLocationScanner;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The tables of the database: brought to this release by the mode {@code migrate}, or only waited for by the replicas
 * that leave it to that. Works before the framework starts, so that it needs no setting but the database's.
 */
final class DatabaseSchema {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Of two at once the second waits for the first, a second each time: ten minutes for a long migration. */
    private static final int LOCK_RETRIES = 600;

    private final DatabaseSettings settings;
    private final Flyway flyway;

    DatabaseSchema(DatabaseSettings settings) {
        this.settings = settings;
        this.flyway = flyway(settings);
    }

    /** Brings it to this release; does nothing where that is done. Of several at once one does it. */
    void migrate() {
        try {
            MigrateResult result = flyway.migrate();
            System.out.println(
                    result.migrationsExecuted == 0
                            ? "The schema is of version " + version() + ": nothing to migrate."
                            : "Migrated the schema to version " + result.targetSchemaVersion + " ("
                                    + result.migrationsExecuted + " steps).");
        } catch (FlywayException e) {
            throw StartRefused.because("The schema cannot be migrated.\n    URL:   " + settings.printableUrl()
                    + "\n    User:  " + settings.user() + "\n    Error: " + e.getMessage());
        }
    }

    /** Waits until it has everything that this release needs; what a newer release added does no harm. */
    void await() {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        for (boolean first = true; ; first = false) {
            List<String> missing = missing();
            if (missing.isEmpty()) {
                return;
            }
            if (System.nanoTime() - deadline >= 0) {
                throw StartRefused.because("The schema lacks versions " + String.join(", ", missing) + " (waited "
                        + settings.patience().toSeconds() + " s: VISIBUILD_DATABASE_WAIT).\n    URL:   "
                        + settings.printableUrl() + "\n  Run this release once with the argument \"migrate\", or set"
                        + "\n    VISIBUILD_DATABASE_MIGRATE=true  (visibuild.database.migrate)");
            }
            if (first) {
                System.err.println("Waiting for the schema: versions " + String.join(", ", missing) + " …");
            }
            pause();
        }
    }

    /** Also compares what has run with what this release would have run. */
    private List<String> missing() {
        try {
            MigrationInfoService info = flyway.info();
            flyway.validate();
            return List.of(info.pending()).stream()
                    .map(step -> String.valueOf(step.getVersion()))
                    .toList();
        } catch (FlywayException e) {
            throw StartRefused.because("The schema is not one that this release can work on.\n    URL:   "
                    + settings.printableUrl() + "\n    Error: " + e.getMessage());
        }
    }

    private String version() {
        MigrationInfo current = flyway.info().current();
        return current == null ? "none" : String.valueOf(current.getVersion());
    }

    private static Flyway flyway(DatabaseSettings settings) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(
                        settings.jdbcUrl(), settings.user(), settings.password().orElse(""))
                .lockRetryCount(LOCK_RETRIES)
                .ignoreMigrationPatterns("*:pending", "*:future");
        Collection<LoadableResource> builtIn =
                new QuarkusPathLocationScanner(configuration, List.of(configuration.getLocations())).scanForResources();
        // An executable has no class path to look through: its build wrote the list down. A jar is looked through.
        return builtIn.isEmpty()
                ? configuration.load()
                : configuration
                        .resourceProvider(new QuarkusFlywayResourceProvider(builtIn))
                        .load();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartRefused.because("The start was interrupted.");
        }
    }
}
