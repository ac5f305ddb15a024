/** The bearer token by which a company's identity provider is known. Walk: {@code api/scim/TokenAuthentication → ScimTokens.authenticate → ScimTokenStore}; {@code settings → ScimTokens.issue}. */
@NullMarked
package au.com.visibuild.scim.token;

import org.jspecify.annotations.NullMarked;
