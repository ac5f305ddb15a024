package au.com.visibuild.scim.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token in clear: {@code vbscim_}, 8 characters of key id, 32 random Base62 characters (190 bits), 6 characters
 * of CRC32 over key id and random part. The key id is public and finds the row; the checksum lets a scanner, and us,
 * tell a truncated or altered token from a foreign string without asking the database.
 *
 * <p>It exists in memory only: {@link #toString()} hides it, nothing serialises it, and what is stored is
 * {@link #digest()}. SHA-256 without salt or stretching is enough for a random value of this length; a slow hash would
 * only cost time on every request.
 */
public final class TokenSecret {

    /** What every token begins with, for people and secret scanners. */
    public static final String PREFIX = "vbscim_";

    private static final int KEY_ID = 8;
    private static final int RANDOM = 32;
    private static final int CHECKSUM = 6;
    static final int LENGTH = PREFIX.length() + KEY_ID + RANDOM + CHECKSUM;
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final String value;

    private TokenSecret(String value) {
        this.value = value;
    }

    /** A new token; {@code random} must be fit for secrets. */
    static TokenSecret generate(RandomGenerator random) {
        StringBuilder body = new StringBuilder(KEY_ID + RANDOM);
        for (int i = 0; i < KEY_ID + RANDOM; i++) {
            body.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return new TokenSecret(PREFIX + body + checksum(body.toString()));
    }

    /** The token in {@code text}, or null when its form or its checksum is wrong. */
    public static @Nullable TokenSecret parse(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
            return null;
        }
        for (int i = PREFIX.length(); i < LENGTH; i++) {
            if (BASE62.indexOf(text.charAt(i)) < 0) {
                return null;
            }
        }
        String body = text.substring(PREFIX.length(), LENGTH - CHECKSUM);
        return text.endsWith(checksum(body)) ? new TokenSecret(text) : null;
    }

    /** The public part, by which the token is found and named. */
    public String keyId() {
        return value.substring(PREFIX.length(), PREFIX.length() + KEY_ID);
    }

    /** The token itself, for the one answer that shows it. */
    public String reveal() {
        return value;
    }

    /** SHA-256 of the whole token: 32 bytes. */
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "[secret]";
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        char[] digits = new char[CHECKSUM];
        for (int i = CHECKSUM - 1; i >= 0; i--) {
            digits[i] = BASE62.charAt((int) (rest % BASE62.length()));
            rest /= BASE62.length();
        }
        return new String(digits);
    }
}
