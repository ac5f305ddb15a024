package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.CommonAttributes;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * A body without {@code schemas}, with an empty one, or with nothing left in it that the service knows: the base schema's
 * URN, which the endpoint says anyway, and those of the extensions whose objects are there.
 */
final class MissingSchemas implements Quirk<ComplexValue> {

    private static final String SCHEMAS = CommonAttributes.SCHEMAS.name();

    @Override
    public Tolerance tolerance() {
        return Tolerance.T25;
    }

    @Override
    public ComplexValue rewrite(ComplexValue body, ResourceSchema schema) {
        AttributeValue sent = body.get(SCHEMAS);
        if (sent == null || sent.isUnassigned()) {
            return body.with(SCHEMAS, new Multi(present(body, schema)));
        }
        return sent instanceof Multi(var urns) && !names(urns, schema.core().id()) && !isForSomethingElse(urns)
                ? body.with(SCHEMAS, new Multi(withBase(urns, schema)))
                : body;
    }

    private static List<AttributeValue> present(ComplexValue body, ResourceSchema schema) {
        List<AttributeValue> urns = new ArrayList<>();
        urns.add(AttributeValue.text(schema.core().id()));
        for (Schema extension : schema.extensions()) {
            if (body.has(extension.id())) {
                urns.add(AttributeValue.text(extension.id()));
            }
        }
        return urns;
    }

    private static List<AttributeValue> withBase(List<AttributeValue> urns, ResourceSchema schema) {
        List<AttributeValue> all = new ArrayList<>();
        all.add(AttributeValue.text(schema.core().id()));
        all.addAll(urns);
        return all;
    }

    /** A message, or a resource of another core schema: not a person who was sent without a name for it. */
    private static boolean isForSomethingElse(List<AttributeValue> urns) {
        return urns.stream()
                .anyMatch(urn -> urn instanceof Text(var text)
                        && (text.startsWith("urn:ietf:params:scim:schemas:core:")
                                || text.startsWith("urn:ietf:params:scim:api:")));
    }

    private static boolean names(List<AttributeValue> urns, String wanted) {
        return urns.stream().anyMatch(urn -> urn instanceof Text(var text) && text.equalsIgnoreCase(wanted));
    }
}
