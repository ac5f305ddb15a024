/** What the rooms need from the world outside and no room owns, such as JSON text. Knows SCIM's values, no room. */
@NullMarked
package au.com.visibuild.scim.platform;

import org.jspecify.annotations.NullMarked;
