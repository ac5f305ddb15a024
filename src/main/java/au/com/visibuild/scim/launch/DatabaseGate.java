package au.com.visibuild.scim.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Predicate;

/** Nobody starts before the database answers, and no production starts on a database of the demo. */
final class DatabaseGate {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DatabaseSettings settings;

    DatabaseGate(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Waits as long as it is allowed to; what will not pass by waiting is refused at once. */
    void pass(boolean production) {
        pass(production, connection -> true);
    }

    /**
     * The same, and looks for something more.
     *
     * @param look what else is looked for while the connection is open
     * @return what it found
     */
    boolean pass(boolean production, Predicate<Connection> look) {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        for (boolean first = true; ; first = false) {
            try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), settings.login())) {
                if (production && hasDemoCompany(connection)) {
                    throw StartRefused.because("This database contains the demo company: " + settings.printableUrl()
                            + "\n  Production needs a database of its own.");
                }
                return look.test(connection);
            } catch (SQLException e) {
                if (!hasDriver() || !mayPass(e) || System.nanoTime() - deadline >= 0) {
                    throw unusable(e);
                }
                if (first) {
                    System.err.println("Waiting for the database " + settings.printableUrl() + " …");
                }
            }
            pause();
        }
    }

    private StartRefused unusable(SQLException e) {
        String waited = hasDriver() && mayPass(e)
                ? " (waited " + settings.patience().toSeconds() + " s: VISIBUILD_DATABASE_WAIT)"
                : "";
        return StartRefused.because("The database cannot be used" + waited + ".\n    URL:   " + settings.printableUrl()
                + "\n    User:  " + settings.user() + "\n    Error: " + words(e) + "\n  "
                + DatabaseSettings.HOW_TO_SET);
    }

    /** The driver's "The connection attempt failed." alone tells nobody that the host is unknown. */
    private static String words(SQLException e) {
        Throwable cause = e.getCause();
        return e.getMessage() + (cause == null ? "" : " " + cause);
    }

    private boolean hasDriver() {
        return settings.jdbcUrl().startsWith("jdbc:postgresql:");
    }

    /** SQLSTATE class 08: not reached; 53: too busy; 57P03: it is starting. Anything else is a wrong setting. */
    private static boolean mayPass(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("53") || state.equals("57P03");
    }

    /**
     * Flyway has not run yet: an empty database has neither the table nor the column. Asked of the catalogue itself: the
     * view of the information schema costs a fresh connection 18 ms, this 6.
     */
    private static boolean hasDemoCompany(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet column = statement.executeQuery("SELECT 1 FROM pg_catalog.pg_attribute"
                    + " WHERE attrelid = pg_catalog.to_regclass(quote_ident(current_schema()) || '.company')"
                    + " AND attname = 'demo'")) {
                if (!column.next()) {
                    return false;
                }
            }
            try (ResultSet company = statement.executeQuery("SELECT 1 FROM company WHERE demo LIMIT 1")) {
                return company.next();
            }
        }
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
