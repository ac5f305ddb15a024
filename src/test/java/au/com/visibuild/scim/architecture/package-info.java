/**
 * The shape of the service, held by tests: which room may import which, where each technology lives, and what no code
 * may do. {@code Arrows} is the table to edit when a room is added; {@code Plantings} breaks every rule once, so that a
 * rule that no longer sees anything is noticed.
 */
@NullMarked
package au.com.visibuild.scim.architecture;

import org.jspecify.annotations.NullMarked;
