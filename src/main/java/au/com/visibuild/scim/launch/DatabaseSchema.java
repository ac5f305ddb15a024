package au.com.visibuild.scim.launch;

import io.quarkus.flyway.runtime.QuarkusFlywayResourceProvider;
import io.quarkus.flyway.runtime.QuarkusPathLocationScanner;
import io.quarkus.runtime.ImageMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;

/**
 * The tables of the database: brought to this release by the mode {@code migrate}, or only waited for by the replicas
 * that leave it to that. Works without the framework, so that it needs no setting but the database's.
 */
final class DatabaseSchema {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Of two at once the second waits for the first, a second each time: ten minutes for a long migration. */
    private static final int LOCK_RETRIES = 600;

    private final DatabaseSettings settings;
    /** The steps that the build wrote down: an executable's. A jar has none here; Flyway looks through it for them. */
    private final Collection<LoadableResource> builtIn;

    DatabaseSchema(DatabaseSettings settings) {
        this(settings, builtIn());
    }

    DatabaseSchema(DatabaseSettings settings, Collection<LoadableResource> builtIn) {
        this.settings = settings;
        this.builtIn = List.copyOf(builtIn);
    }

    /**
     * Whether the steps of this release have run as they stand in the package, and after them at most those of a newer
     * one: what most starts find. False where that cannot be told; then Flyway looks, with connections of its own, which
     * takes longer.
     */
    boolean isComplete(Connection connection) {
        if (builtIn.isEmpty()) {
            return false;
        }
        Map<String, Integer> own = new HashMap<>();
        builtIn.forEach(step -> own.put(step.getFilename(), ChecksumCalculator.calculate(step)));
        MigrationVersion highest = MigrationVersion.EMPTY;
        // A step that a jar ran is called by its file's name, one that an executable ran by its path as well.
        try (Statement statement = connection.createStatement();
                ResultSet steps = statement.executeQuery("SELECT regexp_replace(script, '^.*/', ''), version, checksum,"
                        + " success AND type = 'SQL' FROM flyway_schema_history ORDER BY installed_rank")) {
            while (steps.next()) {
                boolean hasRun = steps.getBoolean(4);
                MigrationVersion version = MigrationVersion.fromVersion(steps.getString(2));
                Integer checksum = own.remove(steps.getString(1));
                boolean isExpected = checksum == null
                        ? own.isEmpty() && version.isNewerThan(highest.getVersion())
                        : checksum == steps.getInt(3);
                if (!hasRun || !isExpected) {
                    return false;
                }
                highest = version;
            }
        } catch (SQLException e) {
            return false;
        }
        return own.isEmpty();
    }

    /**
     * Brings it to this release; does nothing where that is done. Of several at once one does it.
     *
     * @return what was done, in words
     */
    String migrate() {
        try {
            Flyway flyway = flyway();
            MigrateResult result = flyway.migrate();
            return result.migrationsExecuted == 0
                    ? "The schema is of version " + version(flyway) + ": nothing to migrate."
                    : "Migrated the schema to version " + result.targetSchemaVersion + " (" + result.migrationsExecuted
                            + " steps).";
        } catch (FlywayException e) {
            throw StartRefused.because("The schema cannot be migrated.\n    URL:   " + settings.printableUrl()
                    + "\n    User:  " + settings.user() + "\n    Error: " + e.getMessage());
        }
    }

    /** Waits until it has everything that this release needs; what a newer release added does no harm. */
    void await() {
        Flyway flyway = flyway();
        long deadline = System.nanoTime() + settings.patience().toNanos();
        for (boolean first = true; ; first = false) {
            List<String> missing = missing(flyway);
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
    private List<String> missing(Flyway flyway) {
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

    private static String version(Flyway flyway) {
        MigrationInfo current = flyway.info().current();
        return current == null ? "none" : String.valueOf(current.getVersion());
    }

    private Flyway flyway() {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(
                        settings.jdbcUrl(), settings.user(), settings.password().orElse(""))
                .lockRetryCount(LOCK_RETRIES)
                .ignoreMigrationPatterns("*:pending", "*:future");
        return builtIn.isEmpty()
                ? configuration.load()
                : configuration
                        .resourceProvider(new QuarkusFlywayResourceProvider(builtIn))
                        .load();
    }

    private static Collection<LoadableResource> builtIn() {
        if (!ImageMode.current().isNativeImage()) {
            return List.of();
        }
        FluentConfiguration configuration = Flyway.configure();
        return new QuarkusPathLocationScanner(configuration, List.of(configuration.getLocations())).scanForResources();
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
