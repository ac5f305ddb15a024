/** HTTP and nothing else: bytes into the rooms' words and back. What every surface shares: request ids and the one place where a failure becomes an answer. Surfaces do not know each other. */
@NullMarked
package au.com.visibuild.scim.api;

import org.jspecify.annotations.NullMarked;
