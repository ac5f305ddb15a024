/**
 * The service's own key pair, which signs access tokens and security events. It comes from a mounted file, equal on
 * all replicas. Beside it the certificate by which callers know the service on its ports. Knows nothing of who is
 * allowed what; any room may ask for it.
 */
@NullMarked
package au.com.visibuild.scim.keys;

import org.jspecify.annotations.NullMarked;
