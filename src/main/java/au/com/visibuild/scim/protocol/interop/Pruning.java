package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Drops members of objects: top-level ones, those of extensions, sub-attributes. Names are read as paths.
 *
 * @param drops whether a member of that name goes
 */
record Pruning(Predicate<RequestedPath> drops) {

    /** A resource's object. */
    ComplexValue resource(ComplexValue body, ResourceSchema schema) {
        return body.map(member -> {
            RequestedPath path = RequestedPath.of(member.name(), schema);
            return drops.test(path) ? null : member.with(value(path, member.value(), schema));
        });
    }

    /** Operations' values; one that loses everything is dropped whole. */
    List<PatchOperation> operations(List<PatchOperation> operations, ResourceSchema schema) {
        return operations.stream()
                .flatMap(operation -> operation(operation, schema))
                .toList();
    }

    private Stream<PatchOperation> operation(PatchOperation operation, ResourceSchema schema) {
        AttributeValue before = operation.value();
        RequestedPath target = operation.path() == null ? null : RequestedPath.of(operation.path(), schema);
        // An operation whose own path would go is refused by the engine; emptying its value must not hide that.
        if (before == null || (target != null && drops.test(target))) {
            return Stream.of(operation);
        }
        AttributeValue after;
        if (target != null) {
            after = value(target, before, schema);
        } else {
            after = before instanceof Complex(var members) ? new Complex(resource(members, schema)) : before;
        }
        boolean lostAll = hasMembers(before) && !hasMembers(after);
        return lostAll ? Stream.empty() : Stream.of(operation.withValue(after));
    }

    private AttributeValue value(RequestedPath path, AttributeValue value, ResourceSchema schema) {
        Schema extension = path.extension();
        if (extension != null) {
            return value instanceof Complex(var members) ? new Complex(extension(members, extension, schema)) : value;
        }
        ResolvedAttribute attribute = path.attribute();
        return attribute == null || !attribute.leaf().isComplex() ? value : subAttributes(attribute, value);
    }

    private ComplexValue extension(ComplexValue members, Schema extension, ResourceSchema schema) {
        return members.map(member -> {
            RequestedPath path = RequestedPath.of(extension.id() + ":" + member.name(), schema);
            return drops.test(path) ? null : member.with(value(path, member.value(), schema));
        });
    }

    private AttributeValue subAttributes(ResolvedAttribute attribute, AttributeValue value) {
        if (value instanceof Multi elements) {
            return elements.map(element -> element instanceof Complex ? subAttributes(attribute, element) : element);
        }
        if (!(value instanceof Complex(var members))) {
            return value;
        }
        ComplexValue kept = members.map(member -> {
            AttributeDefinition sub = attribute.attribute().subAttribute(member.name());
            return drops.test(RequestedPath.ofSubAttribute(attribute, member.name(), sub)) ? null : member;
        });
        return kept.equals(members) ? value : new Complex(kept);
    }

    private static boolean hasMembers(AttributeValue value) {
        return switch (value) {
            case Complex(var members) -> !members.members().isEmpty();
            case Multi(var elements) -> elements.stream().anyMatch(Pruning::hasMembers);
            case AttributeValue.Text _, AttributeValue.Bool _, AttributeValue.Decimal _, AttributeValue.Unassigned _ ->
                true;
        };
    }
}
