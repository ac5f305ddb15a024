package au.com.visibuild.scim.signal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * What the settings name, a receiver and a Kafka topic, as streams like any other: kept in step with the settings before
 * the first event is handed on. What opens their doors stays in the settings.
 */
@ApplicationScoped
class BuiltInStream {

    /** The receiver. */
    static final UUID ID = new UUID(0, 1);

    /** The topic. */
    static final UUID KAFKA = new UUID(0, 2);

    private static final String OWNER = "settings";

    private final StreamStore streams;
    private final SignalConfig config;
    private final Clock clock;
    private volatile boolean kept;

    BuiltInStream(StreamStore streams, SignalConfig config, Clock clock) {
        this.streams = streams;
        this.config = config;
        this.clock = clock;
    }

    /** In the caller's transaction; does something once only. */
    Uni<Void> keep() {
        return kept ? Uni.createFrom().voidItem() : keepReceiver().chain(this::keepTopic);
    }

    private Uni<Void> keepReceiver() {
        Instant now = clock.instant();
        return config.receiverUrl()
                .map(receiver -> streams.keep(ID, OWNER, audience(receiver), receiver.toString(), now))
                .orElseGet(() -> streams.disable(ID, "No receiver is configured.", now));
    }

    private Uni<Void> keepTopic() {
        Instant now = clock.instant();
        return config.kafka().brokers().isPresent()
                ? streams.keepTopic(KAFKA, OWNER, topicsAudience(), now)
                : streams.disable(KAFKA, "No Kafka is configured.", now);
    }

    /** What {@link #keep} did is committed. */
    void kept() {
        kept = true;
    }

    /** A delivery as the settings of now have it; what another run kept may be of other settings. No receiver: to nobody. */
    DeliveryStore.Claimed asSettingsSay(DeliveryStore.Claimed delivery) {
        Signal signal = delivery.signal();
        if (signal.stream().equals(KAFKA)) {
            return delivery.to(topicsAudience(), null);
        }
        if (!signal.stream().equals(ID)) {
            return delivery;
        }
        URI receiver = config.receiverUrl().orElse(null);
        return receiver == null
                ? delivery.to(signal.audience(), null)
                : delivery.to(audience(receiver), receiver.toString());
    }

    private String topicsAudience() {
        return config.kafka().audience().orElse(config.kafka().topic());
    }

    private String audience(URI receiver) {
        return config.audience().orElse(receiver.toString());
    }
}
