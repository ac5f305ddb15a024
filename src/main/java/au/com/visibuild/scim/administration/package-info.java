/** By-hand work of staff and company admins: companies, projects, people, roles, memberships. Switching a person off by hand is the same {@code Deprovisioning}. */
@NullMarked
package au.com.visibuild.scim.administration;

import org.jspecify.annotations.NullMarked;
