/** Telling others: outbox events become signed security event tokens (RFC 8417) and are delivered. */
@NullMarked
package au.com.visibuild.scim.signal;

import org.jspecify.annotations.NullMarked;
