package au.com.visibuild.scim.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts secrets that the database keeps, so that neither it nor its backups know them: AES-256-GCM under a key derived
 * from the service's signing key. What is locked names the key, so that all keys of the service open it and one can tell
 * what has to be locked again before an old key goes.
 */
@ApplicationScoped
public class Strongbox {

    private static final String PURPOSE = "visibuild-scim stored secrets v1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MARK = "locked:";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** By the signing key's name; the first one locks. */
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

    private final String current;
    private final SecureRandom random = new SecureRandom();

    Strongbox(SigningKeys keys) {
        keys.all().forEach(key -> this.keys.put(key.keyId(), new SecretKeySpec(DerivedKey.of(key, PURPOSE), "AES")));
        this.current = keys.current().keyId();
    }

    /** Whether this is a text that some key of this service locked, rather than one that never was. */
    public static boolean isLocked(String text) {
        return text.startsWith(MARK);
    }

    /** How everything begins that is locked by the key that locks now. */
    public String currentMark() {
        return MARK + current + ":";
    }

    /** The text, locked for this use; {@code use} is not part of it but must be the same when it is unlocked. */
    public String lock(String use, String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] body = run(Cipher.ENCRYPT_MODE, current, use, nonce, text.getBytes(StandardCharsets.UTF_8));
        if (body == null) {
            throw new IllegalStateException("Every Java platform has " + CIPHER);
        }
        byte[] locked = Arrays.copyOf(nonce, NONCE + body.length);
        System.arraycopy(body, 0, locked, NONCE, body.length);
        return currentMark() + Base64.getUrlEncoder().withoutPadding().encodeToString(locked);
    }

    /** The text that was locked for this use; null for any other, and when the key is none of this service's. */
    public @Nullable String unlock(String use, String locked) {
        String[] parts = locked.split(":", 3);
        if (parts.length != 3 || !isLocked(locked) || !keys.containsKey(parts[1])) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(parts[2]);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.length < NONCE) {
            return null;
        }
        byte[] nonce = Arrays.copyOf(bytes, NONCE);
        byte[] text = run(Cipher.DECRYPT_MODE, parts[1], use, nonce, Arrays.copyOfRange(bytes, NONCE, bytes.length));
        return text == null ? null : new String(text, StandardCharsets.UTF_8);
    }

    private byte @Nullable [] run(int mode, String keyId, String use, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(use.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }
}
