/**
 * The provisioning log: who did what to whom, and the outcome. A write's row is appended in the write's transaction,
 * so that there is no change without its row; a refusal's row in one of its own, because the refused transaction is
 * gone.
 *
 * <p>{@code Origin} says on whose behalf a request acts, and travels with it from HTTP to the row.
 */
@NullMarked
package au.com.visibuild.scim.audit;

import org.jspecify.annotations.NullMarked;
