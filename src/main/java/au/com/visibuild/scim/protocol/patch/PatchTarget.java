package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.Schema;
import org.jspecify.annotations.Nullable;

/** What the path of a PATCH operation points at, after it met the schema (RFC 7644 §3.5.2). */
sealed interface PatchTarget {

    /** No path: the resource itself. */
    record WholeResource() implements PatchTarget {}

    /** {@code urn:…:extension:enterprise:2.0:User}: everything an extension defines. */
    record WholeExtension(Schema extension) implements PatchTarget {}

    /** {@code title}, {@code name}, {@code emails}. */
    record Attribute(ResolvedAttribute attribute) implements PatchTarget {}

    /** {@code name.givenName}: a sub-attribute of a single-valued attribute. */
    record SubAttribute(ResolvedAttribute attribute) implements PatchTarget {}

    /** {@code emails[type eq "work"]}: the elements that match. */
    record Elements(ResolvedAttribute attribute, ElementFilter filter) implements PatchTarget {}

    /** {@code emails[type eq "work"].value}, or {@code emails.value} with a null filter, which means all elements. */
    record ElementSubAttribute(
            ResolvedAttribute attribute, @Nullable ElementFilter filter) implements PatchTarget {}
}
