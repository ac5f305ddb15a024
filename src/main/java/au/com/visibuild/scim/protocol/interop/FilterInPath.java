package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.Leniency;
import au.com.visibuild.scim.protocol.filter.ValuePathExpression;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A quirk of the filter in a PATCH path: the path is read, its filter rewritten, and the path written anew.
 *
 * @param leniencies with which the path is read
 * @param rewrite what becomes of the filter, given the attribute before the brackets
 */
record FilterInPath(
        Tolerance tolerance, Set<Leniency> leniencies, BiFunction<Filter, ResolvedAttribute, Filter> rewrite)
        implements Quirk<List<PatchOperation>> {

    static final FilterInPath BOOLEAN_TEXTS =
            new FilterInPath(Tolerance.T2, Set.of(), BooleanTextInFilter::rewriteWithin);

    static final FilterInPath UNQUOTED_WORDS =
            new FilterInPath(Tolerance.T22, Set.of(Leniency.UNQUOTED_WORD), (filter, _) -> filter);

    @Override
    public List<PatchOperation> rewrite(List<PatchOperation> operations, ResourceSchema schema) {
        return operations.stream()
                .map(operation -> operation.path() == null || operation.path().indexOf('[') < 0
                        ? operation
                        : operation.withPath(rewritten(operation.path(), schema)))
                .toList();
    }

    private String rewritten(String text, ResourceSchema schema) {
        try {
            ValuePathExpression path = ValuePathExpression.parse(text, schema, leniencies);
            ResolvedAttribute attribute = schema.resolve(path.path());
            if (path.filter() == null || attribute == null) {
                return text;
            }
            Filter filter = rewrite.apply(path.filter(), attribute);
            return isAsWritten(text, filter, schema)
                    ? text
                    : path.path() + "[" + FilterText.of(filter) + "]"
                            + (path.subAttribute() == null ? "" : "." + path.subAttribute());
        } catch (ScimException _) {
            // The engine meets the same fault and reports it.
            return text;
        }
    }

    /** Whether the strict reading gives that filter already; then the path stays as the client spelt it. */
    private static boolean isAsWritten(String text, Filter filter, ResourceSchema schema) {
        try {
            return filter.equals(
                    ValuePathExpression.parse(text, schema, Set.of()).filter());
        } catch (ScimException _) {
            return false;
        }
    }
}
