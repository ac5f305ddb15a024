package au.com.visibuild.scim.signal;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Delivers one token to a Kafka topic, keyed by the person: what is told of one stays in one partition, in order. The
 * channel is always there, for it is wired when the service is built; its client is made for the first record, so a
 * service that is given no brokers never makes one. The connector sends from a thread of its own, which alone waits for
 * Kafka.
 */
@ApplicationScoped
class KafkaDelivery implements Transport {

    /** The channel in the settings: {@code mp.messaging.outgoing.security-events}. */
    private static final String CHANNEL = "security-events";

    private static final Logger LOG = Logger.getLogger(KafkaDelivery.class);

    private final MutinyEmitter<String> topic;
    private final OneAhead oneAhead;
    private final boolean on;

    KafkaDelivery(@Channel(CHANNEL) MutinyEmitter<String> topic, SignalConfig config) {
        this.topic = topic;
        this.on = config.kafka().brokers().isPresent();
        this.oneAhead = new OneAhead(System::nanoTime, KafkaDelivery::log);
    }

    @Override
    public DeliveryMethod method() {
        return DeliveryMethod.KAFKA;
    }

    @Override
    public boolean isOn() {
        return on;
    }

    /** Completes when all replicas that Kafka asks for have the record. */
    @Override
    public Uni<Void> send(DeliveryStore.Claimed delivery, String token) {
        Message<String> message = Message.of(token).addMetadata(metadata(delivery.signal()));
        return oneAhead.send(() -> topic.sendMessage(message).onFailure().transform(KafkaDelivery::reason));
    }

    /** The connector's own failure says only that its time was up. */
    private static Throwable reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof IllegalStateException && cause != null ? cause : failure;
    }

    private static OutgoingKafkaRecordMetadata<String> metadata(Signal signal) {
        UUID key = signal.user() == null ? signal.stream() : signal.user();
        Headers headers = new RecordHeaders()
                .add("content-type", ascii("application/secevent+jwt"))
                .add("event-type", ascii(signal.type().uri()))
                .add("jti", ascii(signal.id().toString()));
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key.toString())
                .withHeaders(headers)
                .build();
    }

    /** Once for each change, not for each delivery. */
    private static void log(String trouble) {
        if (trouble.isEmpty()) {
            LOG.info("Kafka takes security events again.");
        } else {
            LOG.warnf("Kafka takes no security events; they wait in the database and are tried again: %s", trouble);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
