/**
 * The transactional outbox: events are written in the transaction that causes them and nowhere else, and relayed after
 * it committed, in order per person. Walk: {@code Outbox.append} in a transaction → commit → {@code
 * OutboxRelay} → {@code OutboxSubscriber}, which {@code signal} implements: this room does not know who listens.
 */
@NullMarked
package au.com.visibuild.scim.outbox;

import org.jspecify.annotations.NullMarked;
