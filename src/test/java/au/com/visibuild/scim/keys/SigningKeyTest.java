package au.com.visibuild.scim.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.demo.DemoKeys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    @Test
    void thePublicHalfVerifiesWhatThePrivateHalfSigns() throws GeneralSecurityException {
        SigningKey key = SigningKey.ofPem(Pem.read(DemoKeys.SIGNING_KEY));
        byte[] message = "out at once".getBytes(StandardCharsets.UTF_8);

        Signature signing = Signature.getInstance("SHA256withRSA");
        signing.initSign(key.privateKey());
        signing.update(message);
        byte[] signature = signing.sign();

        Signature verifying = Signature.getInstance("SHA256withRSA");
        verifying.initVerify(key.publicKey());
        verifying.update(message);
        assertThat(verifying.verify(signature)).isTrue();
    }

    @Test
    void theThumbprintIsTheOneOfTheRfcsExample() throws GeneralSecurityException {
        // RFC 7638 §3.1
        String modulus =
                "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZ"
                        + "CiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZ"
                        + "gnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniI"
                        + "qbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
        RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, Base64.getUrlDecoder().decode(modulus)), BigInteger.valueOf(65537)));

        assertThat(Thumbprint.of(key)).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    @Test
    void aShortKeyIsRefused() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";

        assertThatThrownBy(() -> SigningKey.ofPem(pem))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("1024 bits");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThatThrownBy(() -> SigningKey.ofPem("hello"))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("BEGIN PRIVATE KEY");
    }

    @Test
    void aKeyNeverShowsItself() {
        SigningKey key = SigningKey.ofPem(Pem.read(DemoKeys.SIGNING_KEY));

        assertThat(key.toString()).isEqualTo("SigningKey[" + key.keyId() + "]");
    }
}
