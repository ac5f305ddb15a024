/**
 * Login sessions and their end. A platform opens one for a person who has signed in ({@code Sessions}), and asks
 * whether it is still alive; {@code SessionRevocation} ends all of a person's sessions in the transaction of whoever
 * switches the person off, and writes the event that tells the platforms.
 */
@NullMarked
package au.com.visibuild.scim.session;

import org.jspecify.annotations.NullMarked;
