/**
 * The tenants. Every other room's rows belong to one of them, and every query names it by its {@code CompanyId}.
 */
@NullMarked
package au.com.visibuild.scim.company;

import org.jspecify.annotations.NullMarked;
