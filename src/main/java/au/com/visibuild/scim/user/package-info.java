/** Who exists: people, their roles and their projects. Writes go through the entities in the caller's transaction; reads are statements that return the stored document. */
@NullMarked
package au.com.visibuild.scim.user;

import org.jspecify.annotations.NullMarked;
