package au.com.visibuild.scim.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Marks small texts that travel through clients, so that we know them again: HMAC-SHA-256 under a key derived from the
 * service's signing key, which is equal on all replicas. A sealed text uses only URI unreserved characters.
 */
@ApplicationScoped
public class Seal {

    private static final String PURPOSE = "visibuild-scim cursor seal v1";
    private static final int TAG = 16;

    /** The one that seals first, then those whose seals are still ours. */
    private final List<SecretKeySpec> keys;

    Seal(SigningKeys keys) {
        this.keys = keys.all().stream().map(Seal::derived).toList();
    }

    private static SecretKeySpec derived(SigningKey key) {
        return new SecretKeySpec(DerivedKey.of(key, PURPOSE), DerivedKey.HMAC);
    }

    /** The text, sealed for this use; {@code use} is not part of it but must be the same when it is opened. */
    public String seal(String use, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(tag(keys.getFirst(), use, body), TAG + body.length);
        System.arraycopy(body, 0, sealed, TAG, body.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The text that was sealed for this use, or null for anything else. */
    public @Nullable String open(String use, String sealed) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.length < TAG) {
            return null;
        }
        byte[] body = Arrays.copyOfRange(bytes, TAG, bytes.length);
        byte[] tag = Arrays.copyOf(bytes, TAG);
        boolean ours = keys.stream().anyMatch(key -> MessageDigest.isEqual(tag(key, use, body), tag));
        return ours ? new String(body, StandardCharsets.UTF_8) : null;
    }

    private static byte[] tag(SecretKeySpec key, String use, byte[] body) {
        byte[] name = use.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(name, name.length + 1 + body.length);
        System.arraycopy(body, 0, whole, name.length + 1, body.length);
        return Arrays.copyOf(DerivedKey.mac(key, whole), TAG);
    }
}
