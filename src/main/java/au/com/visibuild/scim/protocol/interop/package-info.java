/**
 * What identity providers send beside the RFC, and how it is read: each {@code Tolerance} is a rule with a number, each
 * {@code Quirk} a small rewriting of a request into the RFC's own form, and a {@code Dialect} the set of tolerances that
 * a service grants. Runs before the strict core (validator, filter type check, patch engine), which forgives nothing,
 * so that a tolerance can be taken away without touching anything else.
 */
@NullMarked
package au.com.visibuild.scim.protocol.interop;

import org.jspecify.annotations.NullMarked;
