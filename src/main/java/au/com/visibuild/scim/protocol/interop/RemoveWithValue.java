package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.CompareOperator;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.ValuePathExpression;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.patch.PatchOperation.Op;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code "op": "remove", "path": "emails", "value": [{"value": "x"}]}: {@code emails[value eq "x"]}, one operation for
 * each element. Read literally it would take away all of them. An attribute with one value goes whatever it holds.
 */
final class RemoveWithValue implements Quirk<List<PatchOperation>> {

    private static final String VALUE = "value";

    @Override
    public Tolerance tolerance() {
        return Tolerance.T5;
    }

    @Override
    public List<PatchOperation> rewrite(List<PatchOperation> operations, ResourceSchema schema) {
        return operations.stream()
                .flatMap(operation -> rewrite(operation, schema))
                .toList();
    }

    private static Stream<PatchOperation> rewrite(PatchOperation operation, ResourceSchema schema) {
        String path = operation.path();
        AttributeValue value = operation.value();
        if (operation.op() != Op.REMOVE || path == null || value == null) {
            return Stream.of(operation);
        }
        RequestedPath requested = RequestedPath.of(path, schema);
        ResolvedAttribute target = requested.attribute();
        if (target == null) {
            return Stream.of(operation);
        }
        boolean empty = value.isUnassigned() || value.equals(AttributeValue.text(""));
        boolean namesPart = requested.picksElements() || target.subAttribute() != null;
        if (!target.attribute().multiValued() || value instanceof AttributeValue.Unassigned || (empty && namesPart)) {
            return Stream.of(operation.withValue(null));
        }
        try {
            return narrowed(ValuePathExpression.parse(path, schema, Set.of()), target, value);
        } catch (ScimException _) {
            // The engine meets the same fault and reports it.
            return Stream.of(operation);
        }
    }

    private static Stream<PatchOperation> narrowed(
            ValuePathExpression path, ResolvedAttribute target, AttributeValue value) {
        List<AttributeValue> values = value instanceof Multi(var several) ? several : List.of(value);
        return values.stream()
                .map(one -> conditions(target, one))
                .filter(conditions -> !conditions.isEmpty())
                .map(conditions -> {
                    List<Filter> all = new ArrayList<>();
                    if (path.filter() != null) {
                        all.add(path.filter());
                    }
                    all.addAll(conditions);
                    Filter filter = all.size() == 1 ? all.getFirst() : new Filter.And(all);
                    String sub = path.subAttribute() == null ? "" : "." + path.subAttribute();
                    return new PatchOperation(Op.REMOVE, path.path() + "[" + FilterText.of(filter) + "]" + sub, null);
                });
    }

    /** What an element must satisfy to be the one that was sent; nothing when that cannot be told. */
    private static List<Filter> conditions(ResolvedAttribute target, AttributeValue sent) {
        AttributeDefinition sub = target.subAttribute();
        if (!(sent instanceof Complex(var members))) {
            return isEmpty(sent) ? List.of() : List.of(equal(sub == null ? VALUE : sub.name(), sent));
        }
        if (sub != null) {
            return memberConditions(target, members, List.of(sub.name()));
        }
        List<Filter> byValue = memberConditions(target, members, List.of(VALUE));
        if (!byValue.isEmpty()) {
            return memberConditions(target, members, List.of(VALUE, "type"));
        }
        return memberConditions(
                target,
                members,
                target.attribute().subAttributes().stream()
                        .map(AttributeDefinition::name)
                        .toList());
    }

    private static List<Filter> memberConditions(ResolvedAttribute target, ComplexValue members, List<String> names) {
        List<Filter> conditions = new ArrayList<>();
        for (String name : names) {
            AttributeValue value = members.get(name);
            if (value != null && !isEmpty(value) && target.attribute().subAttribute(name) != null) {
                conditions.add(equal(name, value));
            }
        }
        return conditions;
    }

    private static boolean isEmpty(AttributeValue value) {
        return value.isUnassigned() || value.equals(AttributeValue.text(""));
    }

    private static Filter equal(String name, AttributeValue value) {
        return new Filter.Compare(AttributePath.of(name), CompareOperator.EQ, value);
    }
}
