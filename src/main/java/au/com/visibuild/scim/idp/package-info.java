/**
 * What a company's identity provider may do by its own signature, beside SCIM: end all of a person's sessions at once
 * (Okta calls it Universal Logout). The company's admin names the identity provider ({@code IdentityProviderEditor});
 * a request brings a token that it signed. Walk: {@code GlobalTokenRevocation} → {@code KeySets} (its public keys,
 * fetched and kept for minutes) → {@code Assertion} (is the token good?) → {@code session.SignOut}.
 */
@NullMarked
package au.com.visibuild.scim.idp;

import org.jspecify.annotations.NullMarked;
