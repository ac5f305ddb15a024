/** Which attributes an answer shows: {@code attributes}, {@code excludedAttributes} and {@code returned} (RFC 7644 §3.9). */
@NullMarked
package au.com.visibuild.scim.protocol.projection;

import org.jspecify.annotations.NullMarked;
