/** The SCIM surface, under {@code /scim_v2} and {@code /scim/v2}. Walk: {@code ScimEntrance} (path, token) → {@code UsersResource} → {@code provisioning} → {@code ScimAnswers}. */
@NullMarked
package au.com.visibuild.scim.api.scim;

import org.jspecify.annotations.NullMarked;
