/**
 * The session API: platforms, known by their JWT, open, check and end login sessions. Walk: {@code SessionsResource} →
 * {@code session}.
 */
@NullMarked
package au.com.visibuild.scim.api.session;

import org.jspecify.annotations.NullMarked;
