package au.com.visibuild.scim.signal;

import io.smallrye.mutiny.Uni;

/** One way to get tokens to receivers. The relay knows of no other difference between them. */
interface Transport {

    /** The streams it serves. */
    DeliveryMethod method();

    /** Whether this replica can send so at all; of streams that it cannot serve a relay claims nothing. */
    default boolean isOn() {
        return true;
    }

    /** Completes when the receiver has the token; fails with the reason when it does not. Never waits. */
    Uni<Void> send(DeliveryStore.Claimed delivery, String token);
}
