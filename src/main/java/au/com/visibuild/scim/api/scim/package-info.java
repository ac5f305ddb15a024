/**
 * The SCIM surface, under {@code /scim_v2} and {@code /scim/v2}, for identity providers, known by their company's
 * bearer token. Walk: {@code ScimEntrance} (path, token) → {@code UsersResource} or {@code BulkResource} → {@code
 * provisioning} → {@code ScimAnswers}.
 */
@NullMarked
package au.com.visibuild.scim.api.scim;

import org.jspecify.annotations.NullMarked;
