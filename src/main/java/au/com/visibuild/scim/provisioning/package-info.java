/**
 * What an identity provider can make us do. It writes to several rooms in one transaction; what happens when a person
 * is switched off is {@code Deprovisioning}, for every way in: PATCH, PUT, DELETE, Bulk, by hand.
 *
 * <p>Walk of a change: {@code UserProvisioning} → {@code UserBodies} (tolerances, then the strict core) → the person's
 * row, locked → {@code UserChange} → {@code Deprovisioning} or nothing → the log's row → commit → the relay is woken.
 */
@NullMarked
package au.com.visibuild.scim.provisioning;

import org.jspecify.annotations.NullMarked;
