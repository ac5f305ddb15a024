package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.LongRun;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestCertificate;
import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.fixture.Traffic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** HTTPS in the process: its versions, and a certificate that is replaced while requests go on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideTheService
class HttpsIT {

    private final TestCertificate first = TestCertificate.forThisHost();
    private final String database = TestPostgres.newDatabase();
    private final Path certificate = mounted("tls.crt");
    private final Path key = mounted("tls.key");
    private final Artefact artefact = Artefact.production(database)
            .without("visibuild.tls.ends-elsewhere")
            .with("visibuild.tls.certificate-file", certificate.toString())
            .with("visibuild.tls.key-file", key.toString())
            .with("visibuild.tls.reload-period", "500ms")
            .with("quarkus.http.ssl-port", "0");
    private final String token = makeToken();
    private final Instance instance = startedByHttps();

    @AfterAll
    void stop() {
        instance.close();
    }

    @Test
    void theApiSpeaksHttpsAndNothingElse() {
        assertThat(instance.root().getScheme()).isEqualTo("https");
        assertThat(instance.output()).doesNotContain("Listening on: http://");
        Caller.at(instance.root(), trusting(first))
                .bearer(token)
                .get("/scim_v2/Users")
                .expect(200);
        URI plain = URI.create("http://127.0.0.1:" + instance.root().getPort());
        assertThatThrownBy(() -> Caller.at(plain).get("/scim_v2/Users")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itSpeaksTls13AndTheOlderVersionOnlyWhereItIsSet() throws IOException {
        assertThat(handshake(instance, "TLSv1.3")).isEqualTo("TLSv1.3");
        assertThatThrownBy(() -> handshake(instance, "TLSv1.2")).isInstanceOf(SSLHandshakeException.class);

        try (Instance lenient = artefact.with("visibuild.tls.protocols", "TLSv1.3,TLSv1.2")
                .with("visibuild.tls.management", "false")
                .start()
                .awaitReady()) {
            assertThat(handshake(lenient, "TLSv1.2")).isEqualTo("TLSv1.2");
        }
    }

    @Test
    void healthIsByHttpsToo() {
        try (Instance https = artefact.start()) {
            until(() -> https.output().contains("Management interface listening on https://"), https::output);

            Caller.at(https.management(), trusting(first)).get("/q/health/live").expect(200);
        }
    }

    @Test
    void aNewCertificateIsTakenIntoUseUnderLoadAndABrokenOneIsNot() throws IOException {
        int swaps = LongRun.count(2, 20);
        TestCertificate[] all = new TestCertificate[swaps + 1];
        all[0] = first;
        for (int i = 1; i < all.length; i++) {
            all[i] = TestCertificate.forThisHost();
        }
        // Clients that keep their connections, and one that shakes hands for each request.
        SSLContext trust = TestCertificate.trusting(all);
        try (Traffic kept = Traffic.begin(2, () -> client(TestCertificate.trusting(all)), instance::root, token);
                Handshakes fresh = new Handshakes(trust, instance.root())) {
            for (int i = 1; i < all.length; i++) {
                TestCertificate next = all[i];
                kept.awaitMore(20);
                next.putInPlaceOf(certificate, key);
                until(
                        () -> served(trust)
                                .equals(next.certificate().getSerialNumber().toString()),
                        instance::output);
            }
            kept.awaitMore(20);
            brokenFilesChangeNothing(trust, all[swaps]);
            fresh.awaitMore(5);
            assertThat(kept.failures()).isEmpty();
            assertThat(fresh.failures()).isEmpty();
        }
        first.putInPlaceOf(certificate, key);
        until(() -> served(trust).equals(first.certificate().getSerialNumber().toString()), instance::output);
    }

    /** Whoever may make companies does so where HTTPS ends elsewhere; the database is the same. */
    private String makeToken() {
        try (Instance plain = Artefact.production(database).start()) {
            return ProductionCompany.make(plain.awaitReady()).enable(plain);
        }
    }

    private Instance startedByHttps() {
        first.putInPlaceOf(certificate, key);
        return artefact.with("visibuild.tls.management", "false").start().awaitReady();
    }

    private void brokenFilesChangeNothing(SSLContext trust, TestCertificate last) throws IOException {
        Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----\n");

        until(() -> metric("scim_tls_reload_failed{use=\"server\"}") == 1, instance::output);

        assertThat(served(trust)).isEqualTo(last.certificate().getSerialNumber().toString());
        assertThat(instance.output()).contains("the one before stays in use");
        assertThat(metric("scim_tls_cert_expiry_timestamp_seconds{use=\"server\"}"))
                .isEqualTo((double) last.certificate().getNotAfter().toInstant().getEpochSecond());
        last.putInPlaceOf(certificate, key);
        until(() -> metric("scim_tls_reload_failed{use=\"server\"}") == 0, instance::output);
    }

    private double metric(String series) {
        return Caller.at(instance.management())
                .get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private String served(SSLContext trust) {
        try {
            return Handshakes.serial(trust, instance.root());
        } catch (IOException e) {
            return fail(e);
        }
    }

    private String handshake(Instance with, String version) throws IOException {
        try (SSLSocket socket = Handshakes.open(TestCertificate.trusting(first), with.root())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(new String[] {version});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private static HttpClient trusting(TestCertificate certificate) {
        return client(TestCertificate.trusting(certificate));
    }

    private static HttpClient client(SSLContext trust) {
        return HttpClient.newBuilder().sslContext(trust).build();
    }

    private static Path mounted(String name) {
        try {
            Path folder = Path.of("target").toAbsolutePath();
            return Files.createTempDirectory(folder, "mounted-").resolve(name);
        } catch (IOException e) {
            return fail(e);
        }
    }

    private static void until(BooleanSupplier condition, Supplier<String> otherwise) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail(otherwise.get());
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
