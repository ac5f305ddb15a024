/**
 * Filters (RFC 7644 §3.4.2.2): text becomes a {@link au.com.visibuild.scim.protocol.filter.Filter} (the parser), which
 * becomes a {@link au.com.visibuild.scim.protocol.filter.TypedFilter} (the type check against the schemas), which two
 * readers understand: the evaluator here, which defines the meaning, and the SQL compiler in {@code query}, which must
 * agree with it. What makes two values equal is said once, in {@link au.com.visibuild.scim.protocol.filter.Operand}.
 */
@NullMarked
package au.com.visibuild.scim.protocol.filter;

import org.jspecify.annotations.NullMarked;
