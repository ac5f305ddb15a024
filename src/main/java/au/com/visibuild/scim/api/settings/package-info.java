/**
 * Company Settings → Identity Management → SCIM: the page of a company's admin, which staff may look at. HTML made here
 * (Qute), a little htmx, no build step. Walk: {@code PageEntrance} (the JWT of the cookie, and whether that admin is still
 * active) → a resource → the same rooms as the company API → a template of {@code resources/templates/settings}. All
 * words are in {@code resources/messages}.
 */
@NullMarked
package au.com.visibuild.scim.api.settings;

import org.jspecify.annotations.NullMarked;
