/**
 * What the rooms need from the world outside and no room owns: JSON text, ids, the one clock, what PostgreSQL's
 * failures mean, and the refusals that every surface can say. Knows SCIM's values, no room.
 */
@NullMarked
package au.com.visibuild.scim.platform;

import org.jspecify.annotations.NullMarked;
