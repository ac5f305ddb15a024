package au.com.visibuild.scim.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Takes events over from the relay. */
public interface OutboxSubscriber {

    /**
     * Takes events over in the relay's transaction, a person's in their order; when it fails, all of them come again.
     */
    Uni<Void> take(List<UserEvent> events);

    /** What was taken is committed. Never waits. */
    void taken();
}
