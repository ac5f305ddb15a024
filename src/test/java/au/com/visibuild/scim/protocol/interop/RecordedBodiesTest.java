package au.com.visibuild.scim.protocol.interop;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.patch.Patches;
import au.com.visibuild.scim.protocol.patch.Replacement;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The POST, PUT and PATCH bodies of the recorded conversations, in memory: one user each, and what it ends as. */
class RecordedBodiesTest {

    private static final List<String> STATUS_OF_THE_STORE = List.of("409", "404", "412", "405");

    @Test
    void entraUpdatesOneUserByPatch() throws IOException {
        assertThat(replay("entra-create-update-disable-delete", "create user", Dialect.standard()))
                .isEqualTo(Patches.object(
                        "{'externalId':'ext-${run}','userName':'usera2-${run}@contoso.example','active':true,"
                                + "'displayName':'Sample User-New','name':{'formatted':'Sample User','familyName':'User-New','givenName':'Sample'},"
                                + "'emails':[{'primary':true,'type':'work','value':'usernew-${run}@contoso.example'}],"
                                + "'~':{'department':'Analysis','employeeNumber':'E-${run}','costCenter':'4711',"
                                + "'manager':{'value':'${managerId}','$ref':'../Users/${managerId}'}}}"));
    }

    @Test
    void entraWithoutTheFlagIsUnderstood() throws IOException {
        ComplexValue user = replay(
                "entra-legacy-patch-quirks", "create with string Boolean, nulls and bare manager", Dialect.standard());

        assertThat(user.without("roles").without("emails"))
                .isEqualTo(
                        Patches.object(
                                "{'externalId':'q-${run}','userName':'q-${run}@contoso.example','active':true,"
                                        + "'title':'Bar Foo','displayName':'Foo Bar',"
                                        + "'name':{'givenName':'Foo','familyName':'Bar','formatted':'Foo Bar'},"
                                        + "'addresses':[{'type':'work','formatted':'Floor 3, Room 12'}],"
                                        + "'phoneNumbers':[{'type':'mobile','value':'+49 30 1234567'}],'~':{'department':'Retail'}}"));
        assertThat(elements(user, "roles")).hasSize(2);
        assertThat(elements(user, "roles").getFirst())
                .isEqualTo(new Complex(Patches.object("{'primary':true,'value':'Admin'}")));
        assertThat(elements(user, "emails")).containsExactly(new Complex(Patches.object("{'type':'work'}")));
    }

    @Test
    void entraWithTheFlagIsUnderstood() throws IOException {
        assertThat(replay("entra-optscim-flag", "create", Dialect.standard()))
                .isEqualTo(
                        Patches.object("{'externalId':'f-${run}','userName':'f-${run}@contoso.example','active':true,"
                                + "'title':'Lead','displayName':'Flag Display',"
                                + "'name':{'formatted':'Sample Flag','familyName':'FlagFamily','givenName':'FlagGiven'},"
                                + "'emails':[{'primary':true,'type':'work','value':'f2-${run}@contoso.example'}],"
                                + "'~':{'employeeNumber':'E-77','department':'R&D'}}"));
    }

    @Test
    void oktaDeactivatesByPatchAndByPut() throws IOException {
        ComplexValue byPatch = replay("okta-lifecycle", "create", Dialect.standard());
        ComplexValue byPut = replay("okta-put-deactivate", "create", Dialect.standard());

        assertThat(byPatch.get("active")).isEqualTo(AttributeValue.Bool.FALSE);
        assertThat(byPatch.has("password")).isFalse();
        assertThat(byPatch.get("name"))
                .isEqualTo(
                        new Complex(Patches.object("{'givenName':'Sample','middleName':'M','familyName':'Okta-New'}")));
        assertThat(byPut.text("userName")).isEqualTo("aiw2-${run}@example.com");
        assertThat(byPut.get("active")).isEqualTo(AttributeValue.Bool.TRUE);
    }

    @Test
    void aClientOfTheRfcGetsTheSameWithAndWithoutTolerances() throws IOException {
        ComplexValue strict = replay("generic-rfc", "create A", Dialect.strict());

        assertThat(strict)
                .isEqualTo(replay("generic-rfc", "create A", Dialect.standard()))
                .isEqualTo(Patches.object("{'userName':'rfc-a-${run}','name':{'familyName':'Alpha'},'active':true}"));
    }

    /** Every step must be accepted or refused as the conversation says, as far as bodies decide it. */
    private static ComplexValue replay(String conversation, String first, Dialect dialect) throws IOException {
        ComplexValue user = ComplexValue.EMPTY;
        for (AttributeValue each : steps(conversation)) {
            ComplexValue step = object(each);
            String name = step.text("name");
            String method = step.text("method");
            boolean isStart = first.equals(name);
            boolean concernsUser = !user.isEmpty() && List.of("PUT", "PATCH").contains(method) && ofUsers(step);
            if ((isStart || concernsUser) && !isDecidedElsewhere(step)) {
                user = outcome(user, step, dialect);
            }
        }
        assertThat(user.isEmpty()).as(conversation).isFalse();
        return user;
    }

    private static ComplexValue outcome(ComplexValue user, ComplexValue step, Dialect dialect) {
        ComplexValue body = object(step.get("body"));
        boolean accepted = statuses(step).stream().anyMatch(status -> status.startsWith("2"));
        try {
            ComplexValue after = switch (step.text("method")) {
                case "POST" -> Dialects.created(dialect, body);
                case "PUT" ->
                    Replacement.apply(user, Dialects.created(dialect, body), Dialects.USER)
                            .attributes();
                case null, default -> Dialects.patched(dialect, user, body).attributes();
            };
            assertThat(accepted).as("%s is accepted", step.text("name")).isTrue();
            return after;
        } catch (ScimException refusal) {
            assertThat(accepted)
                    .as("%s: %s", step.text("name"), refusal.getMessage())
                    .isFalse();
            return user;
        }
    }

    private static boolean ofUsers(ComplexValue step) {
        String path = step.text("path");
        return path != null && path.contains("/Users/");
    }

    private static boolean isDecidedElsewhere(ComplexValue step) {
        return statuses(step).stream().anyMatch(STATUS_OF_THE_STORE::contains);
    }

    private static List<String> statuses(ComplexValue step) {
        return elements(object(step.get("expect")), "status").stream()
                .map(status -> status instanceof Decimal(BigDecimal code) ? code.toPlainString() : "")
                .toList();
    }

    private static List<AttributeValue> steps(String conversation) throws IOException {
        try (InputStream file = RecordedBodiesTest.class.getResourceAsStream("/idp/" + conversation + ".json")) {
            assertThat(file).isNotNull();
            return AttributeJson.parse(file.readAllBytes()) instanceof Multi(var steps) ? steps : List.of();
        }
    }

    private static List<AttributeValue> elements(ComplexValue object, String name) {
        return object.get(name) instanceof Multi(var elements) ? elements : List.of();
    }

    private static ComplexValue object(@Nullable AttributeValue value) {
        assertThat(value).isInstanceOf(Complex.class);
        return value instanceof Complex(var members) ? members : ComplexValue.EMPTY;
    }
}
