/** Login sessions and their end. A platform opens one for a person who has signed in; {@code SessionRevocation} ends all of a person's sessions in the caller's transaction. */
@NullMarked
package au.com.visibuild.scim.session;

import org.jspecify.annotations.NullMarked;
