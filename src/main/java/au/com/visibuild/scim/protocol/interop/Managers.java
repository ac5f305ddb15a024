package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import org.jspecify.annotations.Nullable;

/** The manager of the enterprise extension, and the forms in which clients send it. */
final class Managers {

    static final String NAME = "manager";
    static final String VALUE = "value";

    /** What SCIM 1.1 calls the value. */
    private static final String MANAGER_ID = "managerId";

    static final String URN = CoreSchemas.ENTERPRISE_USER.id();

    private Managers() {}

    /** The manager's path, qualified, where it is written without the extension's URN; else null. */
    static @Nullable AttributePath qualified(AttributePath path, ResourceSchema schema) {
        boolean ofCore = path.schema() == null
                || path.schema().equalsIgnoreCase(schema.core().id());
        boolean misplaced = ofCore && path.name().equalsIgnoreCase(NAME) && schema.resolve(path) == null;
        AttributePath elsewhere = new AttributePath(URN, path.name(), path.subAttribute());
        return misplaced && schema.resolve(elsewhere) != null ? elsewhere : null;
    }

    static boolean isManager(@Nullable ResolvedAttribute attribute) {
        return attribute != null
                && attribute.subAttribute() == null
                && attribute.extension() != null
                && attribute.extension().id().equals(URN)
                && attribute.attribute().name().equals(NAME);
    }

    /** A manager in any of the forms as an object; unassigned for the empty ones. */
    static AttributeValue asObject(AttributeValue sent) {
        return switch (sent) {
            // A bare id says nothing of the $ref, so that of the last manager must not stay.
            case Text(var id)
            when !id.isEmpty() ->
                new Complex(ComplexValue.EMPTY.with(VALUE, sent).with("$ref", new Unassigned()));
            case Text _ -> new Unassigned();
            case Multi(var elements) when elements.isEmpty() -> new Unassigned();
            case Multi(var elements) when !(elements.getFirst() instanceof Multi) -> asObject(elements.getFirst());
            case Complex(var members)
            when !members.has(VALUE) && members.get(MANAGER_ID) instanceof Text id -> asObject(id);
            case Complex(var members) when "".equals(members.text(VALUE)) -> new Unassigned();
            case Complex _, Multi _, AttributeValue.Bool _, AttributeValue.Decimal _, Unassigned _ -> sent;
        };
    }
}
