package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Returned;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives a filter its types (RFC 7644 §3.4.2.2, table 3 and its notes). An attribute that does not exist or is never
 * returned, an operator its type does not know, a literal of another type: 400 {@code invalidFilter} that names it.
 */
public final class FilterTypeCheck {

    private static final String VALUE = "value";
    private static final String PRIMARY = "primary";

    private final Function<AttributePath, ResolvedAttribute> attributes;
    private final boolean withinElement;

    private FilterTypeCheck(Function<AttributePath, ResolvedAttribute> attributes, boolean withinElement) {
        this.attributes = attributes;
        this.withinElement = withinElement;
    }

    /** The typed filter over whole resources of the type. */
    public static TypedFilter check(Filter filter, ResourceSchema schema) {
        return new FilterTypeCheck(path -> resolve(path, schema), false).typed(filter);
    }

    /** The typed filter over single elements of a multi-valued or complex attribute: what stands in {@code parent[…]}. */
    public static TypedFilter checkWithin(Filter filter, ResolvedAttribute parent) {
        AttributeDefinition attribute = parent.attribute();
        if (parent.subAttribute() != null || !(attribute.multiValued() || attribute.isComplex())) {
            throw ScimException.invalidFilter("The attribute '" + parent.path()
                    + "' is neither multi-valued nor complex, so it cannot be followed by brackets.");
        }
        return new FilterTypeCheck(path -> resolveWithin(path, parent), true).typed(filter);
    }

    private TypedFilter typed(Filter filter) {
        return switch (filter) {
            case Filter.And(var operands) -> new TypedFilter.And(typed(operands));
            case Filter.Or(var operands) -> new TypedFilter.Or(typed(operands));
            case Filter.Not(var operand) -> new TypedFilter.Not(typed(operand));
            case Filter.Present(var path) -> new TypedFilter.Present(attributes.apply(path));
            case Filter.Compare(var path, var operator, var literal) ->
                comparison(attributes.apply(path), operator, literal);
            case Filter.ValuePath(var path, var inner) -> valuePath(path, inner);
        };
    }

    private List<TypedFilter> typed(List<Filter> operands) {
        return operands.stream().map(this::typed).toList();
    }

    private TypedFilter valuePath(AttributePath path, Filter inner) {
        if (withinElement) {
            throw ScimException.invalidFilter("The brackets after '" + path + "' stand within other brackets.");
        }
        ResolvedAttribute attribute = attributes.apply(path);
        return new TypedFilter.ValuePath(attribute, checkWithin(inner, attribute));
    }

    private TypedFilter comparison(ResolvedAttribute named, CompareOperator operator, AttributeValue literal) {
        if (literal instanceof AttributeValue.Unassigned) {
            return switch (operator) {
                case EQ -> new TypedFilter.Not(new TypedFilter.Present(named));
                case NE -> new TypedFilter.Present(named);
                case CO, SW, EW, GT, GE, LT, LE -> throw notComparable(named, operator, "null");
            };
        }
        ResolvedAttribute attribute = comparable(named);
        AttributeDefinition leaf = attribute.leaf();
        boolean known = switch (leaf.type()) {
            case STRING, REFERENCE -> true;
            case INTEGER, DECIMAL, DATE_TIME -> !operator.isTextual();
            case BOOLEAN, BINARY -> operator == CompareOperator.EQ || operator == CompareOperator.NE;
            case COMPLEX -> false;
        };
        if (!known) {
            throw notComparable(
                    attribute,
                    operator,
                    "a value, because its type is " + leaf.type().keyword());
        }
        Operand operand = operand(leaf, literal);
        if (operand == null) {
            throw ScimException.invalidFilter("The attribute '" + attribute.path() + "' is of type "
                    + leaf.type().keyword() + "; the filter compares it with a value of another type.");
        }
        return isMark(attribute)
                ? mark(attribute, operand.equals(new Operand.Bool(operator == CompareOperator.EQ)), operator)
                : new TypedFilter.Compare(attribute, operator, operand);
    }

    /** Whether it is the {@code primary} of a multi-valued attribute, which is false where it is missing (RFC 7643 §2.4). */
    private static boolean isMark(ResolvedAttribute attribute) {
        return attribute.subAttribute() != null
                && attribute.attribute().multiValued()
                && attribute.leaf().type() == AttributeType.BOOLEAN
                && attribute.leaf().name().equals(PRIMARY);
    }

    /** That an element has the mark, or has not; {@code ne} holds, as everywhere, also where there is no element. */
    private TypedFilter mark(ResolvedAttribute primary, boolean marked, CompareOperator operator) {
        TypedFilter isMarked = new TypedFilter.Compare(primary, CompareOperator.EQ, new Operand.Bool(true));
        if (withinElement) {
            return marked ? isMarked : new TypedFilter.Not(isMarked);
        }
        TypedFilter any =
                marked ? isMarked : new TypedFilter.ValuePath(primary.parent(), new TypedFilter.Not(isMarked));
        return operator == CompareOperator.EQ
                ? any
                : new TypedFilter.Or(List.of(any, new TypedFilter.Not(new TypedFilter.Present(primary.parent()))));
    }

    /** The empty string is a string, although as an attribute's value it counts as none. */
    private static @Nullable Operand operand(AttributeDefinition leaf, AttributeValue literal) {
        if ((leaf.type() == AttributeType.STRING || leaf.type() == AttributeType.REFERENCE)
                && literal.equals(AttributeValue.text(""))) {
            return leaf.caseExact() ? new Operand.ExactText("") : new Operand.FoldedText("");
        }
        return Operand.of(leaf, literal);
    }

    /** The RFC's own examples compare {@code emails}, and mean their {@code value}. */
    private static ResolvedAttribute comparable(ResolvedAttribute named) {
        if (!named.leaf().isComplex()) {
            return named;
        }
        AttributeDefinition value = named.leaf().multiValued() && named.subAttribute() == null
                ? named.leaf().subAttribute(VALUE)
                : null;
        if (value == null) {
            throw ScimException.invalidFilter("The attribute '" + named.path()
                    + "' is complex; name one of its sub-attributes, such as '" + named.path() + "."
                    + named.leaf().subAttributes().getFirst().name() + "'.");
        }
        return new ResolvedAttribute(named.extension(), named.attribute(), value);
    }

    private static ResolvedAttribute resolve(AttributePath path, ResourceSchema schema) {
        ResolvedAttribute found = schema.resolve(path);
        if (found == null) {
            throw ScimException.invalidFilter(
                    "The filter names the attribute '" + path + "', which " + schema.name() + " does not have.");
        }
        return readable(found);
    }

    private static ResolvedAttribute resolveWithin(AttributePath path, ResolvedAttribute parent) {
        AttributeDefinition attribute = parent.attribute();
        boolean bare = path.schema() == null && path.subAttribute() == null;
        if (bare && !attribute.isComplex() && path.name().equalsIgnoreCase(VALUE)) {
            return readable(parent);
        }
        AttributeDefinition sub = bare ? attribute.subAttribute(path.name()) : null;
        if (sub == null) {
            throw ScimException.invalidFilter("The filter names '" + path + "' within the brackets of '" + parent.path()
                    + "', which has no such sub-attribute.");
        }
        return readable(new ResolvedAttribute(parent.extension(), attribute, sub));
    }

    private static ResolvedAttribute readable(ResolvedAttribute found) {
        if (found.attribute().returned() == Returned.NEVER || found.leaf().returned() == Returned.NEVER) {
            throw ScimException.invalidFilter(
                    "The attribute '" + found.path() + "' is never returned, so it cannot be filtered by.");
        }
        return found;
    }

    private static ScimException notComparable(ResolvedAttribute attribute, CompareOperator operator, String what) {
        return ScimException.invalidFilter("The attribute '" + attribute.path() + "' cannot be compared by '"
                + operator.keyword() + "' with " + what + ".");
    }
}
