package au.com.visibuild.scim.demo;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.keys.Pem;
import au.com.visibuild.scim.keys.SigningKey;
import au.com.visibuild.scim.keys.Thumbprint;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class DemoKeysTest {

    @Test
    void productionKnowsEveryDemoKeyAgain() {
        assertThat(DemoKeys.THUMBPRINTS)
                .containsExactlyInAnyOrder(
                        SigningKey.ofPem(Pem.read(DemoKeys.SIGNING_KEY)).keyId(),
                        SigningKey.ofPem(Pem.read(DemoKeys.ISSUER_KEY)).keyId());
    }

    @Test
    void theIssuersPublicKeyIsTheHalfOfItsPrivateOne() {
        RSAPublicKey published = (RSAPublicKey) Pem.publicKey(Pem.read("classpath:demo/issuer-public-key.pem"));

        assertThat(Thumbprint.of(published))
                .isEqualTo(SigningKey.ofPem(Pem.read(DemoKeys.ISSUER_KEY)).keyId());
    }

    @Test
    void theDemoTokenHasTheFormOfEveryToken() {
        String token = DemoCompany.SCIM_TOKEN;
        CRC32 checksum = new CRC32();
        checksum.update(token.substring(7, 47).getBytes(StandardCharsets.US_ASCII));

        assertThat(token).matches("vbscim_[0-9A-Za-z]{46}");
        assertThat(base62(token.substring(47))).isEqualTo(checksum.getValue());
    }

    private static long base62(String digits) {
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = value * alphabet.length() + alphabet.indexOf(digits.charAt(i));
        }
        return value;
    }
}
