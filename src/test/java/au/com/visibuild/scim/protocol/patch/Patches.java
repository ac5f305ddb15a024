package au.com.visibuild.scim.protocol.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.nio.charset.StandardCharsets;

/** Resources and PATCH requests written as JSON, with single quotes for double ones. */
public final class Patches {

    public static final ResourceSchema USER = CoreSchemas.USER_TYPE;
    public static final String ENTERPRISE = CoreSchemas.ENTERPRISE_USER.id();

    private Patches() {}

    /** The object; {@code ~} stands for the enterprise extension's URN. */
    public static ComplexValue object(String json) {
        String text = json.replace('\'', '"').replace("~", ENTERPRISE);
        return AttributeJson.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A PatchOp message of these operations. */
    public static ComplexValue message(String... operations) {
        return object(
                "{'schemas':['" + PatchRequest.SCHEMA + "'],'Operations':[" + String.join(",", operations) + "]}");
    }

    /** The strict result of these operations on that resource. */
    public static PatchResult patch(String before, String... operations) {
        return PatchEngine.strict(USER).apply(object(before), PatchRequest.parse(message(operations)));
    }

    /** Asserts what the operations make of the resource. */
    public static void assertPatched(String before, String after, String... operations) {
        assertThat(patch(before, operations).attributes()).isEqualTo(object(after));
    }

    /** Asserts that the operations are refused, all of them. */
    public static void assertRefused(ScimType type, String before, String... operations) {
        ScimException refusal = catchThrowableOfType(ScimException.class, () -> patch(before, operations));
        assertThat(refusal).isNotNull();
        assertThat(refusal.error().status()).isEqualTo(400);
        assertThat(refusal.error().scimType()).isEqualTo(type);
    }
}
