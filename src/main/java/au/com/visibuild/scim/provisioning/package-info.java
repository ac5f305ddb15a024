/** What an identity provider can make us do. The only room that writes to several rooms in one transaction; what happens when a person is switched off is {@code Deprovisioning}, for every way in. */
@NullMarked
package au.com.visibuild.scim.provisioning;

import org.jspecify.annotations.NullMarked;
