/**
 * HTTP and nothing else: bytes into the rooms' words and back. Here is what all surfaces share: request ids, the SCIM
 * paths and the one place where a failure becomes an answer. The surfaces {@code scim}, {@code admin}, {@code
 * session}, {@code signal}, {@code ops} and {@code demo} do not know each other, no room knows {@code api}, and none of it touches a
 * store.
 *
 * <p>What a caller asked for is carried through even when the caller hangs up: the resources are {@code
 * Cancellable(false)}, so that no transaction is stopped between two of its statements. Only a long poll may be stopped.
 */
@NullMarked
package au.com.visibuild.scim.api;

import org.jspecify.annotations.NullMarked;
