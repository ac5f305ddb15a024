/**
 * The company API: staff and company admins, known by their JWT. Walk: {@code AdminCaller} (who asks, for which
 * company, and whether still active) → a resource → {@code administration} or {@code settings}.
 */
@NullMarked
package au.com.visibuild.scim.api.admin;

import org.jspecify.annotations.NullMarked;
