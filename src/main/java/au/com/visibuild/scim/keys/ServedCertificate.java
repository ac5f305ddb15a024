package au.com.visibuild.scim.keys;

import io.quarkus.tls.runtime.KeyStoreAndKeyCertOptions;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Gives the framework's servers the certificate of the settings, once: a new one takes its place behind the same key
 * manager. What the framework has for this, new options for a running server, refuses every connection that comes while
 * they are made.
 */
@Singleton
public class ServedCertificate {

    private final TlsConfig config;
    private final ReplaceableKey key = new ReplaceableKey();

    ServedCertificate(TlsConfig config) {
        this.config = config;
    }

    /** Without a certificate in the settings there is none. */
    KeyStoreAndKeyCertOptions keyStore(Vertx vertx) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            if (config.certificateFile().isPresent()) {
                store = files().loadKeyStore(vertx);
                readAgain(vertx);
            }
            return new KeyStoreAndKeyCertOptions(store, KeyCertOptions.wrap(key));
        } catch (Exception e) {
            throw new IllegalStateException("The certificate's files cannot be read", e);
        }
    }

    /** Serves what the files hold now. Waits for the files; fails, and changes nothing, where they hold no pair. */
    public void readAgain(Vertx vertx) throws IOException {
        try {
            KeyManager[] managers = files().getKeyManagerFactory(vertx).getKeyManagers();
            key.replaceBy(Arrays.stream(managers)
                    .filter(X509ExtendedKeyManager.class::isInstance)
                    .map(X509ExtendedKeyManager.class::cast)
                    .findFirst()
                    .orElseThrow());
        } catch (Exception e) {
            throw new IOException("the TLS library refuses it", e);
        }
    }

    private PemKeyCertOptions files() {
        return new PemKeyCertOptions()
                .setCertPath(config.certificateFile().orElseThrow())
                .setKeyPath(config.keyFile().orElseThrow());
    }
}
