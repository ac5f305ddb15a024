/**
 * Telling others (SSF 1.0): outbox events become deliveries to the streams that want them, and deliveries become signed
 * security event tokens (RFC 8417). Walk: {@code FanOut} (called by {@code outbox}) → the table {@code delivery} → {@code
 * DeliveryRelay} → {@code SecurityEvents} → {@code PushDelivery} (RFC 8935) or {@code KafkaDelivery}. A repeated delivery
 * carries the same {@code jti}, so a receiver can tell. What the settings name, a receiver and a Kafka topic, are streams,
 * too: {@code BuiltInStream}.
 */
@NullMarked
package au.com.visibuild.scim.signal;

import org.jspecify.annotations.NullMarked;
