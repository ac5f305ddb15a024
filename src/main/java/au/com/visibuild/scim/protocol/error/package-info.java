/** What can go wrong in SCIM, in the protocol's own words (RFC 7644 §3.12). */
@NullMarked
package au.com.visibuild.scim.protocol.error;

import org.jspecify.annotations.NullMarked;
