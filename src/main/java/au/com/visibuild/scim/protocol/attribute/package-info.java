/** Values and the names that point at them (RFC 7643 §2, RFC 7644 §3.10). */
@NullMarked
package au.com.visibuild.scim.protocol.attribute;

import org.jspecify.annotations.NullMarked;
