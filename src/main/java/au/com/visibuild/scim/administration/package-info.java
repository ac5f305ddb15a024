/**
 * By-hand work of staff and company admins: companies, projects, people, roles, memberships, login e-mails that two
 * companies claim. Each change is one transaction with its row in the provisioning log.
 *
 * <p>A person made, changed or switched off by hand goes through {@code provisioning}, so that it is the same as when
 * an identity provider does it; what only a hand can do (giving roles and projects) is here. Called by {@code
 * api.admin}.
 */
@NullMarked
package au.com.visibuild.scim.administration;

import org.jspecify.annotations.NullMarked;
