/**
 * SCIM 2.0 (RFC 7643, RFC 7644) as pure functions: values in, values out. Nothing here knows HTTP, JSON text, SQL
 * drivers, clocks or random numbers, so the whole room can be tested and measured without starting anything.
 *
 * <p>Order inside: {@code error ← attribute ← schema ← resource ← filter ← {query, patch, projection} ← {bulk,
 * discovery, interop}}.
 */
@NullMarked
package au.com.visibuild.scim.protocol;

import org.jspecify.annotations.NullMarked;
