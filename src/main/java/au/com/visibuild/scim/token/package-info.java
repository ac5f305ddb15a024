/**
 * The bearer token by which a company's identity provider is known: made, checked, ended. Only its digest is stored.
 *
 * <p>Walks: {@code api.scim.ScimEntrance → ScimTokens.authenticate → ScimTokenStore}, one indexed lookup for each
 * request and no cache, so that a replaced token is refused at once everywhere; {@code settings → ScimTokens.issue} in
 * the transaction of the change.
 */
@NullMarked
package au.com.visibuild.scim.token;

import org.jspecify.annotations.NullMarked;
