/**
 * Whether a company uses SCIM: switching it on, changing the token, switching it off, each in one transaction with its
 * row in the provisioning log. Walk: {@code api.admin → ScimSettingsEditor → ScimTokens}.
 */
@NullMarked
package au.com.visibuild.scim.settings;

import org.jspecify.annotations.NullMarked;
