package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.resource.classpath.ClassPathResource;
import org.junit.jupiter.api.Test;

@BesideTheService
class DatabaseSchemaTest {

    private static final LoadableResource FIRST = packaged("V1__company.sql");
    private static final LoadableResource SECOND = packaged("V2__settings_and_token.sql");

    private final String database = TestPostgres.newDatabase();
    private final Map<String, String> settings = TestPostgres.settingsOf(database);

    @Test
    void anEmptyDatabaseIsMigratedAndASecondTimeNothingIsDone() throws SQLException {
        schema(Duration.ZERO).migrate();
        long steps = steps();
        schema(Duration.ZERO).migrate();

        assertThat(steps).isGreaterThan(10);
        assertThat(steps()).isEqualTo(steps);
    }

    @Test
    void ofTwoAtOnceEachEndsWellAndEveryStepRunsOnce() throws SQLException {
        var one = CompletableFuture.runAsync(() -> schema(Duration.ZERO).migrate());
        var other = CompletableFuture.runAsync(() -> schema(Duration.ZERO).migrate());
        CompletableFuture.allOf(one, other).join();

        assertThat(rows("SELECT count(*) FROM (SELECT version FROM flyway_schema_history"
                        + " GROUP BY version HAVING count(*) > 1) AS twice"))
                .isZero();
        assertThatCode(() -> schema(Duration.ZERO).await()).doesNotThrowAnyException();
    }

    @Test
    void aReplicaThatDoesNotMigrateNamesWhatIsMissingAndWhatToDo() {
        TestPostgres.migrate(database, "3");

        assertThatThrownBy(() -> schema(Duration.ZERO).await())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("lacks versions 4, 5")
                .hasMessageContaining("\"migrate\"")
                .hasMessageContaining("VISIBUILD_DATABASE_MIGRATE");
    }

    @Test
    void aReplicaThatDoesNotMigrateStartsAsSoonAsTheJobIsDone() {
        var replica =
                CompletableFuture.runAsync(() -> schema(Duration.ofMinutes(2)).await());

        schema(Duration.ZERO).migrate();

        assertThatCode(replica::join).doesNotThrowAnyException();
    }

    @Test
    void aRoleThatMayMakeNoTableCanWaitForTheSchema() throws SQLException {
        String role = "role_" + database.substring(5, 20);
        execute("CREATE ROLE " + role + " LOGIN PASSWORD 'role'");
        DatabaseSchema seen = new DatabaseSchema(new DatabaseSettings(
                "jdbc:" + settings.get(DatabaseSettings.URL), role, Optional.of("role"), Duration.ZERO));

        assertThatThrownBy(seen::await).hasMessageContaining("lacks versions 1, 2");
        TestPostgres.migrate(database);
        execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role);
        assertThatCode(seen::await).doesNotThrowAnyException();
    }

    @Test
    void theSchemaOfANewerReleaseIsWorkedOn() throws SQLException {
        TestPostgres.migrate(database);
        execute("INSERT INTO flyway_schema_history SELECT max(installed_rank) + 1, '9999', 'of a newer release', 'SQL',"
                + " 'V9999__of_a_newer_release.sql', 1, 'visibuild', now(), 1, true FROM flyway_schema_history");

        assertThatCode(() -> schema(Duration.ZERO).await()).doesNotThrowAnyException();
        assertThatCode(() -> schema(Duration.ZERO).migrate()).doesNotThrowAnyException();
    }

    @Test
    void aStepThatWasChangedAfterwardsIsRefused() throws SQLException {
        TestPostgres.migrate(database);
        execute("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '3'");

        assertThatThrownBy(() -> schema(Duration.ZERO).await())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("checksum mismatch");
        assertThatThrownBy(() -> schema(Duration.ZERO).migrate())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("checksum mismatch");
    }

    @Test
    void aDatabaseOnWhichTheStepsOfThePackageHaveRunIsComplete() throws SQLException {
        TestPostgres.migrate(database, "2");

        assertThat(isComplete(FIRST, SECOND)).isTrue();
        assertThat(isComplete(FIRST, SECOND, step("V3__of_this_release.sql"))).isFalse();
    }

    @Test
    void stepsOfANewerReleaseDoNoHarmAndUnknownOnesBeforeThatAreLeftToFlyway() throws SQLException {
        TestPostgres.migrate(database, "2");

        assertThat(isComplete(FIRST)).isTrue();
        assertThat(isComplete(SECOND)).isFalse();
    }

    @Test
    void aStepThatAnExecutableRanIsCalledByItsPath() throws SQLException {
        TestPostgres.migrate(database, "1");
        execute("UPDATE flyway_schema_history SET script = 'db/migration/' || script");

        assertThat(isComplete(FIRST)).isTrue();
    }

    @Test
    void nothingIsCompleteOnAnEmptyDatabaseOrWhereThePackageDoesNotSayItsSteps() throws SQLException {
        assertThat(isComplete(FIRST)).isFalse();

        TestPostgres.migrate(database, "1");
        assertThat(isComplete()).isFalse();
    }

    @Test
    void aStepThatWasChangedAfterwardsOrFailedIsNotComplete() throws SQLException {
        TestPostgres.migrate(database, "1");
        assertThat(isComplete(FIRST)).isTrue();

        execute("UPDATE flyway_schema_history SET checksum = checksum + 1");
        assertThat(isComplete(FIRST)).isFalse();
        execute("UPDATE flyway_schema_history SET checksum = checksum - 1, success = false");
        assertThat(isComplete(FIRST)).isFalse();
    }

    private boolean isComplete(LoadableResource... steps) throws SQLException {
        try (Connection connection = TestPostgres.connect(database)) {
            return new DatabaseSchema(database(Duration.ZERO), List.of(steps)).isComplete(connection);
        }
    }

    private static LoadableResource packaged(String name) {
        return new ClassPathResource(
                null, "db/migration/" + name, DatabaseSchemaTest.class.getClassLoader(), StandardCharsets.UTF_8);
    }

    private static LoadableResource step(String name) {
        return new StringResource("SELECT 1") {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    private DatabaseSchema schema(Duration patience) {
        return new DatabaseSchema(database(patience));
    }

    private DatabaseSettings database(Duration patience) {
        return new DatabaseSettings(
                "jdbc:" + settings.get(DatabaseSettings.URL),
                "visibuild",
                Optional.ofNullable(settings.get(DatabaseSettings.PASSWORD)),
                patience);
    }

    private long steps() throws SQLException {
        return rows("SELECT count(*) FROM flyway_schema_history WHERE success");
    }

    private long rows(String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
