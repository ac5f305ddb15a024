package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;

/** Takes a value quirk to each attribute of a resource's object, also to those of extensions. */
record InBody(ValueQuirk quirk) implements Quirk<ComplexValue> {

    @Override
    public Tolerance tolerance() {
        return quirk.tolerance();
    }

    @Override
    public ComplexValue rewrite(ComplexValue body, ResourceSchema schema) {
        return body.map(member -> {
            Schema extension = schema.extension(member.name());
            return extension != null && member.value() instanceof Complex(var members)
                    ? member.with(new Complex(inExtension(members, extension, schema)))
                    : member.with(value(AttributePath.of(member.name()), member.value(), schema));
        });
    }

    /** The same for the object of one extension. */
    ComplexValue inExtension(ComplexValue members, Schema extension, ResourceSchema schema) {
        return members.map(member ->
                member.with(value(new AttributePath(extension.id(), member.name(), null), member.value(), schema)));
    }

    private AttributeValue value(AttributePath path, AttributeValue value, ResourceSchema schema) {
        ResolvedAttribute attribute = schema.resolve(path);
        return attribute == null ? value : quirk.rewrite(attribute, value);
    }
}
