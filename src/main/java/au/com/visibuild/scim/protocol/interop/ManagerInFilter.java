package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;

/** {@code manager eq "id"}: the enterprise extension's {@code manager.value}. */
final class ManagerInFilter implements Quirk<Filter> {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T24;
    }

    @Override
    public Filter rewrite(Filter filter, ResourceSchema schema) {
        return FilterTerms.map(filter, term -> rewritten(term, schema), _ -> term -> term);
    }

    private static Filter rewritten(Filter term, ResourceSchema schema) {
        return switch (term) {
            case Filter.Compare(var path, var operator, var literal) ->
                new Filter.Compare(valueOf(qualified(path, schema), schema), operator, literal);
            case Filter.Present(var path) -> new Filter.Present(qualified(path, schema));
            case Filter.And _, Filter.Or _, Filter.Not _, Filter.ValuePath _ -> term;
        };
    }

    private static AttributePath qualified(AttributePath path, ResourceSchema schema) {
        AttributePath elsewhere = Managers.qualified(path, schema);
        return elsewhere == null ? path : elsewhere;
    }

    private static AttributePath valueOf(AttributePath path, ResourceSchema schema) {
        ResolvedAttribute attribute = schema.resolve(path);
        return Managers.isManager(attribute) ? new AttributePath(path.schema(), path.name(), Managers.VALUE) : path;
    }
}
