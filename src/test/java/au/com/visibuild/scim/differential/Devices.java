package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Returned;
import au.com.visibuild.scim.protocol.schema.Schema;
import au.com.visibuild.scim.protocol.schema.Uniqueness;
import java.util.List;

/** A resource type with the characteristics that a User lacks: immutable, required and readOnly parts, numbers, times. */
final class Devices {

    private static final AttributeDefinition NOTE = text("note", false, Mutability.READ_WRITE);
    private static final AttributeDefinition PRIMARY = simple("primary", AttributeType.BOOLEAN);

    static final ResourceSchema TYPE = new ResourceSchema(
            "Device",
            "/Devices",
            new Schema(
                    "urn:example:Device",
                    "Device",
                    "A device.",
                    List.of(
                            text("label", true, Mutability.READ_WRITE),
                            text("serial", false, Mutability.IMMUTABLE),
                            text("secret", false, Mutability.WRITE_ONLY),
                            simple("size", AttributeType.INTEGER),
                            simple("made", AttributeType.DATE_TIME),
                            attribute("tags", AttributeType.STRING, true, false, Mutability.READ_WRITE),
                            complex(
                                    "owner",
                                    false,
                                    text("since", false, Mutability.IMMUTABLE),
                                    text("checked", false, Mutability.READ_ONLY),
                                    NOTE),
                            complex("parts", true, text("value", false, Mutability.IMMUTABLE), NOTE, PRIMARY),
                            complex(
                                    "stamps",
                                    true,
                                    text("value", true, Mutability.READ_WRITE),
                                    text("by", false, Mutability.READ_ONLY),
                                    simple("count", AttributeType.INTEGER)))),
            List.of(new Schema(
                    "urn:example:More",
                    "More",
                    "More of it.",
                    List.of(
                            text("batch", false, Mutability.IMMUTABLE),
                            text("seen", false, Mutability.READ_ONLY),
                            complex("boxes", true, text("value", false, Mutability.READ_WRITE), PRIMARY)))));

    private Devices() {}

    private static AttributeDefinition text(String name, boolean required, Mutability mutability) {
        return attribute(name, AttributeType.STRING, false, required, mutability);
    }

    private static AttributeDefinition simple(String name, AttributeType type) {
        return attribute(name, type, false, false, Mutability.READ_WRITE);
    }

    private static AttributeDefinition complex(String name, boolean multiValued, AttributeDefinition... subs) {
        return attribute(name, AttributeType.COMPLEX, multiValued, false, Mutability.READ_WRITE, subs);
    }

    private static AttributeDefinition attribute(
            String name,
            AttributeType type,
            boolean multiValued,
            boolean required,
            Mutability mutability,
            AttributeDefinition... subs) {
        return new AttributeDefinition(
                name,
                type,
                multiValued,
                "A test's " + name + ".",
                required,
                false,
                mutability,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                List.of(subs));
    }
}
