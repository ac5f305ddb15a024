/** What attributes exist and how each behaves (RFC 7643 §2.2, §7). */
@NullMarked
package au.com.visibuild.scim.protocol.schema;

import org.jspecify.annotations.NullMarked;
