package au.com.visibuild.scim.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * A running PostgreSQL server of our own, reachable on the loopback address only, with a superuser whose password
 * was made with the data directory.
 *
 * <p>{@link #start} keeps a lock for as long as the server belongs to this process, and adopts a server that an
 * application left running when it was killed. {@link #close()} stops the server; its data stays.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The superuser, who owns every database here. */
    public static final String USER = "visibuild";

    private final PostgresServer server;
    private final DirectoryLock lock;
    private final String password;

    private EmbeddedDatabase(PostgresServer server, DirectoryLock lock, String password) {
        this.server = server;
        this.lock = lock;
        this.password = password;
    }

    /**
     * Starts the server of {@code settings.directory()}, or adopts it.
     *
     * @throws EmbeddedDatabaseException when the directory or the port cannot be used, or another running
     *     application has the directory
     */
    public static EmbeddedDatabase start(EmbeddedSettings settings) {
        DirectoryLock lock = DirectoryLock.take(settings.directory());
        try {
            PostgresBinaries binaries = PostgresBinaries.in(settings.binaries());
            DataDirectory data = DataDirectory.prepare(settings, new PostgresCommand(binaries));
            PostgresServer server = PostgresServer.startOrAdopt(settings, new PostgresCommand(binaries));
            EmbeddedDatabase database = new EmbeddedDatabase(server, lock, data.password());
            database.checkThatItIsOurs(settings);
            return database;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public int port() {
        return server.port();
    }

    public String password() {
        return password;
    }

    /** For the reactive client. */
    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** For JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    /** A new JDBC connection to one of this server's databases. */
    public Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), login);
    }

    /** Makes the database unless it exists. The name is one of our own, never input. */
    public void createDatabase(String name) {
        try (Connection connection = connect("postgres");
                PreparedStatement exists = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            exists.setString(1, name);
            try (ResultSet found = exists.executeQuery();
                    Statement create = connection.createStatement()) {
                if (!found.next()) {
                    create.execute("CREATE DATABASE \"" + name + "\"");
                }
            }
        } catch (SQLException e) {
            throw new EmbeddedDatabaseException("The database " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Ends every connection and stops the server. Does nothing the second time. */
    @Override
    public void close() {
        try {
            server.stop();
        } finally {
            lock.close();
        }
    }

    /** An adopted server answers on a port that was read from a file: make sure that it serves our directory. */
    private void checkThatItIsOurs(EmbeddedSettings settings) {
        try (Connection connection = connect("postgres");
                Statement show = connection.createStatement();
                ResultSet directory = show.executeQuery("SHOW data_directory")) {
            if (!directory.next()
                    || !directory
                            .getString(1)
                            .equals(settings.data().toRealPath().toString())) {
                throw new EmbeddedDatabaseException("The server on port " + port() + " is not the one of "
                        + settings.data() + ": stop it, or choose another port or directory.");
            }
        } catch (SQLException | java.io.IOException e) {
            throw new EmbeddedDatabaseException(
                    "The PostgreSQL of " + settings.data() + " on port " + port() + " refuses us: " + e.getMessage(),
                    e);
        }
    }
}
