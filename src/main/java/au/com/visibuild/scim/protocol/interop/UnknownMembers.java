package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;

/** Attributes, sub-attributes and {@code schemas} URNs that the resource type does not have: left out. */
final class UnknownMembers implements Quirk<ComplexValue> {

    /** Here a key that is a path is no attribute's name either. */
    private static final Pruning PRUNING = new Pruning(path -> path.extension() == null && path.attribute() == null);

    @Override
    public Tolerance tolerance() {
        return Tolerance.T10;
    }

    @Override
    public ComplexValue rewrite(ComplexValue body, ResourceSchema schema) {
        return PRUNING.resource(body, schema).map(member -> {
            if (!schema.knows(member.name()) && isPath(member.name())) {
                return null;
            }
            return member.name().equalsIgnoreCase("schemas") ? member.with(known(member.value(), schema)) : member;
        });
    }

    private static boolean isPath(String name) {
        return name.indexOf('.') >= 0 || name.indexOf(':') >= 0 || name.indexOf('[') >= 0;
    }

    /** The URNs that the resource type knows. */
    static AttributeValue known(AttributeValue schemas, ResourceSchema schema) {
        return schemas instanceof Multi(var urns)
                ? new Multi(urns.stream()
                        .filter(urn -> !(urn instanceof Text(var text)) || schema.knows(text))
                        .toList())
                : schemas;
    }
}
