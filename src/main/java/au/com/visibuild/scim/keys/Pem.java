package au.com.visibuild.scim.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Keys in PEM form (RFC 7468): {@code PRIVATE KEY} and {@code PUBLIC KEY}, RSA. */
public final class Pem {

    private static final String CLASSPATH = "classpath:";

    private Pem() {}

    /** The text at a file's path, or behind {@code classpath:}, where only the demo's keys are. */
    public static String read(String location) {
        try {
            if (!location.startsWith(CLASSPATH)) {
                return Files.readString(Path.of(location.startsWith("file:") ? location.substring(5) : location));
            }
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            try (InputStream resource = loader.getResourceAsStream(location.substring(CLASSPATH.length()))) {
                if (resource == null) {
                    throw new UnusableKeyException(location + " is not in this package");
                }
                return new String(resource.readAllBytes(), StandardCharsets.US_ASCII);
            }
        } catch (IOException e) {
            throw new UnusableKeyException(location + " cannot be read (" + e + ")", e);
        }
    }

    static PrivateKey privateKey(String pem) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(decode(pem, "PRIVATE KEY")));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new UnusableKeyException("it is not an RSA key in PKCS#8 form", e);
        }
    }

    /** An RSA public key. */
    public static PublicKey publicKey(String pem) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(decode(pem, "PUBLIC KEY")));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new UnusableKeyException("it is not an RSA public key", e);
        }
    }

    static byte[] decode(String pem, String kind) {
        String begin = "-----BEGIN " + kind + "-----";
        String end = "-----END " + kind + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf(end);
        if (from < 0 || to < from) {
            throw new UnusableKeyException("it has no \"" + begin + "\" section");
        }
        try {
            return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException("its Base64 is damaged", e);
        }
    }
}
