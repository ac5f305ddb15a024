package au.com.visibuild.scim.keys;

import io.quarkus.arc.Unremovable;
import io.quarkus.tls.runtime.KeyStoreAndKeyCertOptions;
import io.quarkus.tls.runtime.KeyStoreProvider;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/** Where the framework asks for the certificate of that name. Without the name it would serve it on every port it has. */
@Singleton
@Unremovable
@Identifier(TlsConfig.NAME)
class NamedCertificate implements KeyStoreProvider {

    private final ServedCertificate certificate;

    NamedCertificate(ServedCertificate certificate) {
        this.certificate = certificate;
    }

    @Override
    public KeyStoreAndKeyCertOptions getKeyStore(Vertx vertx) {
        return certificate.keyStore(vertx);
    }
}
