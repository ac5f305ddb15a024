package au.com.visibuild.scim.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * A certificate and its key as two PEM files hold them, looked at before they are used: what is broken must not take the
 * place of what works.
 *
 * @param endsAt the moment from which nobody accepts it
 */
public record ServerCertificate(Instant endsAt) {

    private static final String KEY = "PRIVATE KEY";
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    /**
     * Reads the pair.
     *
     * @throws UnusableKeyException when a file cannot be read, the certificate has ended or is another key's, or the key
     *     is not in the form PKCS#8, in which alone that can be seen
     */
    public static ServerCertificate read(String certificateFile, String keyFile, Instant now) {
        X509Certificate certificate = certificate(certificateFile);
        Instant endsAt = certificate.getNotAfter().toInstant();
        if (!now.isBefore(endsAt)) {
            throw new UnusableKeyException(certificateFile + " ended at " + endsAt);
        }
        requireKeyOf(certificate.getPublicKey(), keyFile);
        return new ServerCertificate(endsAt);
    }

    private static X509Certificate certificate(String file) {
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> chain =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (!chain.isEmpty() && chain.iterator().next() instanceof X509Certificate own) {
                return own;
            }
            throw new UnusableKeyException(file + " holds no certificate");
        } catch (IOException e) {
            throw new UnusableKeyException(file + " cannot be read (" + e + ")", e);
        } catch (CertificateException e) {
            throw new UnusableKeyException(file + " holds no certificate that can be read", e);
        }
    }

    /** Signs with the one and verifies with the other. */
    private static void requireKeyOf(PublicKey publicKey, String file) {
        String pem = Pem.read(file);
        if (!pem.contains(KEY + "-----")) {
            throw new UnusableKeyException(file + " holds no private key");
        }
        String algorithm = SIGNATURES.get(publicKey.getAlgorithm());
        if (algorithm == null) {
            throw new UnusableKeyException(
                    "A certificate of " + publicKey.getAlgorithm() + " is not taken: RSA, EC, EdDSA");
        }
        if (!pem.contains("-----BEGIN " + KEY)) {
            throw new UnusableKeyException(file
                    + " holds its key in another form than PKCS#8 (BEGIN PRIVATE KEY): openssl pkcs8 -topk8 -nocrypt"
                    + " brings it there");
        }
        try {
            PrivateKey key = KeyFactory.getInstance(publicKey.getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.decode(pem, KEY)));
            byte[] probe = {1, 2, 3};
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(probe);
            if (!signature.verify(signed)) {
                throw new UnusableKeyException(file + " is not the key of the certificate");
            }
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException(file + " is not the key of the certificate", e);
        }
    }
}
