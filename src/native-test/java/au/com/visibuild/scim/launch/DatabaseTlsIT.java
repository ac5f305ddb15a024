package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.embedded.EmbeddedDatabase;
import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.OwnServer;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The database over TLS, by one URL for both drivers: the start and the pool of connections trust the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideTheService
class DatabaseTlsIT {

    private final TestCertificate certificate = TestCertificate.forThisHost();
    private final OwnServer server = OwnServer.start();

    DatabaseTlsIT() {
        server.speakTls(certificate);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void withTheServersAuthorityItWorksAndTheConnectionsAreEncrypted() {
        try (Instance instance = trusting(certificate, "verify-full").start()) {
            ProductionCompany company = ProductionCompany.make(instance.awaitReady());

            company.scim(instance, company.enable(instance))
                    .get("/scim_v2/Users")
                    .expect(200);
        }
    }

    @Test
    void anotherAuthorityIsNotTrusted() {
        assertThat(trusting(TestCertificate.forThisHost(), "verify-full")
                        .with("visibuild.database.wait", "1s")
                        .refusal())
                .contains("VISIBUILD_DATABASE_URL");
    }

    @Test
    void withoutAnAuthorityVerificationIsRefusedWithWordsAndSoIsAFileThatIsNotThere() {
        assertThat(at("?sslmode=verify-full").refusal()).contains("VISIBUILD_DATABASE_URL", "sslrootcert");
        assertThat(at("?sslmode=verify-full&sslrootcert=/no/such/ca.crt").refusal())
                .contains("VISIBUILD_DATABASE_URL", "/no/such/ca.crt");
        assertThat(at("?sslmode=always").refusal()).contains("VISIBUILD_DATABASE_URL", "verify-full");
    }

    private Artefact trusting(TestCertificate authority, String mode) {
        return at("?sslmode=" + mode + "&sslrootcert=" + authority.file());
    }

    private Artefact at(String parameters) {
        return Artefact.production("any")
                .with("visibuild.database.url", server.url() + parameters)
                .with("quarkus.datasource.username", EmbeddedDatabase.USER)
                .with("quarkus.datasource.password", server.password());
    }
}
