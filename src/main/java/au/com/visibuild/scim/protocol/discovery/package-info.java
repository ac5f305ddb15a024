/** What the service says about itself: ServiceProviderConfig, ResourceTypes and Schemas (RFC 7643 §5–7, RFC 7644 §4). */
@NullMarked
package au.com.visibuild.scim.protocol.discovery;

import org.jspecify.annotations.NullMarked;
