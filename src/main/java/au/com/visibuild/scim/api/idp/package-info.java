/**
 * What a company's identity provider calls beside SCIM, known by a token that it signed. Walk: {@code
 * GlobalTokenRevocationResource} → {@code idp}.
 */
@NullMarked
package au.com.visibuild.scim.api.idp;

import org.jspecify.annotations.NullMarked;
