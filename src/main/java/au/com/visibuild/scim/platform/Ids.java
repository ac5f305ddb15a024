package au.com.visibuild.scim.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * New identifiers: UUIDv7 (RFC 9562 §5.7), so that rows made one after another lie side by side in their indexes and
 * "by id" is "by time" to the millisecond.
 */
@ApplicationScoped
public class Ids {

    private static final int LENGTH = 36;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Ids(Clock clock) {
        this.clock = clock;
    }

    /** Not greater than any identifier that was made at that moment or later, and greater than all older ones. */
    public static UUID firstOf(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }

    /** The identifier that this spells in its canonical form (RFC 9562 §4), in either case; else null. */
    public static @Nullable UUID read(@Nullable String text) {
        if (text == null || text.length() != LENGTH) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A new identifier. */
    public UUID next() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextInt() & 0x0FFF);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
