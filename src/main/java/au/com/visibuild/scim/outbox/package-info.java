/** The transactional outbox: events are written in the transaction that causes them and nowhere else, and relayed after it committed, at least once, in order per person. Walk: {@code Outbox.append} in a transaction → {@code OutboxRelay} → {@code OutboxSubscriber}. */
@NullMarked
package au.com.visibuild.scim.outbox;

import org.jspecify.annotations.NullMarked;
