package au.com.visibuild.scim.keys;

import io.quarkus.runtime.Startup;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of this service: read once, when it starts, which fails without a usable one. */
@Startup
@ApplicationScoped
public class SigningKeys {

    private final List<SigningKey> keys;

    SigningKeys(SigningConfig config) {
        List<SigningKey> read = new ArrayList<>();
        read.add(SigningKey.ofPem(Pem.read(config.keyFile())));
        for (String file : config.otherKeyFiles().orElse(List.of())) {
            SigningKey other = SigningKey.ofPem(Pem.read(file));
            if (read.stream().noneMatch(key -> key.keyId().equals(other.keyId()))) {
                read.add(other);
            }
        }
        this.keys = List.copyOf(read);
    }

    /** Signs access tokens and security events. */
    public SigningKey current() {
        return keys.getFirst();
    }

    /** The signing key, then those that are about to sign or did before; what any of them signed is ours. */
    public List<SigningKey> all() {
        return keys;
    }

    /** The key of that name, or null. */
    @Nullable
    SigningKey named(@Nullable String keyId) {
        return keys.stream()
                .filter(key -> key.keyId().equals(keyId))
                .findFirst()
                .orElse(null);
    }

    /** The public keys as a JWK set (RFC 7517 §5), each for RS256 signatures only. */
    public JsonObject publicKeys() {
        JsonArray published = new JsonArray();
        keys.forEach(key -> published.add(key.publicJwk()));
        return new JsonObject().put("keys", published);
    }
}
