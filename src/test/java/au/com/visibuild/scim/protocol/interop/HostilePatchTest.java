package au.com.visibuild.scim.protocol.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.patch.PatchRequest;
import au.com.visibuild.scim.protocol.patch.PatchResult;
import au.com.visibuild.scim.protocol.patch.Patches;
import au.com.visibuild.scim.protocol.schema.ResourceValidator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is sent: a result that the validator accepts, or a ScimException, and nothing else. */
class HostilePatchTest {

    private static final int PATCHES = 20_000;
    private static final long SEED = 20_260_101L;

    private static final String[] NAMES = {
        "userName",
        "active",
        "title",
        "name",
        "givenName",
        "familyName",
        "emails",
        "value",
        "type",
        "primary",
        "$ref",
        "roles",
        "addresses",
        "manager",
        "displayName",
        "id",
        "meta",
        "groups",
        "schemas",
        "password",
        "externalId",
        "x509Certificates",
        "photos",
        "unknown",
        "",
        " ",
        "name.givenName",
        "emails[type eq \"work\"].value",
        "[",
        "]",
        "a[b",
        Patches.ENTERPRISE,
        Patches.ENTERPRISE + ":manager",
        Patches.ENTERPRISE + ":department",
        "~",
        Patches.ENTERPRISE + ".department",
        "urn:scim:schemas:core:2.0",
        "urn:x:y",
        "urn:",
        ":",
        ".",
        "manager.value",
        "urn:ietf:params:scim:schemas:core:2.0:User",
        "urn:ietf:params:scim:schemas:core:2.0:User:title"
    };
    private static final String[] BRACKETS = {
        "",
        "",
        "[type eq \"work\"]",
        "[primary eq \"True\"]",
        "[primary eq true]",
        "[value eq 5]",
        "[type eq work]",
        "[",
        "[]",
        "[not (type pr)]",
        "[value co \"\\u0000\"]",
        "[type eq \"a\" or value sw \"b\"]",
        "]",
        "[type eq null]",
        "[type eq \"work\"",
        "[display eq \"\\\"\" and value eq \"x\"]"
    };
    private static final String[] TEXTS = {
        "", "x", "True", "false", "work", "\u0000", "\uD800", "a@x", "{\"id\":1}", "a,b", "\"", "\\", Patches.ENTERPRISE
    };

    private final Random random = new Random(SEED);

    @Test
    void twentyThousandRandomPatchesGiveAResultOrAScimException() {
        int accepted = 0;
        int changed = 0;
        for (int i = 0; i < PATCHES; i++) {
            Dialect dialect = random.nextInt(4) == 0 ? Dialect.strict() : Dialect.standard();
            ComplexValue before = Patches.object("{'userName':'ada','title':'T','emails':[{'value':'a@x','type':'work',"
                    + "'primary':true},{'value':'b@x'}],'roles':[{'value':'r'}],'~':{'manager':{'value':'m'}}}");
            PatchResult result = patchedOrNull(dialect, before, message());
            if (result != null) {
                accepted++;
                changed += result.changedAnything() ? 1 : 0;
                assertStillValid(result);
            }
        }
        assertThat(accepted).isGreaterThan(PATCHES / 20);
        assertThat(changed).isGreaterThan(PATCHES / 50);
    }

    @Test
    void twentyThousandRandomBodiesGiveAResultOrAScimException() {
        int accepted = 0;
        for (int i = 0; i < PATCHES; i++) {
            ComplexValue body = object(3).with("userName", AttributeValue.text("ada"));
            ComplexValue declared =
                    body.with("schemas", Multi.of(AttributeValue.text("urn:ietf:params:scim:schemas:core:2.0:User")));
            try {
                accepted += Dialects.created(Dialect.standard(), random.nextBoolean() ? body : declared)
                                .has("userName")
                        ? 1
                        : 0;
            } catch (ScimException refusal) {
                assertThat(refusal.error().status()).isBetween(400, 499);
            }
        }
        assertThat(accepted).isGreaterThan(PATCHES / 20);
    }

    @Test
    void anythingNestedTooDeeplyIsRefusedBeforeItIsWalked() {
        AttributeValue deep = AttributeValue.text("x");
        for (int i = 0; i < 100_000; i++) {
            deep = i % 2 == 0 ? Multi.of(deep) : new Complex(ComplexValue.EMPTY.with("name", deep));
        }
        ComplexValue body = ComplexValue.EMPTY.with("name", deep);

        assertThat(catchThrowable(() -> Dialect.standard().resourceBody(body, Dialects.USER)))
                .isInstanceOf(ScimException.class);
        assertThat(catchThrowable(() ->
                        Dialect.standard().patchBody(body.with("Operations", deepOperations(body)), Dialects.USER)))
                .isInstanceOf(ScimException.class);
    }

    @Test
    void aRequestThatGrowsBeyondTheLimitWhenItIsSplitIsRefused() {
        ComplexValue.Builder keys = ComplexValue.builder();
        for (int i = 0; i < 5_000; i++) {
            keys.put("emails[type eq \"t" + i + "\"].value", AttributeValue.text("v" + i));
        }
        ComplexValue message = Patches.message("{'op':'add'}")
                .with(
                        "Operations",
                        Multi.of(new Complex(Patches.object("{'op':'add'}").with("value", new Complex(keys.build())))));

        ScimException refusal = catchThrowableOfType(
                ScimException.class, () -> Dialect.standard().patchBody(message, Dialects.USER));

        assertThat(refusal.error().status()).isEqualTo(413);
    }

    private static AttributeValue deepOperations(ComplexValue body) {
        return Multi.of(new Complex(Patches.object("{'op':'add'}").with("value", new Complex(body))));
    }

    private static @Nullable PatchResult patchedOrNull(Dialect dialect, ComplexValue before, ComplexValue message) {
        try {
            return Dialects.patched(dialect, before, message);
        } catch (ScimException refusal) {
            assertThat(refusal.error().status()).isBetween(400, 499);
            return null;
        }
    }

    /** What PATCH leaves behind must be what POST would have stored. */
    private static void assertStillValid(PatchResult result) {
        ComplexValue body = result.attributes()
                .with(
                        "schemas",
                        Multi.of(
                                AttributeValue.text("urn:ietf:params:scim:schemas:core:2.0:User"),
                                AttributeValue.text(Patches.ENTERPRISE)));
        assertThatNoException()
                .isThrownBy(() -> assertThat(new ResourceValidator(Dialects.USER).validate(body))
                        .isEqualTo(result.attributes()));
    }

    private ComplexValue message() {
        List<AttributeValue> operations = new ArrayList<>();
        for (int i = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
            operations.add(random.nextInt(40) == 0 ? value(2) : random.nextInt(3) == 0 ? operation() : plausible());
        }
        return ComplexValue.builder()
                .put("schemas", Multi.of(AttributeValue.text(PatchRequest.SCHEMA)))
                .put("Operations", new Multi(operations))
                .build();
    }

    private AttributeValue operation() {
        ComplexValue.Builder operation = ComplexValue.builder()
                .put("op", AttributeValue.text(one("add", "Replace", "remove", "replace", "Remove", "Add", "move")));
        if (random.nextInt(3) > 0) {
            String sub = random.nextBoolean() ? "" : "." + one(NAMES);
            operation.put("path", AttributeValue.text(one(NAMES) + one(BRACKETS) + sub));
        }
        if (random.nextInt(6) > 0) {
            operation.put("value", value(3));
        }
        return new Complex(operation.build());
    }

    /** An operation that often passes, so that the rules behind the first check are reached. */
    private AttributeValue plausible() {
        String path = one(
                "userName",
                "title",
                "active",
                "name",
                "name.givenName",
                "emails",
                "emails[type eq \"work\"]",
                "emails[type eq \"work\"].value",
                "emails.primary",
                "emails[value pr].primary",
                "roles[primary eq \"True\"].value",
                "addresses[type eq \"home\"].country",
                "manager",
                Patches.ENTERPRISE + ":manager.value",
                Patches.ENTERPRISE);
        AttributeValue value = switch (random.nextInt(6)) {
            case 0 -> value(2);
            case 1 -> AttributeValue.text(one(TEXTS));
            case 2 -> Bool.of(random.nextBoolean());
            default ->
                member(one(
                        "'w@x'",
                        "{'value':'w@x','primary':true}",
                        "{'givenName':'A','familyName':''}",
                        "[{'value':'w@x'}]",
                        "[{'value':'a@x','type':'work'},'z']",
                        "[]",
                        "{'department':'D','manager':'m'}",
                        "'True'"));
        };
        ComplexValue operation = Patches.object("{'op':'" + one("add", "replace", "remove", "Replace") + "'}");
        if (random.nextInt(5) == 0) {
            return new Complex(operation.with("value", new Complex(ComplexValue.EMPTY.with(path, value))));
        }
        return new Complex(operation.with("path", AttributeValue.text(path)).with("value", value));
    }

    private static AttributeValue member(String json) {
        AttributeValue value = Patches.object("{'v':" + json + "}").get("v");
        return value == null ? new Unassigned() : value;
    }

    private AttributeValue value(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 9)) {
            case 0 -> new Unassigned();
            case 1 -> Bool.of(random.nextBoolean());
            case 2 -> new Decimal(BigDecimal.valueOf(random.nextInt(100), random.nextInt(5) - 2));
            case 3, 4 -> AttributeValue.text(one(TEXTS));
            case 5, 6 -> {
                List<AttributeValue> elements = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    elements.add(value(depth - 1));
                }
                yield new Multi(elements);
            }
            default -> new Complex(object(depth - 1));
        };
    }

    private ComplexValue object(int depth) {
        ComplexValue.Builder members = ComplexValue.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.put(one(NAMES), value(depth));
        }
        return members.build();
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
