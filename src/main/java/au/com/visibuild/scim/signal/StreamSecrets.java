package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.keys.Strongbox;
import au.com.visibuild.scim.platform.Chore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What receivers want to have sent as {@code Authorization}, which the table knows only encrypted, each for its stream.
 * What an older key locked, or nobody (in tables of before), is locked again by the key of now, so that a key can go a
 * day after it was replaced.
 */
@ApplicationScoped
class StreamSecrets implements Chore {

    private static final Logger LOG = Logger.getLogger(StreamSecrets.class);
    private static final int PORTION = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final Strongbox box;
    private final StreamSecretStore store;

    StreamSecrets(Strongbox box, StreamSecretStore store) {
        this.box = box;
        this.store = store;
    }

    /** As the table has it. */
    @Nullable
    String locked(UUID stream, @Nullable String secret) {
        return secret == null ? null : box.lock(use(stream), secret);
    }

    /** As the receiver gets it; fails when the key that locked it is gone. */
    @Nullable
    String unlocked(UUID stream, @Nullable String stored) {
        String secret = known(stream, stored);
        if (secret == null && stored != null) {
            throw new IllegalStateException("The stream's authorization_header cannot be read: its key is gone. Set it"
                    + " again, or add the key to visibuild.signing.other-key-files.");
        }
        return secret;
    }

    /** The same; null when it cannot be read any more. */
    @Nullable
    String known(UUID stream, @Nullable String stored) {
        return stored == null || !Strongbox.isLocked(stored) ? stored : box.unlock(use(stream), stored);
    }

    @Override
    public String name() {
        return "Locking secrets of streams by the key of now";
    }

    @Override
    public Uni<Boolean> portion(Instant now) {
        return from(FIRST);
    }

    /** All of them: one that cannot be read must not be met again and again. */
    private Uni<Boolean> from(UUID after) {
        return store.olderThan(box.currentMark(), after, PORTION)
                .chain(found -> renewed(found)
                        .chain(() -> found.size() < PORTION
                                ? Uni.createFrom().item(false)
                                : from(found.getLast().stream())));
    }

    private Uni<Void> renewed(List<StreamSecretStore.Stored> found) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (StreamSecretStore.Stored one : found) {
            String again = again(one);
            done = again == null ? done : done.chain(() -> store.replace(one, again));
        }
        return done;
    }

    private @Nullable String again(StreamSecretStore.Stored one) {
        try {
            return locked(one.stream(), unlocked(one.stream(), one.secret()));
        } catch (IllegalStateException e) {
            LOG.errorf("Stream %s: %s", one.stream(), e.getMessage());
            return null;
        }
    }

    private static String use(UUID stream) {
        return "authorization_header of stream " + stream;
    }
}
