package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.patch.PatchTarget.Attribute;
import au.com.visibuild.scim.protocol.patch.PatchTarget.ElementSubAttribute;
import au.com.visibuild.scim.protocol.patch.PatchTarget.Elements;
import au.com.visibuild.scim.protocol.patch.PatchTarget.SubAttribute;
import au.com.visibuild.scim.protocol.patch.PatchTarget.WholeExtension;
import au.com.visibuild.scim.protocol.patch.PatchTarget.WholeResource;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code remove} (RFC 7644 §3.5.2.2). Taking away what is not there succeeds and changes nothing. A value beside the
 * path has no meaning in the RFC and is not looked at.
 */
record RemoveOperation(WriteRules rules) implements Rulebook {

    @Override
    public ComplexValue apply(ComplexValue resource, PatchTarget target, @Nullable AttributeValue value) {
        return switch (target) {
            case WholeResource _ -> throw ScimException.noTarget("The operation \"remove\" needs a path.");
            case WholeExtension(var extension) -> withoutExtension(rules, resource, extension);
            case Attribute(var attribute) -> attribute(resource, attribute);
            case SubAttribute(var attribute) -> subAttribute(resource, attribute);
            case Elements(var attribute, var filter) -> elements(resource, attribute, filter);
            case ElementSubAttribute(var attribute, var filter) -> elementSubAttribute(resource, attribute, filter);
        };
    }

    /** The resource without anything an extension defines. */
    static ComplexValue withoutExtension(WriteRules rules, ComplexValue resource, Schema extension) {
        ComplexValue after = resource;
        for (AttributeDefinition attribute : extension.attributes()) {
            ResolvedAttribute resolved = new ResolvedAttribute(extension, attribute, null);
            AttributeValue before = StoredAttributes.get(resource, resolved);
            if (!before.isUnassigned()) {
                rules.requireWritable(resolved);
                after = store(rules, after, resolved, before, new Unassigned());
            }
        }
        return after;
    }

    private ComplexValue attribute(ComplexValue resource, ResolvedAttribute attribute) {
        rules.requireRemovable(attribute);
        AttributeValue before = StoredAttributes.get(resource, attribute);
        return store(rules, resource, attribute, before, new Unassigned());
    }

    private ComplexValue subAttribute(ComplexValue resource, ResolvedAttribute sub) {
        rules.requireRemovable(sub);
        AttributeValue before = StoredAttributes.get(resource, sub);
        return store(rules, resource, sub, before, withoutSub(before, sub));
    }

    private ComplexValue elements(ComplexValue resource, ResolvedAttribute attribute, ElementFilter filter) {
        rules.requireWritable(attribute);
        List<AttributeValue> kept = new ArrayList<>();
        List<AttributeValue> stored = ElementList.of(StoredAttributes.get(resource, attribute));
        rules.effort().spend(stored.size(), filter.terms());
        for (AttributeValue element : stored) {
            if (!filter.matches(element)) {
                kept.add(element);
            }
        }
        if (kept.isEmpty()) {
            return attribute(resource, attribute);
        }
        return kept.size() == stored.size()
                ? resource
                : StoredAttributes.set(resource, attribute, ElementList.store(kept, Set.of()));
    }

    private ComplexValue elementSubAttribute(
            ComplexValue resource, ResolvedAttribute sub, @Nullable ElementFilter filter) {
        rules.requireRemovable(sub);
        List<AttributeValue> elements = new ArrayList<>();
        List<AttributeValue> stored = ElementList.of(StoredAttributes.get(resource, sub));
        rules.effort().spend(stored.size(), filter == null ? 1 : filter.terms());
        for (AttributeValue element : stored) {
            AttributeValue after = filter == null || filter.matches(element) ? withoutSub(element, sub) : element;
            rules.requireChangeable(sub.parent(), element, after);
            elements.add(after);
        }
        return elements.equals(stored)
                ? resource
                : StoredAttributes.set(resource, sub, ElementList.store(elements, Set.of()));
    }

    private static ComplexValue store(
            WriteRules rules,
            ComplexValue resource,
            ResolvedAttribute target,
            AttributeValue before,
            AttributeValue after) {
        rules.requireChangeable(target.parent(), before, after);
        return StoredAttributes.set(resource, target, after);
    }

    private static AttributeValue withoutSub(AttributeValue parent, ResolvedAttribute sub) {
        return new Complex(StoredAttributes.complex(parent).without(sub.leaf().name()));
    }
}
