/**
 * Random cases on which two independent answers must agree: SQL and the evaluator, the patch engine and a plain model of
 * the RFC, our core and other people's. A case that fails is shrunk before it is shown.
 */
@NullMarked
package au.com.visibuild.scim.differential;

import org.jspecify.annotations.NullMarked;
