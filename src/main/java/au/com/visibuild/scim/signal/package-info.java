/**
 * Telling others (SSF 1.0): outbox events become deliveries to the streams that want them, and deliveries become signed
 * security event tokens (RFC 8417). Walk: {@code FanOut} (called by {@code outbox}) → the table {@code delivery} → {@code
 * DeliveryRelay} → {@code SecurityEvents} → a {@code Transport}, {@code PushDelivery} (RFC 8935) or {@code KafkaDelivery},
 * or {@code Polls} (RFC 8936) → {@code DeliveryLedger}. A repeated delivery carries the same {@code jti}, so a receiver can
 * tell. What the settings name, a receiver and a Kafka topic, are streams, too: {@code BuiltInStream}. {@code StreamNews}
 * wakes the relay and waiting polls, {@code DeadLetters} are what nobody took, and four chores bound what is kept.
 */
@NullMarked
package au.com.visibuild.scim.signal;

import org.jspecify.annotations.NullMarked;
