/** The session API for Visibuild's platforms, known by their JWT. */
@NullMarked
package au.com.visibuild.scim.api.session;

import org.jspecify.annotations.NullMarked;
