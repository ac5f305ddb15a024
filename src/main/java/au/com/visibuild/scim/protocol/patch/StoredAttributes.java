package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Reads and writes one attribute of a resource in its stored form; knows that extensions have an object of their own. */
final class StoredAttributes {

    private StoredAttributes() {}

    /** The attribute's value; {@code Unassigned} when it has none. A sub-attribute in the path is not looked at. */
    static AttributeValue get(ComplexValue resource, ResolvedAttribute attribute) {
        ComplexValue home = attribute.extension() == null ? resource : extension(resource, attribute.extension());
        return orUnassigned(home.get(attribute.attribute().name()));
    }

    /** The resource with the attribute set, or without it when the value is unassigned. */
    static ComplexValue set(ComplexValue resource, ResolvedAttribute attribute, AttributeValue value) {
        Schema extension = attribute.extension();
        if (extension == null) {
            return setMember(resource, attribute.attribute().name(), value);
        }
        ComplexValue changed =
                setMember(extension(resource, extension), attribute.attribute().name(), value);
        return setMember(resource, extension.id(), new Complex(changed));
    }

    /** The extension's attributes, or an empty object. */
    static ComplexValue extension(ComplexValue resource, Schema extension) {
        return complex(orUnassigned(resource.get(extension.id())));
    }

    /** The object with the member set, or without it when the value is unassigned. */
    static ComplexValue setMember(ComplexValue object, String name, AttributeValue value) {
        return value.isUnassigned() ? object.without(name) : object.with(name, value);
    }

    /** The value as an object; an empty one when it is none. */
    static ComplexValue complex(AttributeValue value) {
        return value instanceof Complex(var members) ? members : ComplexValue.EMPTY;
    }

    /** The member's value; {@code Unassigned} when there is none. */
    static AttributeValue member(ComplexValue object, String name) {
        return orUnassigned(object.get(name));
    }

    private static AttributeValue orUnassigned(@Nullable AttributeValue value) {
        return value == null ? new Unassigned() : value;
    }
}
