/** What dev and demo offer over HTTP beyond the product, so that its walk can be copied line by line. */
@NullMarked
package au.com.visibuild.scim.api.demo;

import org.jspecify.annotations.NullMarked;
