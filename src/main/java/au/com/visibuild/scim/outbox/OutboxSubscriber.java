package au.com.visibuild.scim.outbox;

import io.smallrye.mutiny.Uni;

/** Takes events from the relay. The same event may come again after a crash: tell it by its id. */
public interface OutboxSubscriber {

    /** Completes when the event has been taken over; fails when it must be tried again later. */
    Uni<Void> deliver(UserEvent event);
}
