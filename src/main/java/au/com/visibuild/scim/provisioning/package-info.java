/**
 * What an identity provider can make us do. It writes to several rooms in one transaction; what happens when a person
 * is switched off is {@code Deprovisioning}, for every way in: PATCH, PUT, DELETE, Bulk, by hand.
 *
 * <p>Walk of a change: {@code UserProvisioning} → the person's row, locked → {@code UserBodies} (tolerances, then the
 * strict core) → {@code UserChange} → {@code Deprovisioning} when the person is switched off → the log's row → commit →
 * the relay is woken. What was refused is logged by {@code Refusals}.
 */
@NullMarked
package au.com.visibuild.scim.provisioning;

import org.jspecify.annotations.NullMarked;
