package au.com.visibuild.scim.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheService
class ServerCertificateTest {

    private final TestCertificate own = TestCertificate.forThisHost();

    @TempDir
    Path folder;

    @Test
    void aPairSaysWhenItEnds() {
        Path certificate = folder.resolve("tls.crt");
        Path key = folder.resolve("tls.key");
        own.putInPlaceOf(certificate, key);

        assertThat(read(certificate, key).endsAt())
                .isEqualTo(own.certificate().getNotAfter().toInstant());
    }

    @Test
    void anothersKeyIsRefused() {
        Path certificate = folder.resolve("tls.crt");
        Path key = folder.resolve("tls.key");
        own.putInPlaceOf(certificate, key);
        TestCertificate.forThisHost().putInPlaceOf(folder.resolve("other.crt"), key);

        refused(certificate, key, "is not the key of the certificate");
    }

    /** What cannot be held against the certificate might be another's. */
    @ParameterizedTest
    @ValueSource(strings = {"EC PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
    void aKeyInAnotherFormIsRefusedWithWhatBringsItThere(String form) throws IOException {
        Path certificate = folder.resolve("tls.crt");
        Path key = folder.resolve("tls.key");
        own.putInPlaceOf(certificate, key);
        Files.writeString(key, Files.readString(key).replace("PRIVATE KEY", form));

        refused(certificate, key, "openssl pkcs8 -topk8 -nocrypt");
    }

    @Test
    void aCertificateThatHasEndedIsRefused() {
        Path certificate = folder.resolve("tls.crt");
        Path key = folder.resolve("tls.key");
        own.putInPlaceOf(certificate, key);
        Instant later = own.certificate().getNotAfter().toInstant();

        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(() -> ServerCertificate.read(certificate.toString(), key.toString(), later))
                .withMessageContaining("ended at");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve(UUID.randomUUID().toString());

        refused(missing, missing, missing.toString());
    }

    private static ServerCertificate read(Path certificate, Path key) {
        return ServerCertificate.read(certificate.toString(), key.toString(), Instant.now());
    }

    private static void refused(Path certificate, Path key, String why) {
        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(() -> read(certificate, key))
                .withMessageContaining(why);
    }
}
