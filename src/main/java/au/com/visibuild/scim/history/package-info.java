/**
 * The provisioning log as an admin reads it: who did what to whom, what it caused and whether others were told, why
 * something was refused and what helps. Joins the rows of {@code audit} with the people of {@code user} and the
 * deliveries of {@code signal}, says it in plain words and hides personal data until it is asked for.
 *
 * <p>Walk: {@code api.admin → ProvisioningHistory → AuditReadStore}; what an admin reveals or exports gets its own row.
 */
@NullMarked
package au.com.visibuild.scim.history;

import org.jspecify.annotations.NullMarked;
