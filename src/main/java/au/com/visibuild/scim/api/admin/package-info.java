/** The company API: staff and company admins, known by their JWT. */
@NullMarked
package au.com.visibuild.scim.api.admin;

import org.jspecify.annotations.NullMarked;
