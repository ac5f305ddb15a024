/**
 * Telling others: outbox events become signed security event tokens (RFC 8417) and are delivered. Walk: {@code
 * SignalRelay} (called by {@code outbox}) → {@code SecurityEvents} → {@code PushDelivery} (RFC 8935). A repeated
 * delivery carries the same {@code jti}, so a receiver can tell.
 */
@NullMarked
package au.com.visibuild.scim.signal;

import org.jspecify.annotations.NullMarked;
