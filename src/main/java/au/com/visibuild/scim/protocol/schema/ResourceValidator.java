package au.com.visibuild.scim.protocol.schema;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks a body against its resource type, strictly by RFC 7643, and brings it into canonical form. What real clients
 * get wrong is repaired before, by named tolerances; nothing is forgiven here.
 *
 * <p>All faults of a body are reported in one {@link ScimException}: {@code invalidSyntax} when an attribute, a schema
 * or an extension is not where it belongs, else {@code invalidValue}. The detail names each place
 * ({@code emails[1].primary: expected a boolean (true or false), got a string}), the first twenty in full, and never
 * repeats a value.
 *
 * <p>Limits: {@code userName} 255 characters, {@code externalId} and {@code emails.value} 512, a binary 16,384, any
 * other string 8,192; {@link #MAX_ELEMENTS} values of an attribute. Any text is a valid {@code emails.value} and
 * {@code addresses.country}: directories hold all sorts, and values are returned as they were sent.
 *
 * @param schema the resource type
 */
public record ResourceValidator(ResourceSchema schema) {

    /** The most values a multi-valued attribute may have. */
    public static final int MAX_ELEMENTS = 1000;

    /**
     * The attributes of a POST or PUT body in canonical spelling and order: {@code externalId}, the core attributes,
     * then each extension's object under its URN. Left out: {@code schemas}, {@code id} and {@code meta}, which the
     * service decides (RFC 7643 §3.1), whatever is readOnly (RFC 7644 §3.3), unassigned values, and
     * {@code password}, which is checked and then dropped because it is never stored.
     *
     * @throws ScimException naming every fault
     */
    public ComplexValue validate(ComplexValue body) {
        Faults faults = new Faults();
        Set<String> listed = listedSchemas(body, faults);
        noteUnknown(body, faults);
        ComplexValue.Builder canonical = ComplexValue.builder();
        AttributeCheck check = new AttributeCheck(faults);
        collect(List.of(CommonAttributes.EXTERNAL_ID), "", body, check, canonical);
        collect(schema.core().attributes(), "", body, check, canonical);
        for (Schema extension : schema.extensions()) {
            AttributeValue value = body.get(extension.id());
            if (value != null && !(value instanceof Unassigned)) {
                if (!listed.contains(key(extension.id()))) {
                    faults.structure(extension.id(), "not listed in schemas");
                }
                extension(extension, value, check, canonical);
            }
        }
        faults.throwIfAny();
        return canonical.build();
    }

    /**
     * One attribute's or sub-attribute's value, for PATCH, in canonical form. For a multi-valued attribute an array is
     * the whole value and anything else is one element. Unassigned stays unassigned, and so becomes a value of
     * nothing but readOnly members, and a {@code password}.
     *
     * @throws ScimException naming every fault; also when a required attribute would lose its value
     */
    public AttributeValue validateValue(ResolvedAttribute target, AttributeValue value) {
        Faults faults = new Faults();
        AttributeDefinition leaf = target.leaf();
        AttributeCheck check = new AttributeCheck(faults);
        boolean element = leaf.multiValued() && !(value instanceof Multi || value instanceof Unassigned);
        AttributeValue checked = element
                ? check.single(leaf, target.path(), target.path(), value)
                : check.attribute(leaf, target.path(), value);
        faults.throwIfAny();
        if (leaf.required() && checked.isUnassigned()) {
            throw ScimException.invalidValue(target.path() + ": required.");
        }
        return leaf.mutability() == Mutability.WRITE_ONLY ? AttributeCheck.NOTHING : checked;
    }

    private Set<String> listedSchemas(ComplexValue body, Faults faults) {
        Set<String> listed = new HashSet<>();
        AttributeValue value = body.get(CommonAttributes.SCHEMAS.name());
        if (value == null || value.isUnassigned()) {
            faults.structure("schemas", "missing; expected [\"" + schema.core().id() + "\"]");
            return listed;
        }
        if (!(value instanceof Multi(var elements))) {
            faults.structure("schemas", ValueCheck.expected("an array of URNs", value));
            return listed;
        }
        for (int i = 0; i < elements.size(); i++) {
            String place = "schemas[" + i + "]";
            if (!(elements.get(i) instanceof Text(var urn))) {
                faults.structure(place, ValueCheck.expected("a URN", elements.get(i)));
            } else if (schema.knows(urn)) {
                listed.add(key(urn));
            } else {
                faults.structure(place, "no schema of " + schema.name() + ": " + SoundText.quotable(urn));
            }
        }
        if (!listed.contains(key(schema.core().id()))) {
            faults.structure("schemas", "must list " + schema.core().id());
        }
        return listed;
    }

    private void noteUnknown(ComplexValue body, Faults faults) {
        for (ComplexValue.Member member : body.members()) {
            String name = member.name();
            boolean known = CommonAttributes.find(name) != null
                    || schema.core().attribute(name) != null
                    || schema.extension(name) != null;
            if (!known) {
                faults.structure(SoundText.quotable(name), "no such attribute of " + schema.name());
            }
        }
    }

    private static void extension(
            Schema extension, AttributeValue value, AttributeCheck check, ComplexValue.Builder canonical) {
        if (!(value instanceof Complex(var object))) {
            check.faults().value(extension.id(), ValueCheck.expected("an object", value));
            return;
        }
        for (ComplexValue.Member member : object.members()) {
            if (extension.attribute(member.name()) == null) {
                check.faults()
                        .structure(
                                extension.id() + ":" + SoundText.quotable(member.name()),
                                "no such attribute of " + extension.name());
            }
        }
        ComplexValue.Builder members = ComplexValue.builder();
        collect(extension.attributes(), extension.id() + ":", object, check, members);
        ComplexValue result = members.build();
        if (!result.isEmpty()) {
            canonical.put(extension.id(), new Complex(result));
        }
    }

    private static void collect(
            List<AttributeDefinition> attributes,
            String prefix,
            ComplexValue from,
            AttributeCheck check,
            ComplexValue.Builder into) {
        for (AttributeDefinition attribute : attributes) {
            if (attribute.mutability() == Mutability.READ_ONLY) {
                continue;
            }
            String path = prefix + attribute.name();
            AttributeValue value = from.get(attribute.name());
            AttributeValue checked = value == null ? AttributeCheck.NOTHING : check.attribute(attribute, path, value);
            if (attribute.required() && (value == null || value instanceof Unassigned)) {
                check.faults().value(path, "required");
            } else if (!checked.isUnassigned() && attribute.mutability() != Mutability.WRITE_ONLY) {
                into.put(attribute.name(), checked);
            }
        }
    }

    private static String key(String urn) {
        return urn.toLowerCase(Locale.ROOT);
    }
}
