package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.patch.PatchTarget.ElementSubAttribute;
import au.com.visibuild.scim.protocol.patch.PatchTarget.Elements;
import au.com.visibuild.scim.protocol.schema.CommonAttributes;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What {@code add} and {@code replace} have in common: each puts a value where the path points. */
record Assignment(ResourceSchema schema, WriteRules rules, MissingElement missing) {

    /** Makes a new element of an old one and the operation's value. */
    @FunctionalInterface
    interface ElementChange {
        AttributeValue apply(ResolvedAttribute attribute, AttributeValue element, AttributeValue value);
    }

    static AttributeValue required(@Nullable AttributeValue value, String op) {
        if (value == null) {
            throw ScimException.invalidValue("The operation \"" + op + "\" needs a value.");
        }
        return value;
    }

    /** Applies the rulebook to each member of an object that stands for the resource (no path). */
    ComplexValue eachMember(Rulebook rulebook, ComplexValue resource, AttributeValue value) {
        ComplexValue after = resource;
        for (ComplexValue.Member member :
                object(value, "Without a path the value").members()) {
            Schema extension = schema.extension(member.name());
            PatchTarget target = extension == null
                    ? attribute(AttributePath.of(member.name()))
                    : new PatchTarget.WholeExtension(extension);
            after = rulebook.apply(after, target, member.value());
        }
        return after;
    }

    /** Applies the rulebook to each member of an object that stands for an extension; null takes all of it away. */
    ComplexValue eachMember(Rulebook rulebook, ComplexValue resource, Schema extension, AttributeValue value) {
        if (value instanceof Unassigned) {
            return RemoveOperation.withoutExtension(rules, resource, extension);
        }
        ComplexValue after = resource;
        for (ComplexValue.Member member : object(value, extension.id()).members()) {
            PatchTarget target = attribute(new AttributePath(extension.id(), member.name(), null));
            after = rulebook.apply(after, target, member.value());
        }
        return after;
    }

    /** Sets a single-valued attribute; an object is merged into the one that is there. */
    ComplexValue single(ComplexValue resource, ResolvedAttribute attribute, AttributeValue value) {
        return assign(
                resource,
                attribute,
                stored -> attribute.attribute().isComplex() && value instanceof Complex(var members)
                        ? new Complex(rules.merged(attribute, StoredAttributes.complex(stored), members))
                        : rules.checked(attribute, value));
    }

    /** Sets a sub-attribute of a single-valued attribute. */
    ComplexValue subAttribute(ComplexValue resource, ResolvedAttribute sub, AttributeValue value) {
        return assign(resource, sub, stored -> new Complex(withSub(stored, sub, value)));
    }

    /** Changes the elements a filter matches. */
    ComplexValue elements(ComplexValue resource, Elements target, AttributeValue value, ElementChange change) {
        ResolvedAttribute attribute = target.attribute();
        return assign(
                resource,
                attribute,
                stored -> eachMatch(
                        attribute, target.filter(), stored, element -> change.apply(attribute, element, value)));
    }

    /** Sets a sub-attribute of the elements a filter matches. */
    ComplexValue elementSubAttribute(ComplexValue resource, ElementSubAttribute target, AttributeValue value) {
        ResolvedAttribute sub = target.attribute();
        return assign(
                resource,
                sub,
                stored ->
                        eachMatch(sub, target.filter(), stored, element -> new Complex(withSub(element, sub, value))));
    }

    /** Puts the outcome of {@code change} in the attribute's place, if the schema lets it. */
    ComplexValue assign(ComplexValue resource, ResolvedAttribute target, UnaryOperator<AttributeValue> change) {
        rules.requireWritable(target);
        AttributeValue before = StoredAttributes.get(resource, target);
        rules.effort().spend(ElementList.of(before).size(), 1);
        AttributeValue after = change.apply(before);
        if (target.attribute().equals(CommonAttributes.SCHEMAS)) {
            requireKnownSchemas(after);
            return resource;
        }
        if (!rules.isKept(target)) {
            return resource;
        }
        rules.requireChangeable(target.parent(), before, after);
        return StoredAttributes.set(resource, target, after);
    }

    /** {@code schemas} follows from the extensions a resource has, so writing known URNs to it changes nothing. */
    private void requireKnownSchemas(AttributeValue value) {
        for (AttributeValue urn : ElementList.of(value)) {
            if (!(urn instanceof Text(var text) && schema.knows(text))) {
                throw ScimException.invalidValue("schemas holds a URN that is no schema of " + schema.name() + ".");
            }
        }
    }

    private AttributeValue eachMatch(
            ResolvedAttribute attribute,
            @Nullable ElementFilter filter,
            AttributeValue stored,
            UnaryOperator<AttributeValue> change) {
        List<AttributeValue> before = ElementList.of(stored);
        List<AttributeValue> elements = new ArrayList<>(before);
        Set<Integer> written = new HashSet<>();
        rules.effort().spend(elements.size(), filter == null ? 1 : filter.terms());
        for (int i = 0; i < elements.size(); i++) {
            AttributeValue element = elements.get(i);
            if (filter == null || filter.matches(element)) {
                AttributeValue changed = change.apply(element);
                rules.requireChangeable(attribute.parent(), element, changed);
                elements.set(i, changed);
                written.add(i);
            }
        }
        if (written.isEmpty()) {
            return ElementList.append(elements, List.of(change.apply(missingElement(attribute, filter))));
        }
        return elements.equals(before) ? stored : ElementList.store(elements, written);
    }

    private AttributeValue missingElement(ResolvedAttribute attribute, @Nullable ElementFilter filter) {
        ComplexValue made = filter == null ? null : missing.describedBy(attribute.parent(), filter.written());
        if (made == null) {
            throw ScimException.noTarget("No value of " + attribute.parent().path() + " is matched by the path.");
        }
        return new Complex(made);
    }

    private ComplexValue withSub(AttributeValue parent, ResolvedAttribute sub, AttributeValue value) {
        return StoredAttributes.setMember(
                StoredAttributes.complex(parent), sub.leaf().name(), rules.checked(sub, value));
    }

    private PatchTarget attribute(AttributePath path) {
        ResolvedAttribute attribute = schema.resolve(path);
        if (attribute == null) {
            throw ScimException.invalidPath(
                    "There is no such attribute: the name of a member of the value is unknown.");
        }
        return new PatchTarget.Attribute(attribute);
    }

    private static ComplexValue object(AttributeValue value, String what) {
        if (value instanceof Complex(var members)) {
            return members;
        }
        throw ScimException.invalidValue(what + " must be an object of attributes.");
    }
}
