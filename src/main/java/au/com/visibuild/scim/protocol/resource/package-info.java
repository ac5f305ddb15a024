/** A resource as the service holds it: its identifier, its attributes, its metadata and version (RFC 7643 §3). */
@NullMarked
package au.com.visibuild.scim.protocol.resource;

import org.jspecify.annotations.NullMarked;
