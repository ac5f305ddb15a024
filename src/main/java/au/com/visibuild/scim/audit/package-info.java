/** The provisioning log: who did what to whom, and the outcome. A write's row is appended in the write's transaction; a refusal's row in one of its own. */
@NullMarked
package au.com.visibuild.scim.audit;

import org.jspecify.annotations.NullMarked;
