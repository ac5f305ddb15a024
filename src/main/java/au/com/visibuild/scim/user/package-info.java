/**
 * Who exists: people, their roles and their projects. Writes go through the entities, in the transaction of the room
 * that calls; reads are statements that return the stored document and hydrate nothing. {@code UserMapping} alone
 * knows both a person's row and SCIM's resource; {@code UserColumns} is the whole list of what can be filtered and
 * sorted.
 *
 * <p>Called by {@code provisioning}, {@code administration} and {@code session}; never by HTTP. Knows nothing of
 * sessions, events or logs.
 */
@NullMarked
package au.com.visibuild.scim.user;

import org.jspecify.annotations.NullMarked;
