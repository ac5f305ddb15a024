package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Starts of the packaged service that must not succeed: status 1, and words that name the setting. */
@BesideTheService
class StartIT {

    private static final String DATABASE = TestPostgres.newDatabase();
    private static final Artefact COMPLETE = Artefact.production(DATABASE);
    private static final Duration WHOLE_START = Duration.ofSeconds(5);

    @Test
    void withoutAnySettingEverythingThatIsMissingIsNamedAtOnce() {
        assertThat(Artefact.bare().refusal())
                .contains(
                        "VISIBUILD_DATABASE_URL",
                        "VISIBUILD_SIGNING_KEY_FILE",
                        "VISIBUILD_SIGNING_ISSUER",
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        "MP_JWT_VERIFY_ISSUER",
                        "VISIBUILD_TLS_CERTIFICATE_FILE");
    }

    @Test
    void withoutHttpsItsCertificateIsNamedAndNothingElse() {
        assertThat(COMPLETE.without("visibuild.tls.ends-elsewhere").refusal())
                .contains("VISIBUILD_TLS_CERTIFICATE_FILE", "VISIBUILD_TLS_KEY_FILE", "VISIBUILD_TLS_ENDS_ELSEWHERE")
                .doesNotContain("VISIBUILD_DATABASE", "VISIBUILD_SIGNING", "MP_JWT");
    }

    @Test
    void aCertificateThatIsNotThereIsNamed() {
        assertThat(COMPLETE.without("visibuild.tls.ends-elsewhere")
                        .with("visibuild.tls.certificate-file", "/no/such/tls.crt")
                        .with("visibuild.tls.key-file", "/no/such/tls.key")
                        .refusal())
                .contains("VISIBUILD_TLS_CERTIFICATE_FILE", "/no/such/tls.crt");
    }

    @Test
    void withoutADatabaseItIsNamedAndNothingElse() {
        assertThat(COMPLETE.without("visibuild.database.url").refusal())
                .contains("VISIBUILD_DATABASE_URL")
                .doesNotContain("VISIBUILD_SIGNING", "MP_JWT");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedAfterTheWaitThatIsSet() {
        assertThat(COMPLETE.with("visibuild.database.url", "postgresql://127.0.0.1:1/scim")
                        .with("visibuild.database.wait", "1s")
                        .refusal())
                .contains("postgresql://127.0.0.1:1/scim", "VISIBUILD_DATABASE_WAIT", "VISIBUILD_DATABASE_URL");
    }

    @Test
    void aDatabaseThatDoesNotExistIsSaidAtOnceAndNoPasswordShown() {
        assertThat(COMPLETE.with("visibuild.database.url", COMPLETE.setting("visibuild.database.url") + "_that_is_none")
                        .refusal())
                .contains("does not exist", "VISIBUILD_DATABASE_URL")
                .doesNotContain("Waiting", COMPLETE.setting("quarkus.datasource.password"));
    }

    @Test
    void aDatabaseUrlThatIsNoneIsNamedWithoutItsPassword() {
        for (String url : List.of("jdbc:postgresql://scim:hush@db/scim", "db:5432/scim", "postgresql://db:port/scim")) {
            assertThat(COMPLETE.with("visibuild.database.url", url).refusal())
                    .contains("VISIBUILD_DATABASE_URL", "The database's URL is none: ")
                    .doesNotContain("hush");
        }
    }

    @Test
    void sigtermEndsAStartThatWaitsForItsDatabase() throws InterruptedException {
        try (Instance waiting = COMPLETE.with("visibuild.database.url", "postgresql://127.0.0.1:1/scim")
                .with("visibuild.database.wait", "5m")
                .start()) {
            long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!waiting.output().contains("Waiting for the database") && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            // The framework has read its configuration by then, and waits as well.
            Thread.sleep(WHOLE_START);

            assertThat(waiting.terminate()).as(waiting.output()).isEqualTo(143);
            assertThat(waiting.output()).doesNotContain("\tat ", "WARN", "ERROR");
        }
    }

    @Test
    void aWaitThatIsNoDurationIsNamed() {
        assertThat(COMPLETE.with("visibuild.database.wait", "soon").refusal())
                .contains("VISIBUILD_DATABASE_WAIT", "soon");
    }

    @Test
    void withoutASigningKeyItIsNamedAndNothingElse() {
        assertThat(COMPLETE.without("visibuild.signing.key-file").refusal())
                .contains("VISIBUILD_SIGNING_KEY_FILE")
                .doesNotContain("VISIBUILD_DATABASE", "MP_JWT");
    }

    @Test
    void aSigningKeyThatIsNotThereIsNamed() {
        assertThat(COMPLETE.with("visibuild.signing.key-file", "/no/such/key.pem")
                        .refusal())
                .contains("VISIBUILD_SIGNING_KEY_FILE", "/no/such/key.pem");
    }

    @Test
    void theDemosSigningKeyIsRefused() {
        assertThat(COMPLETE.with("visibuild.signing.key-file", demo("signing-key.pem"))
                        .refusal())
                .contains("VISIBUILD_SIGNING_KEY_FILE", "demo");
    }

    @Test
    void theDemosIssuerIsRefused() {
        assertThat(COMPLETE.with("mp.jwt.verify.publickey.location", "file:" + demo("issuer-public-key.pem"))
                        .refusal())
                .contains("MP_JWT_VERIFY_PUBLICKEY_LOCATION", "demo");
    }

    @Test
    void withoutTheIssuersKeyItIsNamed() {
        assertThat(COMPLETE.without("mp.jwt.verify.publickey.location").refusal())
                .contains("MP_JWT_VERIFY_PUBLICKEY_LOCATION")
                .doesNotContain("VISIBUILD_");
    }

    @Test
    void withoutTheIssuersNameItIsNamed() {
        assertThat(COMPLETE.without("mp.jwt.verify.issuer").refusal())
                .contains("MP_JWT_VERIFY_ISSUER")
                .doesNotContain("VISIBUILD_");
    }

    @Test
    void withoutANameOfItsOwnItIsNamed() {
        assertThat(COMPLETE.without("visibuild.signing.issuer").refusal())
                .contains("VISIBUILD_SIGNING_ISSUER")
                .doesNotContain("MP_JWT");
    }

    @Test
    void aDatabaseOfTheDemoIsRefused() throws SQLException {
        String database = TestPostgres.newDatabase();
        TestPostgres.migrate(database);
        try (Connection connection = TestPostgres.connect(database);
                var company = connection.prepareStatement(
                        "INSERT INTO company (id, name, demo, created_at) VALUES (?, 'Demo', true, now())")) {
            company.setObject(1, UUID.randomUUID());
            company.execute();
        }

        assertThat(Artefact.production(database).refusal()).contains("demo company", database);
    }

    @Test
    void theDemoCannotBeHadByItsProfile() {
        assertThat(COMPLETE.with("quarkus.profile", "demo").refusal()).contains("has no demo in it");
    }

    private static String demo(String file) {
        return Path.of("src/main/resources/demo", file).toAbsolutePath().toString();
    }
}
