/**
 * Lists and searches (RFC 7644 §3.4.2, §3.4.3): what a caller asks for, and the SQL that answers it. A table keeps for
 * each resource a {@link au.com.visibuild.scim.protocol.query.SearchDocument}, its folded twin, beside the columns that a
 * {@link au.com.visibuild.scim.protocol.query.ColumnMap} names; filters and sort keys are compiled against the two.
 * The SQL text is made of the table's and the schemas' names only: whatever a caller sent is a parameter.
 */
@NullMarked
package au.com.visibuild.scim.protocol.query;

import org.jspecify.annotations.NullMarked;
