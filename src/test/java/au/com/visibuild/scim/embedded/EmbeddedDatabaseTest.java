package au.com.visibuild.scim.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.fixture.BesideTheService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideTheService
class EmbeddedDatabaseTest {

    private static final Path BINARIES = Path.of("target", "postgres").toAbsolutePath();

    @TempDir
    Path directory;

    @Test
    void dataStaysAcrossRestarts() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(0))) {
            database.createDatabase("visibuild");
            execute(database, "CREATE TABLE kept (word text)");
            execute(database, "INSERT INTO kept VALUES ('still here')");
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(0))) {
            database.createDatabase("visibuild");
            assertThat(answer(database, "SELECT word FROM kept")).isEqualTo("still here");
        }
    }

    @Test
    void aServerLeftByAKilledApplicationIsAdoptedAndStoppedAtTheNextEnd() {
        EmbeddedDatabase.start(settings(0)).close();
        PostgresServer left = PostgresServer.startOrAdopt(settings(0), command());

        EmbeddedDatabase adopting = EmbeddedDatabase.start(settings(0));

        assertThat(adopting.port()).isEqualTo(left.port());
        adopting.close();
        assertThat(PostmasterFile.in(settings(0).data())).isEmpty();
    }

    @Test
    void aNoteOfAProcessThatIsNoPostgresIsForgotten() throws IOException {
        EmbeddedDatabase.start(settings(0)).close();
        Files.writeString(
                PostmasterFile.path(settings(0).data()),
                ProcessHandle.current().pid() + "\n" + directory + "\n0\n5432\n\n127.0.0.1\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(0))) {
            assertThat(PostmasterFile.in(settings(0).data()))
                    .hasValueSatisfying(noted -> assertThat(noted.port()).isEqualTo(database.port()));
        }
    }

    @Test
    void aSecondApplicationOnTheSameDirectoryIsTold() {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(settings(0))) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedDatabase.start(settings(0)))
                    .isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessageContaining("Another running application")
                    .hasMessageContaining("visibuild.embedded.data-dir");
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(settings(taken.getLocalPort())))
                    .isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("visibuild.embedded.port");
        }
    }

    @Test
    void aDirectoryThatCannotBeOneIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("a-file"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(EmbeddedSettings.forTests(BINARIES, file)))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void commitsAreDurableWhereDataIsKept() throws SQLException {
        EmbeddedSettings kept = new EmbeddedSettings(BINARIES, directory, 0, true);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(kept)) {
            database.createDatabase("visibuild");
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(answer(database, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void textIsUtf8AndSortedByCodePoint() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings(0))) {
            database.createDatabase("visibuild");
            assertThat(answer(database, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(answer(database, "SELECT min(w) FROM (VALUES ('a'), ('B')) AS v (w)"))
                    .isEqualTo("B");
        }
    }

    @Test
    void theWrongPasswordIsRefused() throws IOException {
        EmbeddedDatabase.start(settings(0)).close();
        Files.writeString(directory.resolve("password"), "guessed");

        assertThatThrownBy(() -> EmbeddedDatabase.start(settings(0)))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("password authentication failed");
        PostgresServer.startOrAdopt(settings(0), command()).stop();
    }

    private EmbeddedSettings settings(int port) {
        return new EmbeddedSettings(BINARIES, directory, port, false);
    }

    private static PostgresCommand command() {
        return new PostgresCommand(PostgresBinaries.in(BINARIES));
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect("visibuild");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect("visibuild");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
