/** Many operations in one request (RFC 7644 §3.7): the messages, their limits, and references by {@code bulkId}. */
@NullMarked
package au.com.visibuild.scim.protocol.bulk;

import org.jspecify.annotations.NullMarked;
