/** The tenants. Every other room's rows belong to one of them. */
@NullMarked
package au.com.visibuild.scim.company;

import org.jspecify.annotations.NullMarked;
