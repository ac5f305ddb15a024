package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.CompareOperator;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a typed filter to a PostgreSQL condition that holds for exactly the rows whose resources {@code
 * FilterEvaluator} says match.
 *
 * <p>{@code eq} on the search document, and a value path of nothing but {@code eq}s, is one containment: jsonb containment
 * matches within one element of an array, and the index on {@link SearchTerms} serves it. Every other value path is one
 * {@code EXISTS} over one element. No expression is ever null, so that {@code NOT} is exact.
 */
public final class SqlFilter {

    private final ColumnMap columns;
    private final String tenant;
    private final SqlParameters parameters;
    private final SqlComparison comparison;

    private SqlFilter(ColumnMap columns, String tenant, int firstParameter) {
        this.columns = columns;
        this.tenant = tenant;
        this.parameters = new SqlParameters(firstParameter);
        this.comparison = new SqlComparison(parameters);
    }

    /** The condition on the tenant's rows, its placeholders numbered from {@code firstParameter} on. */
    public static SqlFragment compile(TypedFilter filter, ColumnMap columns, String tenant, int firstParameter) {
        SqlFilter compiler = new SqlFilter(columns, tenant, firstParameter);
        String text = compiler.condition(filter, false);
        return new SqlFragment(text, compiler.parameters.values());
    }

    private String condition(TypedFilter filter, boolean ofElement) {
        return switch (filter) {
            case TypedFilter.And(var operands) -> joined(operands, " AND ", "true", ofElement);
            case TypedFilter.Or(var operands) -> joined(operands, " OR ", "false", ofElement);
            case TypedFilter.Not(var operand) -> "NOT (" + condition(operand, ofElement) + ")";
            case TypedFilter.Compare compare -> {
                refuseShownOnly(compare.attribute());
                yield ofElement ? elementComparison(compare) : comparison(compare);
            }
            case TypedFilter.Present(var attribute) -> {
                refuseShownOnly(attribute);
                yield ofElement ? isPresent(DocumentPath.jsonOfElement(attribute)) : present(attribute);
            }
            case TypedFilter.ValuePath path -> valuePath(path);
        };
    }

    private void refuseShownOnly(ResolvedAttribute attribute) {
        if (columns.isShownOnly(attribute)) {
            throw ScimException.invalidFilter("The attribute '" + attribute.path()
                    + "' is made when the resource is shown, so it cannot be filtered by.");
        }
    }

    private String joined(List<TypedFilter> operands, String separator, String none, boolean ofElement) {
        StringJoiner joined = new StringJoiner(separator, "(", ")").setEmptyValue(none);
        operands.forEach(operand -> joined.add(condition(operand, ofElement)));
        return joined.toString();
    }

    private String comparison(TypedFilter.Compare compare) {
        ResolvedAttribute attribute = compare.attribute();
        ColumnMap.Column column = columns.column(attribute);
        if (column != null) {
            return comparison.column(column, compare.operator(), compare.operand());
        }
        boolean multiValued = attribute.attribute().multiValued();
        return switch (compare.operator()) {
            case EQ -> contains(DocumentPath.document(attribute, equalElement(compare)));
            case NE ->
                multiValued
                        ? anyDiffers(compare)
                        : "NOT " + contains(DocumentPath.document(attribute, equalElement(compare)));
            case CO, SW, EW, GT, GE, LT, LE ->
                multiValued
                        ? exists(attribute, elementComparison(compare))
                        : comparison.document(
                                DocumentPath.json(attribute, columns.document()),
                                compare.operator(),
                                compare.operand());
        };
    }

    /** bool_or passes over elements without the sub-attribute, and is null when no value is left. */
    private String anyDiffers(TypedFilter.Compare compare) {
        String value = DocumentPath.jsonOfElement(compare.attribute());
        return "coalesce((SELECT bool_or((" + value + ") <> "
                + parameters.json(compare.operand().toValue()) + ") FROM "
                + DocumentPath.elements(compare.attribute(), columns.document()) + "), true)";
    }

    private String elementComparison(TypedFilter.Compare compare) {
        return switch (compare.operator()) {
            case EQ -> elementEquals(compare);
            case NE -> "NOT " + elementEquals(compare);
            case CO, SW, EW, GT, GE, LT, LE ->
                comparison.document(
                        DocumentPath.jsonOfElement(compare.attribute()), compare.operator(), compare.operand());
        };
    }

    private String elementEquals(TypedFilter.Compare compare) {
        return "(" + DocumentPath.ELEMENT + " @> " + parameters.json(equalElement(compare)) + ")";
    }

    private static AttributeValue equalElement(TypedFilter.Compare compare) {
        return DocumentPath.element(compare.attribute(), compare.operand().toValue());
    }

    private String present(ResolvedAttribute attribute) {
        ColumnMap.Column column = columns.column(attribute);
        if (column != null) {
            return "(" + column.sql() + " IS NOT NULL)";
        }
        if (attribute.attribute().multiValued() && attribute.subAttribute() != null) {
            return exists(attribute, isPresent(DocumentPath.jsonOfElement(attribute)));
        }
        StringJoiner anywhere = new StringJoiner(" OR ", "(", ")");
        anywhere.add(isPresent(DocumentPath.json(attribute, columns.document())));
        if (attribute.subAttribute() == null) {
            for (AttributeDefinition sub : attribute.attribute().subAttributes()) {
                ColumnMap.Column subColumn =
                        columns.column(new ResolvedAttribute(attribute.extension(), attribute.attribute(), sub));
                if (subColumn != null) {
                    anywhere.add(subColumn.sql() + " IS NOT NULL");
                }
            }
        }
        return anywhere.toString();
    }

    private String valuePath(TypedFilter.ValuePath path) {
        ResolvedAttribute attribute = path.attribute();
        if (!attribute.attribute().multiValued()) {
            return "(" + present(attribute) + " AND " + condition(path.filter(), false) + ")";
        }
        AttributeValue element = allEqual(path.filter(), null);
        return element == null
                ? exists(attribute, condition(path.filter(), true))
                : contains(DocumentPath.document(attribute, element));
    }

    /** The least element that satisfies an {@code eq} or an {@code and} of such; null for every other filter. */
    private static @Nullable AttributeValue allEqual(TypedFilter filter, @Nullable AttributeValue soFar) {
        return switch (filter) {
            case TypedFilter.Compare compare ->
                compare.operator() == CompareOperator.EQ ? merged(soFar, equalElement(compare)) : null;
            case TypedFilter.And(var operands) -> {
                AttributeValue element = soFar;
                for (TypedFilter operand : operands) {
                    element = allEqual(operand, element);
                    if (element == null) {
                        yield null;
                    }
                }
                yield element;
            }
            case TypedFilter.Or _, TypedFilter.Not _, TypedFilter.Present _, TypedFilter.ValuePath _ -> null;
        };
    }

    private static @Nullable AttributeValue merged(@Nullable AttributeValue one, AttributeValue other) {
        if (one == null || one.equals(other)) {
            return other;
        }
        if (!(one instanceof AttributeValue.Complex(var first)
                && other instanceof AttributeValue.Complex(var second))) {
            return null;
        }
        ComplexValue both = first;
        for (ComplexValue.Member member : second.members()) {
            AttributeValue before = both.get(member.name());
            if (before != null && !before.equals(member.value())) {
                return null;
            }
            both = both.with(member.name(), member.value());
        }
        return new AttributeValue.Complex(both);
    }

    private String exists(ResolvedAttribute attribute, String condition) {
        return "EXISTS (SELECT 1 FROM " + DocumentPath.elements(attribute, columns.document()) + " WHERE " + condition
                + ")";
    }

    /**
     * The terms find the row by index, the document makes sure: a number is not a value, and terms do not tell elements
     * apart. PostgreSQL knows how frequent terms are and nothing of documents; in this form it takes the document's
     * condition for one that nearly every found row satisfies, which is so.
     */
    private String contains(ComplexValue part) {
        String document = columns.document() + " @> " + parameters.json(new AttributeValue.Complex(part));
        return columns.terms() == null
                ? "(" + document + ")"
                : "(" + columns.terms() + " @> " + parameters.bind(SearchTerms.of(tenant, part)) + " AND nullif("
                        + document + ", false) IS NOT NULL)";
    }

    private static String isPresent(String json) {
        return "(" + json + ") IS NOT NULL";
    }
}
