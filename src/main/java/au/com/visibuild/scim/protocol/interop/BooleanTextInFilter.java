package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import org.jspecify.annotations.Nullable;

/** {@code active eq "True"}: {@code active eq true}. */
final class BooleanTextInFilter implements Quirk<Filter> {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T2;
    }

    @Override
    public Filter rewrite(Filter filter, ResourceSchema schema) {
        return FilterTerms.map(
                filter,
                term -> converted(term, path -> leaf(schema.resolve(path))),
                parent -> term -> converted(term, path -> subAttribute(schema.resolve(parent), path)));
    }

    /** The same for what stands in an attribute's brackets. */
    static Filter rewriteWithin(Filter filter, ResolvedAttribute parent) {
        return FilterTerms.map(filter, term -> converted(term, path -> subAttribute(parent, path)), _ -> term -> term);
    }

    private static Filter converted(Filter term, Definitions definitions) {
        if (!(term instanceof Filter.Compare(var path, var operator, Text(var text)))) {
            return term;
        }
        AttributeDefinition definition = definitions.of(path);
        return definition == null ? term : new Filter.Compare(path, operator, BooleanTexts.read(definition, text));
    }

    private static @Nullable AttributeDefinition leaf(@Nullable ResolvedAttribute attribute) {
        return attribute == null ? null : attribute.leaf();
    }

    private static @Nullable AttributeDefinition subAttribute(@Nullable ResolvedAttribute parent, AttributePath path) {
        return parent == null ? null : parent.attribute().subAttribute(path.name());
    }

    @FunctionalInterface
    private interface Definitions {
        @Nullable
        AttributeDefinition of(AttributePath path);
    }
}
