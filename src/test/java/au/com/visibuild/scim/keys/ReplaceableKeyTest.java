package au.com.visibuild.scim.keys;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.TestCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BesideTheService
class ReplaceableKeyTest {

    private final Vertx vertx = Vertx.vertx();
    private final TestCertificate first = TestCertificate.forThisHost();
    private final TestCertificate second = TestCertificate.forThisHost();
    private final ReplaceableKey key = new ReplaceableKey();

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void aHandshakeThatBeganWithTheOneBeforeEndsWithItAndTheNextHasTheNewOne() throws Exception {
        key.replaceBy(manager(first));
        String begun = chosen();

        key.replaceBy(manager(second));

        assertThat(certificate(begun)).isEqualTo(first.certificate());
        assertThat(key.getPrivateKey(begun)).isEqualTo(manager(first).getPrivateKey(alias(manager(first))));
        assertThat(certificate(chosen())).isEqualTo(second.certificate());
    }

    @Test
    void withoutAPairThereIsNoneToChoose() throws Exception {
        assertThat(key.chooseEngineServerAlias("EC", null, engine())).isNull();
        assertThat(key.getServerAliases("EC", null)).isNull();
    }

    private String chosen() throws Exception {
        return String.valueOf(key.chooseEngineServerAlias("EC", null, engine()));
    }

    private X509Certificate certificate(String alias) {
        X509Certificate[] chain = key.getCertificateChain(alias);
        assertThat(chain).isNotNull();
        return chain[0];
    }

    private X509ExtendedKeyManager manager(TestCertificate certificate) throws Exception {
        return (X509ExtendedKeyManager) new PemKeyCertOptions()
                .setCertPath(certificate.file().toString())
                .setKeyPath(certificate.keyFile().toString())
                .getKeyManagerFactory(vertx)
                .getKeyManagers()[0];
    }

    private static String alias(X509ExtendedKeyManager manager) throws Exception {
        return manager.chooseEngineServerAlias("EC", null, engine());
    }

    private static SSLEngine engine() throws Exception {
        return SSLContext.getDefault().createSSLEngine();
    }
}
