package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.outbox.EventType;
import au.com.visibuild.scim.outbox.OutboxSubscriber;
import au.com.visibuild.scim.outbox.UserEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Hands each outbox event to the configured receiver. Purges go only to those who ask, and this one cannot ask. */
@ApplicationScoped
public class SignalRelay implements OutboxSubscriber {

    private final SignalConfig config;
    private final SecurityEvents events;
    private final PushDelivery push;

    SignalRelay(SignalConfig config, SecurityEvents events, PushDelivery push) {
        this.config = config;
        this.events = events;
        this.push = push;
    }

    @Override
    public Uni<Void> deliver(UserEvent event) {
        if (config.receiverUrl().isEmpty() || event.type() == EventType.ACCOUNT_PURGED) {
            return Uni.createFrom().voidItem();
        }
        URI receiver = config.receiverUrl().get();
        String audience = config.audience().orElse(receiver.toString());
        return Uni.createFrom()
                .item(() -> events.sign(event, audience))
                .chain(token -> push.push(receiver, config.receiverAuthorization(), token));
    }
}
