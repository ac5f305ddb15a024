/**
 * Everything that exists for development and demo only: the demo company, the issuer of its people's JWTs, both
 * with keys and a token that the whole world knows. Beans here are built only in the profiles dev, demo and test;
 * the constants are also what a production start looks for in order to refuse them.
 */
@NullMarked
package au.com.visibuild.scim.demo;

import org.jspecify.annotations.NullMarked;
