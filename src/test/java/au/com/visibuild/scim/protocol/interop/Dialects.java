package au.com.visibuild.scim.protocol.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.patch.PatchRequest;
import au.com.visibuild.scim.protocol.patch.PatchResult;
import au.com.visibuild.scim.protocol.patch.Patches;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.ResourceValidator;

/** A request through a dialect and the strict core behind it. */
final class Dialects {

    static final ResourceSchema USER = Patches.USER;

    private Dialects() {}

    static ComplexValue created(Dialect dialect, ComplexValue body) {
        return new ResourceValidator(USER)
                .validate(dialect.resourceBody(body, USER).request());
    }

    static PatchResult patched(Dialect dialect, ComplexValue before, ComplexValue message) {
        PatchRequest request = dialect.patchBody(message, USER).request();
        return dialect.patchEngine(USER).apply(before, request);
    }

    /** With the tolerance the operations make this of the resource, and it is what acted; without it they fail. */
    static void assertPatchNeeds(
            Tolerance tolerance, ScimType strict, String before, String after, String... operations) {
        assertPatched(before, after, operations);
        ComplexValue message = Patches.message(operations);
        assertThat(Dialect.standard().patchBody(message, USER).acted()).contains(tolerance);
        assertRefused(strict, () -> patched(Dialect.standard().without(tolerance), Patches.object(before), message));
    }

    static void assertPatched(String before, String after, String... operations) {
        assertThat(patched(Dialect.standard(), Patches.object(before), Patches.message(operations))
                        .attributes())
                .isEqualTo(Patches.object(after));
    }

    /** With the tolerance the body is stored like this, and it is what acted; without it the validator refuses. */
    static void assertBodyNeeds(Tolerance tolerance, ScimType strict, String body, String stored) {
        ComplexValue sent = Patches.object(body);
        assertThat(created(Dialect.standard(), sent)).isEqualTo(Patches.object(stored));
        assertThat(Dialect.standard().resourceBody(sent, USER).acted()).contains(tolerance);
        assertRefused(strict, () -> created(Dialect.standard().without(tolerance), sent));
    }

    static void assertRefused(ScimType type, Runnable action) {
        ScimException refusal = catchThrowableOfType(ScimException.class, action::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.error().scimType()).isEqualTo(type);
    }
}
