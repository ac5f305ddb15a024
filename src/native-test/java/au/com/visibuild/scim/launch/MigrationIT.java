package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The packaged service in the mode that migrates and ends, and replicas that leave the schema to it. */
@BesideTheService
class MigrationIT {

    private final String database = TestPostgres.newDatabase();
    private final Artefact complete = Artefact.production(database);

    @Test
    void itNeedsTheDatabaseAlone_endsWithStatus0_andASecondTimeDoesNothing() {
        Artefact job = complete.without("visibuild.signing.key-file")
                .without("visibuild.signing.issuer")
                .without("mp.jwt.verify.issuer")
                .without("mp.jwt.verify.publickey.location")
                .argument("migrate");

        assertThat(job.success()).contains("Migrated the schema to version");
        assertThat(job.success()).contains("nothing to migrate");
    }

    /** A job is given the service's settings, but not the files that they name. */
    @Test
    void filesOfTheServiceNeedNotBeThere() {
        assertThat(complete.with("visibuild.signing.key-file", "/not/mounted/signing-key.pem")
                        .with("visibuild.tls.certificate-file", "/not/mounted/tls.crt")
                        .with("visibuild.tls.key-file", "/not/mounted/tls.key")
                        .argument("migrate")
                        .success())
                .contains("Migrated the schema to version");
    }

    @Test
    void replicasThatDoNotMigrateAreReadyOnceTheJobIsDone() {
        try (Instance replica = complete.with("visibuild.database.migrate", "false")
                .with("visibuild.database.wait", "2m")
                .start()) {
            complete.argument("migrate").success();

            replica.awaitReady();
        }
    }

    @Test
    void aReplicaThatDoesNotMigrateIsRefusedOnAnEmptyDatabaseAndNamesTheMode() {
        assertThat(complete.with("visibuild.database.migrate", "false")
                        .with("visibuild.database.wait", "1s")
                        .refusal())
                .contains("VISIBUILD_DATABASE_MIGRATE", "\"migrate\"");
    }

    @Test
    void aReplicaIsRefusedOnADatabaseWhoseStepsAreOthersThanItsOwn() throws SQLException {
        complete.argument("migrate").success();
        try (Connection connection = TestPostgres.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '3'");
        }

        assertThat(complete.with("visibuild.database.migrate", "false").refusal())
                .contains("checksum mismatch");
    }

    /** Flyway would open connections of its own to find the same: a tenth of a second of an executable's start. */
    @Test
    void anExecutableStartsWithoutFlywayWhereEveryStepHasRun() {
        assumeThat(complete.isExecutable()).as("an executable").isTrue();
        try (Instance first = complete.start().awaitReady()) {
            assertThat(first.output()).contains("org.flywaydb");
        }
        try (Instance second = complete.start().awaitReady()) {
            assertThat(second.output()).doesNotContain("org.flywaydb");
        }
    }

    @Test
    void theModeWithoutADatabaseIsRefusedAndNamesIt() {
        assertThat(Artefact.bare().argument("migrate").refusal())
                .contains("VISIBUILD_DATABASE_URL")
                .doesNotContain("VISIBUILD_SIGNING", "MP_JWT");
    }

    @Test
    void aMisspeltModeStartsNothing() {
        assertThat(complete.argument("migrat").refusal()).contains("migrat", "\"migrate\"");
    }
}
