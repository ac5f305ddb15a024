package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseGateTest {

    private final String database = TestPostgres.newDatabase();
    private final Map<String, String> settings = TestPostgres.settingsOf(database);

    @Test
    void anEmptyDatabasePasses() {
        assertThatCode(() -> gate(url(), Duration.ZERO).pass(true)).doesNotThrowAnyException();
    }

    @Test
    void productionRefusesTheDemoCompanyAndDemoDoesNot() throws SQLException {
        execute("CREATE TABLE company (id uuid, demo boolean)");
        execute("INSERT INTO company VALUES (gen_random_uuid(), false)");
        assertThatCode(() -> gate(url(), Duration.ZERO).pass(true)).doesNotThrowAnyException();

        execute("INSERT INTO company VALUES (gen_random_uuid(), true)");
        assertThatThrownBy(() -> gate(url(), Duration.ZERO).pass(true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("demo company");
        assertThatCode(() -> gate(url(), Duration.ZERO).pass(false)).doesNotThrowAnyException();
    }

    @Test
    void aServerThatIsNotThereIsWaitedForAndThenNamedWithoutItsPassword() {
        long start = System.nanoTime();

        assertThatThrownBy(() -> gate("jdbc:postgresql://127.0.0.1:1/scim?password=hush", Duration.ofSeconds(1))
                        .pass(true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("waited 1 s")
                .hasMessageContaining("127.0.0.1:1/scim")
                .hasMessageContaining("Connection refused")
                .hasMessageContaining("VISIBUILD_DATABASE_URL")
                .hasMessageNotContaining("hush");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void aWrongPasswordIsNotWaitedFor() {
        DatabaseSettings wrong =
                new DatabaseSettings(url(), "visibuild", Optional.of("wrong-password"), Duration.ofMinutes(5));

        assertThatThrownBy(() -> new DatabaseGate(wrong).pass(true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("authentication failed")
                .hasMessageNotContaining("wrong-password");
    }

    @Test
    void whatIsNoPostgresqlUrlIsNotWaitedFor() {
        assertThatThrownBy(
                        () -> gate("jdbc:db:5432/scim", Duration.ofMinutes(5)).pass(true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("jdbc:db:5432/scim")
                .hasMessageNotContaining("waited");
    }

    private DatabaseGate gate(String url, Duration patience) {
        return new DatabaseGate(new DatabaseSettings(
                url, "visibuild", Optional.ofNullable(settings.get(DatabaseSettings.PASSWORD)), patience));
    }

    private String url() {
        return "jdbc:" + settings.get(DatabaseSettings.URL);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
