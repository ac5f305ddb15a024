package au.com.visibuild.scim.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Takes events over from the relay. */
public interface OutboxSubscriber {

    /**
     * Takes events over in the relay's transaction, a person's in their order; when it fails, all of them come again.
     * Answers what is to be run once the transaction is committed, and never waits.
     */
    Uni<Runnable> take(List<UserEvent> events);
}
