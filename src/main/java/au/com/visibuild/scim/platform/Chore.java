package au.com.visibuild.scim.platform;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Work that nobody waits for and that has to be done now and then, such as dropping what is over. A bean of this type is
 * found by {@link Housekeeping}.
 */
public interface Chore {

    /** What it does, for the log. */
    String name();

    /**
     * Does a portion small enough to hurt nobody; answers whether there may be more to do. All replicas may be at it at
     * the same time. On no particular thread.
     */
    Uni<Boolean> portion(Instant now);
}
